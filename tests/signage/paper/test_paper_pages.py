"""The page of the paper signs: choose, look, print."""

import re

import pytest
import zxingcpp
from flask import Flask

from hub import seminar
from hub.access import Role
from hub.database import db
from hub.folder import Folder
from hub.settings import Settings
from signage import photos, route
from signage.arrows import Arrow
from signage.models import RoutePoint
from tests.conftest import client_as
from tests.page_visitor import Visitor
from tests.signage.paper.printed import LONG, printed
from tests.signage.way import OLGA, add, shot

CHOSEN = "chosen=true&"


@pytest.fixture(autouse=True)
def drawn(request: pytest.FixtureRequest) -> None:
    """All but one test draw where they are."""
    if "in_a_process_of_its_own" not in request.node.name:
        request.getfixturevalue("drawn_here")


def titles(visitor: Visitor) -> list[str]:
    """What the previews are called."""
    return re.findall(r'<svg class="paper-sheet"[^>]*aria-label="([^"]*)"', visitor.page)


def test_at_first_every_sign_is_there_for_each_point_with_paper(visitor: Visitor) -> None:
    visitor.open("/signs/paper")
    assert titles(visitor) == [
        "1. Главный вход",
        "3. Лестница",
        "4. Стол регистрации",
        "Sign on the desk",
        "Sign on the hall&#39;s door",
        "Coffee: 3. Лестница",
        "Coffee: here",
        "Way out: 1. Главный вход",
        "Way out: 3. Лестница",
        "Map of the route",
    ]
    assert "10 sheets" in visitor.text


def test_the_file_drawn_in_a_process_of_its_own_has_the_sheets_of_the_page(visitor: Visitor) -> None:
    visitor.open("/signs/paper")
    pages = printed(visitor, dots=6)
    assert len(pages) == len(titles(visitor))
    assert "Лифт не работает" in pages[1].words()
    assert "Coffee break" in pages[5].words() or "Кофе-брейк" in pages[5].words()
    assert all(not page.ink_at_edge() for page in pages)
    codes = {found.text for page in pages for found in zxingcpp.read_barcodes(page.picture)}
    assert len(codes) == 1
    assert codes.pop().endswith("/route")


def test_only_what_is_chosen_is_printed(visitor: Visitor, points: list[RoutePoint]) -> None:
    visitor.open(f"/signs/paper?lang=en&{CHOSEN}sign=way&point={points[1].id}&size=A3&turned=landscape")
    assert titles(visitor) == ["2. Холл"]
    (page,) = printed(visitor, f"{CHOSEN}sign=way&point={points[1].id}&size=A3&turned=landscape")
    assert (round(page.width), round(page.height)) == (420, 297)


def test_languages_stand_on_the_signs_in_the_chosen_order(visitor: Visitor) -> None:
    (page,) = printed(visitor, f"{CHOSEN}sign=table&main=en&also=ru&also=en")
    assert page.words().index("Registration") < page.words().index("Регистрация")
    assert page.words().count("Registration") == 2  # one each side


def test_nothing_chosen_is_told_and_not_printed(visitor: Visitor) -> None:
    visitor.open(f"/signs/paper?lang=en&{CHOSEN}")
    assert "Choose what to print." in visitor.text
    assert visitor.client.get(f"/signs/paper.pdf?{CHOSEN}").status_code == 422


@pytest.mark.parametrize(
    "query",
    ["size=A5", "main=xx", "also=xx", "point=first", "sign=poster", "colour=red", "turned=round", "hall=" + "щ" * 301],
)
@pytest.mark.parametrize("path", ["/signs/paper", "/signs/paper.pdf"])
def test_a_choice_that_does_not_exist_is_refused(visitor: Visitor, path: str, query: str) -> None:
    assert visitor.client.get(f"{path}?{query}").status_code == 422


def test_a_point_that_is_gone_is_simply_not_printed(visitor: Visitor) -> None:
    visitor.open(f"/signs/paper?lang=en&{CHOSEN}sign=way&point=999")
    assert titles(visitor) == []


def test_the_hall_on_its_door_is_as_written(visitor: Visitor) -> None:
    (page,) = printed(visitor, f"{CHOSEN}sign=door&hall=Зал «Достық»")
    assert "Зал «Достық»" in page.words()


def test_a_second_door_has_the_qr_of_its_own_way(app: Flask, visitor: Visitor) -> None:
    with db.connection_context():
        for name in ("Улица", "Двор"):
            route.add_entrance(name, OLGA)
        number = add("Ворота", Arrow.UP, entrance="Двор").id
    (page,) = printed(visitor, f"{CHOSEN}sign=way&point={number}", dots=6)
    assert [found.text.rpartition("/")[2] for found in zxingcpp.read_barcodes(page.picture)] == ["route?door=2"]


def test_names_are_text_on_the_page_and_never_markup(app: Flask, visitor: Visitor) -> None:
    with db.connection_context():
        add("<script>alert(1)</script>", Arrow.UP, text='"><img src=x onerror=alert(1)>')
        seminar.change(OLGA, title="<b>Семинар</b> & Ko", place="</svg><script>")
    visitor.open("/signs/paper")
    assert "<script>alert" not in visitor.page
    assert "<img src=x" not in visitor.page
    assert "</svg><script>" not in visitor.page
    assert any("<script>alert(1)</script>" in page.words() for page in printed(visitor))


def test_an_arrow_that_turns_back_is_said_in_words_but_not_beside_the_way_out(visitor: Visitor) -> None:
    with db.connection_context():
        add("Тупик", Arrow.UP, coffee_arrow=Arrow.DOWN)
        add("Вход со двора", Arrow.UP, exit_text="К воротам")
    wish = f"{CHOSEN}sign=coffee&sign=exit&main=en&point=5&point=6"
    coffee, _here, *out = [page.words() for page in printed(visitor, wish)]
    assert "Turn back" in coffee
    assert [("Turn back" in text, "К воротам" in text) for text in out[:2]] == [(False, False), (False, True)]


def test_the_way_from_the_desk_to_the_hall_has_its_own_signs(visitor: Visitor, points: list[RoutePoint]) -> None:
    with db.connection_context():
        route.change(points[3].id, OLGA, hall_arrow=Arrow.LEFT)
        add("Дверь зала", Arrow.DOOR, after=points[3].id)
    visitor.open("/signs/paper")
    assert titles(visitor)[:7] == [
        "1. Главный вход",
        "3. Лестница",
        "4. Стол регистрации",
        "Hall: 4. Стол регистрации",
        "Hall: 5. Дверь зала",
        "Sign on the desk",
        "Sign on the hall&#39;s door",
    ]


def test_every_sheet_says_where_it_belongs_and_the_map_what_hangs_where(
    visitor: Visitor, points: list[RoutePoint]
) -> None:
    with db.connection_context():
        add("Дверь зала", Arrow.HERE, after=points[3].id)
    names = [f"{number} · {place}" for number, place in enumerate(("Главный вход", "Холл", "Лестница"), start=1)]
    desk, door = "4 · Стол регистрации", "5 · Дверь зала"
    texts = [page.words() for page in printed(visitor)]
    expected = [names[0], names[2], desk, door, desk, door, names[2], "Coffee: here", names[0], names[2]]
    for text, spot in zip(texts, expected, strict=False):
        assert spot in text
    assert "Hang here: Registration, Sign on the desk" in texts[-1]
    assert "Hang here: Hall, Sign on the hall's door" in texts[-1]
    assert "Hang here: Registration, Coffee break, Way out" in texts[-1]
    (alone,) = printed(visitor, f"{CHOSEN}sign=map&point={points[0].id}")
    assert "Hang here: Registration, Way out" in alone.words()


def test_of_an_address_the_hall_alone_stands_on_its_door(visitor: Visitor) -> None:
    with db.connection_context():
        seminar.change(OLGA, title="Продажи без потерь", place="Гостиница «Алматы», зал 2")
    visitor.open("/signs/paper")
    assert 'value="Зал 2"' in visitor.page


def test_a_hub_that_no_phone_can_reach_says_so_and_prints_no_other_address(
    visitor: Visitor, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "host", "127.0.0.1")
    visitor.open("/signs/paper")
    assert "Only this machine can open the address in the QR" in visitor.text
    page = printed(visitor, f"{CHOSEN}sign=way&point=2", dots=6)[0]
    assert [code.text for code in zxingcpp.read_barcodes(page.picture)] == ["http://localhost/route"]


def test_letters_that_cannot_be_printed_are_named(visitor: Visitor) -> None:
    with db.connection_context():
        add("Зал שלום", Arrow.UP)
    visitor.open("/signs/paper")
    assert "These letters cannot be printed: ש" in visitor.text


def test_every_text_may_have_300_letters(visitor: Visitor) -> None:
    with db.connection_context():
        add(LONG, Arrow.UP, text=LONG, exit_text=LONG, floor="1")
        seminar.change(OLGA, title=LONG, place=LONG)
    pages = printed(visitor)
    assert all(not page.ink_at_edge() for page in pages)
    assert sum(page.words().count(LONG) for page in pages) > 2 * len(pages)


def test_photos_of_the_way_are_on_the_map(visitor: Visitor, folder: Folder) -> None:
    with db.connection_context():
        add("Коридор", Arrow.UP, photo=photos.keep(folder, shot()))
        add("Потерянное фото", Arrow.UP, photo="way-" + "A" * 22 + ".jpg")
    (page,) = printed(visitor, f"{CHOSEN}sign=map")
    assert len(page.images) == 1


def test_signs_are_printed_by_the_organiser_and_the_minder(app: Flask) -> None:
    for role, status in ((Role.ORGANISER, 200), (Role.MINDER, 200), (Role.DESK, 403), (Role.SCREEN, 403)):
        assert client_as(app, role).get("/signs/paper").status_code == status
    assert client_as(app, Role.HOST).post("/signs/paper/logo/remove").status_code == 403


def test_without_a_route_there_is_the_desks_own_sign(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    visitor.open("/signs/paper")
    assert "The way is not drawn yet" in visitor.text
    assert "Sign on the desk" in titles(visitor)
