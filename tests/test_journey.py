"""The whole morning in one go, as an organiser and a desk live it: from the list of registrants to the Excel."""

import json
import re
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from hub.access import Role
from tests.browser import launch
from tests.desk_visit import expect_figures, expect_value, expect_verdict, sign_in, sit_down
from tests.fake_camera import Shot, film
from tests.live_hub import LiveHub
from tests.typist import Typist

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).resolve().parent / "samples"
LIST = SAMPLES / "bitrix24-leads.csv"
TRUTH = {person["email"]: person for person in json.loads((SAMPLES / "truth.json").read_text("utf-8"))["sample"]}
ZONE = ZoneInfo("Asia/Almaty")
DESK = "Стол 1"
WALK_IN = {
    "surname": "Ёлкина-Берёзкина",
    "first_name": "Ольга",
    "company": "=ОсОО Бишкек Мебель",
    "position": "Бухгалтер",
    "phone": "+996 555 000 004",
    "email": "olga@example.com",
}
REPORT = ("Фамилия", "Имя", "Компания", "Должность", "Телефон", "E-mail")


@dataclass(frozen=True)
class Guest:
    """Somebody on the list, as the hub knows them."""

    id: int
    code: str
    surname: str
    first_name: str


def test_from_the_list_of_registrants_to_the_excel(live_hub: LiveHub, tmp_path: Path) -> None:
    began = datetime.now(ZONE).replace(tzinfo=None, microsecond=0)
    with tab() as office:
        sign_in(office, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/import")
        import_list(office)
        guests = find(live_hub)
        seen, scanned = guests[:3], guests[3:5]
        with tab(camera=film_of(tmp_path, seen)) as desk:
            sign_in(desk, live_hub, Role.DESK, "Тимур Цой", "/desk")
            sit_down(desk, DESK)
            expect_figures(desk, registered=len(TRUTH), here=0, ever=0)
            scan_by_camera(desk)
            scan_by_scanner(desk, scanned)
            undo(desk, scanned[1])
            register_walk_in(desk)
            expect_figures(desk, registered=len(TRUTH) + 1, here=5, ever=5)
        book = download(office, live_hub, tmp_path)
    check_list(book, came={guest.code for guest in (*seen, scanned[0])}, began=began)
    check_day(book)


@contextmanager
def tab(camera: Path | None = None) -> Iterator[Page]:
    """A browser of its own, in the seminar's zone."""
    browser = launch(camera=camera)
    yield browser.new_page(locale="ru-RU", timezone_id=str(ZONE))
    browser.close()


def import_list(page: Page) -> None:
    """Choose the file, which sends itself; look at the preview; confirm."""
    expect(page.locator("[data-by-hand]")).to_be_hidden()  # from here on a file goes off by itself
    page.locator("input[type=file]").set_input_files(LIST)
    page.locator("[formaction$=confirm]").click()
    page.wait_for_url("**/import/runs/*")


def find(hub: LiveHub) -> list[Guest]:
    """Everybody on the list, by surname."""
    request = urllib.request.Request(
        f"{hub.url}/api/attendees?limit=200", headers={"Authorization": f"Bearer {hub.token(Role.DESK)}"}
    )
    with urllib.request.urlopen(request, timeout=10) as reply:
        found = json.load(reply)["attendees"]
    assert len(found) == len(TRUTH)
    return [Guest(one["id"], one["code"], one["surname"], one["first_name"]) for one in found]


def film_of(folder: Path, guests: list[Guest]) -> Path:
    """What the desk's camera sees: tickets held before it one after another."""
    turns = (0, 20, 90)
    shots = [Shot(guest.code, turn=turn, seconds=1) for guest, turn in zip(guests, turns, strict=True)]
    return film(folder / "tickets.y4m", shots, size=(640, 480))


def scan_by_camera(page: Page) -> None:
    """Three tickets before the camera, again and again: each is one person once."""
    page.locator("#open-camera").click()
    expect_figures(page, ever=3)
    page.locator("#open-camera").press("Escape")
    page.get_by_role("button", name="Закрыть камеру").click()


def scan_by_scanner(page: Page, guests: list[Guest]) -> None:
    """Two tickets by a USB scanner, one of them under a Kazakh layout."""
    typist = Typist(page)
    for guest, layout in zip(guests, ("us", "kk"), strict=True):
        typist.wait(1)
        typist.scan(guest.code, layout)
        expect_verdict(page, "admitted", guest.first_name, guest.surname)
    expect_figures(page, ever=5)
    expect_value(page, "#q", "")


def undo(page: Page, guest: Guest) -> None:
    """The last scan was the wrong person: scanned again, the verdict stays and offers to take it back."""
    typist = Typist(page)
    typist.wait(30)
    typist.scan(guest.code)
    expect_verdict(page, "repeat", guest.first_name, DESK)
    page.locator(".verdict [data-act=undo]").click()
    page.locator(".verdict [data-reason=wrong_person]").click()
    expect_verdict(page, "undone", guest.first_name)
    page.keyboard.press("Escape")
    expect_figures(page, ever=4)


def register_walk_in(page: Page) -> None:
    """Somebody the search does not know: what was typed in it is carried over."""
    page.locator("#q").fill(WALK_IN["surname"])
    page.locator("#open-walk-in").click()
    form = page.locator("#walk-in")
    expect_value(page, "#walk-in [name=surname]", WALK_IN["surname"])
    for name, value in WALK_IN.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("[name=consent]").check()
    form.locator("[type=submit]").click()
    expect_verdict(page, "admitted", WALK_IN["first_name"])


def download(page: Page, hub: LiveHub, folder: Path) -> Workbook:
    """The button on the organiser's page."""
    page.goto(f"{hub.url}/attendance")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Скачать Excel").click()
    file = waiting.value
    assert re.fullmatch(r"Список участников \d{4}-\d\d-\d\d\.xlsx", file.suggested_filename)
    file.save_as(folder / "list.xlsx")
    return load_workbook(folder / "list.xlsx")


def check_list(book: Workbook, came: set[str], began: datetime) -> None:
    """Cell by cell: all registrants as the list had them, the walk-in, and what the day made of each."""
    header, *lines = book["Участники"].iter_rows(values_only=True)
    assert tuple(header[:6]) == REPORT
    rows = [dict(zip(map(str, header), line, strict=True)) for line in lines]
    assert [row["E-mail"] for row in rows if row["Новый за столом"] == "Да"] == [WALK_IN["email"]]
    assert {row["E-mail"] for row in rows} == {*TRUTH, WALK_IN["email"]}
    assert len(rows) == len(TRUTH) + 1
    for row in rows:
        registered = TRUTH.get(str(row["E-mail"]))
        assert [row[name] for name in REPORT] == (said_by(registered) if registered else list(of_walk_in()))
        check_day_of(row, here=row["Билет"] in came or registered is None, began=began)


def said_by(person: dict[str, str]) -> list[str]:
    """The report's columns as the list of registrants has them, the phone in international form."""
    digits = re.sub(r"\D", "", person["phone"])
    phone = "+7" + digits[1:] if digits[0] in "78" else "+" + digits
    return [person["surname"], person["first"], person["company"], person["position"], phone, person["email"]]


def of_walk_in() -> tuple[str, ...]:
    return (
        *(WALK_IN[name] for name in ("surname", "first_name", "company", "position")),
        "+996555000004",
        WALK_IN["email"],
    )


def check_day_of(row: Mapping[str, object], *, here: bool, began: datetime) -> None:
    entry = row["Первый вход"]
    assert (row["Статус"], row["Стол"]) == (("В зале", DESK) if here else ("Нет отметки", None))
    assert row["Последний выход"] is None
    assert row["Согласие"] in {"Да", "Нет", "Нет данных"}
    if here:
        assert isinstance(entry, datetime)
        assert began <= entry <= began + timedelta(minutes=10)
    else:
        assert entry is None


def check_day(book: Workbook) -> None:
    """The second sheet agrees with the first."""
    cells = book["Итоги дня"].iter_rows(min_row=3, max_col=2, values_only=True)
    figures = {str(name): value for name, value in cells if name}
    registered = len(TRUTH) + 1
    assert [figures[name] for name in ("Зарегистрировано", "Пришло", "Новые участники", "Сейчас в зале")] == [
        registered, 5, 1, 5,
    ]  # fmt: skip
    assert figures["Явка"] == pytest.approx(5 / registered)
    assert figures[f"Пришло — {DESK}"] == 5
