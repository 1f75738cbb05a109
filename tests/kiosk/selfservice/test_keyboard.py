"""The kiosk's own keyboard: every letter of five languages, and a field that stays the browser's own."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import ROOT, serve
from tests.kiosk.selfservice.touch import Touch

pytestmark = pytest.mark.browser

ALPHABETS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "uz": [*"abdefghijklmnopqrstuvxyz", "oʻ", "gʻ", "sh", "ch", "ʼ"],
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
SIZES = {"1080p": (1920, 1080), "tablet": (1280, 800), "upright": (1080, 1920)}
SMALLEST = 64
WORDS = "".join(
    f'<template data-words="keyboard" lang="{code}"><p data-word="NEXT">{code} next</p>'
    f'<p data-word="DONE">{code} done</p></template>'
    for code in ALPHABETS
)
PAGE = f"""<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/app.css">
<link rel="stylesheet" href="/static/kiosk/self/keyboard.css"><section>
<input id="name" autocapitalize="words" enterkeyhint="next" maxlength="40"><input id="firm" autocapitalize="sentences">
<input id="phone" value="+7 "><input id="email">
<input id="digits" enterkeyhint="done"><div data-keyboard></div></section>
{WORDS}<script type="module" src="/go.js"></script>"""
GO = """import { attachKeyboard } from "/static/kiosk/self/keyboard.js";
import * as layouts from "/static/kiosk/self/keyboard_layouts.js";
const kinds = { name: "letters", firm: "letters", phone: "phone", email: "email", digits: "digits" };
window.layouts = layouts;
window.entered = [];
window.attach = (language) => {
  const onEnter = (field) => window.entered.push(field.id);
  window.boards = Object.entries(kinds).map(([id, layout]) =>
    attachKeyboard(document.getElementById(id), { layout, language, onEnter }));
};
window.speak = (language) => window.boards.forEach((board) => board.speak(language));
window.attach("ru");
"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    css = (ROOT / "hub/static/hub/app.css").read_text(encoding="utf-8")
    with serve({"/": PAGE, "/go.js": GO, "/app.css": css}) as origin:
        page = browser.new_page()
        page.goto(origin)
        yield page
        page.close()


@pytest.fixture
def page(tab: Page) -> Page:
    tab.reload()
    tab.wait_for_function("() => window.boards")
    return tab


@pytest.fixture
def touch(page: Page) -> Touch:
    return Touch(page)


def value(page: Page, field: str) -> str:
    return page.input_value(f"#{field}")


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_has_a_key_in_its_own_layout(page: Page, language: str) -> None:
    keys = set(page.evaluate("(language) => layouts.rowsOf('letters', language).flat()", language))
    assert [letter for letter in ALPHABETS[language] if letter not in keys] == []
    assert "-" in keys


def test_one_key_goes_through_all_layouts_and_comes_back(page: Page) -> None:
    seen = page.evaluate("() => Object.keys(layouts.LETTERS).map(() => (window.at = layouts.layoutAfter(window.at)))")
    assert sorted(seen) == sorted(ALPHABETS)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ru", "Ёлкина-Берёзкина Ольга"),
        ("kk", "Әбдіқадыров Нұрлан"),
        ("uz", "Oʻtkir Gʻaniyev Shuhrat"),
        ("ky", "Өмүрбек Ңү"),
        ("en", "O'Brien-Smith Ann"),
    ],
)
def test_names_are_written_with_their_capitals_by_themselves(
    page: Page, touch: Touch, language: str, name: str
) -> None:
    page.focus("#name")
    page.evaluate("(language) => speak(language)", language)
    for word in re.split(r"(?<=[ -])", name):
        for letter in re.findall(r"[og]ʻ|sh|ch|.", word.lower()) if language == "uz" else word.lower():
            if letter == " ":
                touch.press("SPACE")
            else:
                touch.key(letter)
    # An apostrophe begins no word: the capital in O'Brien is asked for.
    assert value(page, "name") == name.replace("O'B", "O'b")


def test_all_capitals_stay_until_they_are_let_go(page: Page, touch: Touch) -> None:
    page.focus("#firm")
    touch.press("SHIFT")
    for letter in "тоо":
        touch.key(letter)
    touch.press("SHIFT")
    touch.press("SPACE")
    touch.type("Мир")
    assert value(page, "firm") == "ТОО Мир"


def test_another_layout_or_language_loses_nothing(page: Page, touch: Touch) -> None:
    page.focus("#name")
    touch.type("Ню")
    touch.press("LAYOUT")
    touch.type("ңа")
    page.evaluate("speak('uz')")
    touch.type("sh")
    expect(touch.board.locator('[data-act="NEXT"]')).to_have_text("uz next")
    assert value(page, "name") == "Нюңаsh"


def test_the_caret_may_stand_anywhere(page: Page, touch: Touch) -> None:
    page.focus("#name")
    touch.type("Цй")
    touch.press("LEFT")
    touch.type("о")
    page.evaluate("document.getElementById('name').setSelectionRange(0, 1)")
    touch.key("т")
    touch.press("RIGHT")
    touch.press("ERASE")
    touch.press("ERASE")
    assert value(page, "name") == "й"


def test_a_held_key_erases_on(page: Page, touch: Touch) -> None:
    page.fill("#name", "Бекмұхамедов")
    page.focus("#name")
    touch.board.locator('[data-act="ERASE"]').hover()
    page.mouse.down()
    expect(page.locator("#name")).to_have_value("")
    page.mouse.up()
    touch.type("Цой")
    assert value(page, "name") == "Цой"


def test_a_real_keyboard_writes_beside_it(page: Page, touch: Touch) -> None:
    page.focus("#name")
    touch.type("Ц")
    page.keyboard.type("ой-")
    touch.key("л")
    assert value(page, "name") == "Цой-Л"
    assert page.get_attribute("#name", "inputmode") == "none"


def test_a_screen_reader_s_press_writes_once_and_a_finger_s_too(page: Page, touch: Touch) -> None:
    page.focus("#name")
    page.evaluate("document.querySelector('[data-letter=\"а\"]').click()")
    touch.key("а")
    assert value(page, "name") == "Аа"


def test_a_full_field_takes_no_more(page: Page, touch: Touch) -> None:
    page.fill("#name", "а" * 40)
    page.focus("#name")
    touch.key("б")
    assert value(page, "name") == "а" * 40


def test_phones_begin_with_the_country_s_number_by_one_touch(page: Page, touch: Touch) -> None:
    page.focus("#phone")
    page.keyboard.press("End")
    for digit in "701":
        touch.key(digit)
    touch.key("+996")
    assert value(page, "phone") == "+996 701"
    touch.key("+7")
    assert value(page, "phone") == "+7 701"


@pytest.mark.parametrize(
    ("typed", "ending", "address"),
    [
        ("tsoi", "gmail.com", "tsoi@gmail.com"),
        ("tsoi@mail.ru", "gmail.com", "tsoi@gmail.com"),
        ("a_b-c@alma", ".kz", "a_b-c@alma.kz"),
        ("a.b@alma.", ".uz", "a.b@alma.uz"),
    ],
)
def test_addresses_end_by_one_touch(page: Page, touch: Touch, typed: str, ending: str, address: str) -> None:
    page.focus("#email")
    for letter in typed:
        touch.key(letter)
    touch.key(ending)
    assert value(page, "email") == address


def test_the_key_at_the_end_tells_which_field_it_was(page: Page, touch: Touch) -> None:
    for field in ("name", "digits"):
        page.focus(f"#{field}")
        touch.press("NEXT")
    assert page.evaluate("entered") == ["name", "digits"]
    expect(touch.board.locator('[data-act="NEXT"]')).to_have_text("ru done")


@pytest.mark.parametrize("size", SIZES)
def test_every_key_can_be_hit_at_every_size(page: Page, touch: Touch, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for field in ("name", "phone", "email", "digits"):
        page.focus(f"#{field}")
        for language in ALPHABETS if field == "name" else ["ru"]:
            page.evaluate("(language) => speak(language)", language)
            keys = touch.board.locator("button").evaluate_all(
                "keys => keys.map(key => [key.textContent || key.dataset.act, key.getBoundingClientRect().toJSON(),"
                " key.scrollWidth <= key.clientWidth])"
            )
            small = [name for name, box, _ in keys if min(box["width"], box["height"]) < SMALLEST]
            beyond = [name for name, box, fits in keys if box["right"] > width or box["left"] < 0 or not fits]
            assert (small, beyond) == ([], []), (field, language)


def test_detached_it_is_gone(page: Page, touch: Touch) -> None:
    page.focus("#name")
    page.evaluate("boards.forEach((board) => board.detach())")
    expect(touch.board.locator("button")).to_have_count(0)
    page.evaluate("attach('en')")
    page.focus("#firm")
    touch.type("Al")
    assert value(page, "firm") == "Al"
