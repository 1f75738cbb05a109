"""The walk-in form at a kiosk, from the first letter to the verdict."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import CAST
from tests.desk_page import put_on_the_list
from tests.kiosk.selfservice.walk_in_visit import FIND, TABLET, Kiosk
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

FULL_HD, UPRIGHT = (1920, 1080), (1080, 1920)
FIELDS = ("surname", "first_name", "company", "position", "phone", "email")
HARD = "<script>"
# Who comes, in which language, at what kind of screen, by day or by night.
JOURNEYS = {
    "ru": ("olga", FULL_HD, "light"),
    "kk": ("nurlan", TABLET, "light"),
    "uz": ("utkir", UPRIGHT, "light"),
    "ky": ("aigul", TABLET, "dark"),
    "en": ("timur", FULL_HD, "dark"),
}


@pytest.fixture
def kiosk(browser: Browser, hub: LiveHub) -> Iterator[Kiosk]:
    visit = Kiosk(browser, hub)
    yield visit
    visit.context.close()
    assert visit.faults == []


def on_the_list(hub: LiveHub) -> list[dict[str, object]]:
    """Everybody, as the hub keeps them."""
    query = (
        "SELECT a.*, c.language AS agreed_in FROM attendee a LEFT JOIN consenttext c ON c.id = a.consent_text_id"
        " ORDER BY a.id"
    )
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3", timeout=10)) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute(query)]


@pytest.mark.parametrize("language", JOURNEYS)
def test_a_walk_in_registers_by_touch_alone(browser: Browser, hub: LiveHub, language: str) -> None:
    person, size, scheme = JOURNEYS[language]
    surname, first_name, _, position, email, phone = CAST[person]
    kiosk = Kiosk(browser, hub, size, scheme)
    kiosk.begin(language)
    for texts in ((surname, first_name), ("ИП «Ө»", position), (phone.split(" ", 1)[1],), (email.split("@")[0],)):
        for text in texts:
            kiosk.touch.type(text.replace(" ", "") if text[0].isdigit() else text)
            if text == email.split("@")[0]:
                kiosk.touch.key("mail.ru")
            if text == phone.split(" ", 1)[1] and not phone.startswith("+7"):
                kiosk.touch.key(phone.split(" ")[0])
            kiosk.look_at(language)
            kiosk.touch.press("NEXT")
            if text[0].isdigit():
                kiosk.at("email")  # the hub has read the number
    kiosk.at("consent")
    kiosk.look_at(language)
    kiosk.agree()
    kiosk.at("summary")
    kiosk.look_at(language)
    expect(kiosk.form.locator('[data-typed="surname"]')).to_have_text(surname)
    assert kiosk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    kiosk.go_on()
    expect(kiosk.page.locator('[data-screen="registered"]')).to_be_visible()
    expect(kiosk.page.locator('[data-screen="registered"]')).to_contain_text(first_name)
    kept = on_the_list(hub)[0]
    assert (kept["surname"], kept["first_name"], kept["company"]) == (surname, first_name, "ИП «Ө»")
    assert (kept["position"], kept["email"]) == (position, f"{email.split('@')[0]}@mail.ru")
    assert kept["phone_e164"] == phone.replace(" ", "")
    assert (kept["agreed_in"], kept["presence"]) == (language, "here")
    assert kiosk.faults == []
    kiosk.context.close()


def test_nothing_typed_is_lost_on_the_way_back_nor_in_another_language(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.answer(surname="Oʻtkirov", first_name=HARD)
    kiosk.at("work")
    kiosk.page.locator('[data-way="back"]').click()
    kiosk.at("name")
    kiosk.page.locator('[data-language="uz"]').click()
    expect(kiosk.form).to_have_attribute("lang", "uz")
    kiosk.touch.press("NEXT")
    assert [kiosk.field(name).input_value() for name in ("surname", "first_name")] == ["Oʻtkirov", HARD]


def test_empty_answers_are_named_where_they_are(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.field("surname").press("Enter")
    kiosk.field("first_name").fill(" ")
    kiosk.touch.press("NEXT")
    expect(kiosk.wrong("surname")).to_be_visible()
    expect(kiosk.wrong("first_name")).to_be_visible()
    expect(kiosk.field("surname")).to_be_focused()
    expect(kiosk.field("surname")).to_have_attribute("aria-invalid", "true")
    assert kiosk.page.evaluate(FIND) == []
    kiosk.touch.key("ц")
    expect(kiosk.wrong("surname")).to_be_hidden()
    kiosk.answer(surname="Цой", first_name="Тимур")
    kiosk.answer(company="ИП", position="РОП")
    kiosk.at("phone")
    kiosk.touch.press("NEXT")
    expect(kiosk.wrong("phone")).to_be_visible()
    expect(kiosk.wrong("phone").locator('[data-way="keep"]')).to_be_hidden()


def test_doubtful_contacts_are_kept_as_written_by_one_touch(kiosk: Kiosk, hub: LiveHub) -> None:
    kiosk.begin()
    kiosk.answer(surname="Цой", first_name=HARD)
    kiosk.answer(company="ИП", position="РОП")
    kiosk.answer(phone="+7 12")
    kiosk.wrong("phone").locator('[data-way="keep"]').click()
    kiosk.at("email")
    kiosk.answer(email="timur")
    kiosk.wrong("email").locator('[data-way="keep"]').click()
    kiosk.agree()
    kiosk.at("summary")
    kiosk.form.locator('[data-correct][data-field="phone"]').click()
    kiosk.at("phone")
    kiosk.answer(phone="+7 123 456 78 90")  # ten digits, yet no number of any country: the hub has its doubts
    expect(kiosk.wrong("phone")).to_be_visible()
    kiosk.wrong("phone").locator('[data-way="keep"]').click()
    kiosk.at("summary")
    kiosk.go_on()
    expect(kiosk.page.locator('[data-screen="registered"]')).to_be_visible()
    kept = on_the_list(hub)[0]
    assert (kept["phone"], kept["email"], kept["first_name"]) == ("+7 123 456 78 90", "timur", HARD)


def test_without_consent_nobody_is_registered_and_is_told_why(kiosk: Kiosk, hub: LiveHub) -> None:
    kiosk.begin()
    kiosk.fill_in("aigul")
    kiosk.page.locator('[data-way="back"]').click()
    kiosk.at("consent")
    kiosk.page.locator('[data-language="kk"]').click()
    expect(kiosk.page.locator("#kiosk [name=consent]")).not_to_be_checked()
    kiosk.go_on()
    kiosk.at("consent")
    expect(kiosk.wrong("consent")).to_be_visible()
    assert on_the_list(hub) == []
    kiosk.agree()
    kiosk.at("summary")
    kiosk.go_on()
    expect(kiosk.page.locator('[data-screen="registered"]')).to_be_visible()
    assert on_the_list(hub)[0]["agreed_in"] == "kk"


def test_a_long_consent_is_read_to_its_end_before_the_tick(kiosk: Kiosk) -> None:
    kiosk.page.route("**/api/kiosk", lambda route: route.fulfill(json=lengthened(route.fetch().json())))
    kiosk.begin()
    kiosk.answer(surname="Цой", first_name="Тимур")
    kiosk.answer(company="ИП", position="РОП")
    kiosk.answer(phone="+7 701 000 00 02")
    kiosk.answer(email="timur@example.com")
    kiosk.at("consent")
    expect(kiosk.page.locator(".agree")).to_be_hidden()
    box = "document.querySelector('[data-consent]').getBoundingClientRect().toJSON()"
    before = kiosk.page.evaluate(box)
    kiosk.go_on()
    expect(kiosk.wrong("consent")).to_have_attribute("data-code", "read_first")
    assert kiosk.page.evaluate("document.querySelector('[data-consent]').scrollTop") > 0
    assert kiosk.page.evaluate(box) == before
    assert kiosk.page.evaluate(FIND) == []
    kiosk.agree()
    kiosk.at("summary")


def lengthened(state: dict[str, Any]) -> dict[str, Any]:
    """The same, with a consent of many screens."""
    for told in state["consents"].values():
        told["text"] = "\n".join([told["text"]] * 8)
    return state


def test_a_namesake_is_asked_and_nobody_is_named(kiosk: Kiosk, hub: LiveHub) -> None:
    put_on_the_list(hub, "olga")
    kiosk.begin()
    kiosk.fill_in("olga", phone="+996 555 111 222", email="other@example.com")
    kiosk.go_on()
    trouble = kiosk.form.locator("[data-trouble]")
    expect(trouble).to_be_visible()
    expect(trouble).not_to_contain_text("Ольга")
    assert kiosk.page.evaluate(FIND) == []
    trouble.locator('[data-way="another"]').click()
    expect(kiosk.page.locator('[data-screen="registered"]')).to_be_visible()
    assert len(on_the_list(hub)) == 2


def test_who_believes_to_be_on_the_list_goes_on_to_the_search(kiosk: Kiosk, hub: LiveHub) -> None:
    put_on_the_list(hub, "olga")
    kiosk.begin()
    kiosk.fill_in("olga", phone="+996 555 111 222", email="other@example.com")
    kiosk.go_on()
    kiosk.form.locator('[data-way="find"]').click()
    expect(kiosk.page.locator('[data-screen="find"]')).to_be_visible()
    assert left_over(kiosk) == []


def test_a_hub_that_is_away_loses_nothing_and_counts_once(kiosk: Kiosk, hub: LiveHub) -> None:
    kiosk.begin()
    kiosk.fill_in("timur")
    lost = "**/api/kiosk/walk-ins"
    kiosk.page.route(lost, lambda route: (route.fetch(), route.abort()))
    kiosk.go_on()
    expect(kiosk.form.locator("[data-trouble]")).to_be_visible(timeout=20_000)
    kiosk.page.unroute(lost)
    kiosk.go_on()
    expect(kiosk.page.locator('[data-screen="registered"]')).to_be_visible()
    assert len(on_the_list(hub)) == 1


@pytest.mark.parametrize("way", ["idle", "back"])
def test_nobody_s_data_stays_when_they_leave(kiosk: Kiosk, way: str) -> None:
    if way == "idle":
        kiosk.page.clock.install()
    kiosk.begin("en")
    kiosk.fill_in("nurlan")
    if way == "idle":
        kiosk.page.clock.fast_forward(46_000)
        expect(kiosk.page.locator("#still")).to_be_visible()
        kiosk.page.clock.fast_forward(16_000)
    else:
        for _ in range(6):
            kiosk.page.locator('[data-way="back"]').click()
    # A clock that leaps leaves the hub no time to answer: the kiosk may believe it away for a moment.
    expect(kiosk.page.locator('[data-screen="start"]')).to_be_visible(timeout=20_000)
    assert left_over(kiosk) == []
    kiosk.open()
    assert [kiosk.field(name).input_value() for name in FIELDS] == ["", "", "", "", "+7 ", ""]


def left_over(kiosk: Kiosk) -> list[str]:
    """What of the five people can still be found in the page."""
    page = kiosk.page.content() + "".join(
        kiosk.page.locator("input:not([type=checkbox])").evaluate_all("fields => fields.map(field => field.value)")
    )
    return [text for person in CAST.values() for text in person if len(text) > 4 and text in page]


def test_the_code_for_one_s_own_phone_is_renewed_and_speaks_the_language(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.begin()
    picture = kiosk.form.locator(".own-phone img")
    expect(picture).to_be_visible()
    first = picture.get_attribute("src") or ""
    kiosk.page.locator('[data-language="ky"]').click()
    expect(picture).not_to_have_attribute("src", first)
    asked: list[str] = []
    kiosk.page.on("request", lambda request: asked.append(request.url) if "phone-link" in request.url else None)
    with kiosk.page.expect_response("**/api/kiosk/phone-link*"):
        for _ in range(11):  # somebody is there: the page does not go back to its start
            kiosk.page.clock.fast_forward(30_000)
            kiosk.page.keyboard.type("а")
    assert asked[0].endswith("language=ky")
