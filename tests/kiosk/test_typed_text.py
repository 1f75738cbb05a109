"""A field that was scanned into holds what it held before."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.scan_desk import load, open_tab
from tests.typist import Typist, scans, ticket, tickets

pytestmark = pytest.mark.browser

CODE = tickets(1)[0]


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with open_tab() as tab:
        yield tab


@pytest.fixture
def page(tab: Page) -> Page:
    return load(tab)


@pytest.fixture
def typist(page: Page) -> Typist:
    return Typist(page)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (0, 8), (2, 5), (8, 8)])
@pytest.mark.parametrize("field", ["text", "area"])
def test_a_field_gets_its_text_and_its_caret_back(field: str, start: int, end: int, page: Page, typist: Typist) -> None:
    page.fill(f"#{field}", "Oʻtkir S")
    page.focus(f"#{field}")
    page.evaluate(
        "([id, start, end]) => document.getElementById(id).setSelectionRange(start, end)", [field, start, end]
    )
    typist.scan(CODE, "kk")
    state = page.evaluate(f"[{field}.value, {field}.selectionStart, {field}.selectionEnd]")
    assert state == ["Oʻtkir S", start, end]


@pytest.mark.parametrize(("field", "value"), [("short", "Цой"), ("email", "t@tsoi.kz"), ("number", "12")])
def test_fields_that_refuse_characters_are_restored_too(field: str, value: str, page: Page, typist: Typist) -> None:
    page.fill(f"#{field}", value)
    typist.scan(ticket("KABEEE23456789"))
    typist.scan(CODE)
    assert page.input_value(f"#{field}") == value


def test_rich_text_and_its_caret_come_back(page: Page, typist: Typist) -> None:
    page.evaluate("rich.focus(); getSelection().setPosition(rich.querySelector('b').firstChild, 3)")
    typist.scan(CODE, "ru")
    assert page.evaluate("rich.innerHTML") == "первая <b>вторая</b>"
    typist.type("а", 0.2, "ru")
    assert page.evaluate("rich.innerHTML") == "первая <b>втоарая</b>"


def test_a_half_written_word_of_an_input_method_survives_a_scan(page: Page, typist: Typist) -> None:
    page.fill("#text", "Тимур ")
    page.context.new_cdp_session(page).send(
        "Input.imeSetComposition", {"text": "Цо", "selectionStart": 2, "selectionEnd": 2}
    )
    typist.scan(CODE)
    assert [scan[0] for scan in scans(page)] == [CODE]
    assert CODE not in page.input_value("#text")
    assert page.input_value("#text").startswith("Тимур ")


def test_what_a_person_typed_just_before_a_scan_stays(page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.type("тимур", 0.15, "ru")
    typist.scan(CODE, "ru")
    typist.type(" цой", 0.15, "ru")
    assert page.input_value("#text") == "тимур цой"
    assert scans(page)[0][0] == CODE


def test_a_search_is_told_that_its_text_is_back(page: Page, typist: Typist) -> None:
    page.fill("#text", "Ольга")
    typist.scan(CODE)
    assert page.evaluate("searches.at(-1)") == "Ольга"


def test_a_field_that_the_page_empties_amid_a_scan_stays_empty(page: Page, typist: Typist) -> None:
    page.fill("#text", "Ольга Ёлкина-Берёзкина")
    typist.scan(CODE[:6], end="")
    page.evaluate("text.value = ''")
    typist.scan(CODE[6:])
    assert [scan[0] for scan in scans(page)] == [CODE]
    assert page.input_value("#text") == ""
