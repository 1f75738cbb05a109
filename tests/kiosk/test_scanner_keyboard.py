"""A USB scanner is heard everywhere, and a person is never taken for one."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.scan_desk import load, open_tab
from tests.typist import LAYOUTS, Typist, scans, ticket, tickets

pytestmark = pytest.mark.browser

CODE, NEXT = tickets(2)
EVERY_KEY = [ticket("KQRTWX23456789"), ticket("KABCDEFGHJKMNP")]
CALM = {"sent": 0, "pressed": 0, "enters": 0}


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


def outcome(page: Page) -> dict[str, int]:
    """How often a form was sent, the button pressed, and Enter heard by the page."""
    heard: dict[str, int] = page.evaluate("({ sent, pressed, enters })")
    return heard


def focused(page: Page) -> str:
    name: str = page.evaluate("document.activeElement.id || document.activeElement.localName")
    return name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scan_is_read_under_every_layout(layout: str, page: Page, typist: Typist) -> None:
    page.focus("#text")
    for code in EVERY_KEY:
        typist.scan(code, layout)
    assert [scan[0] for scan in scans(page)] == EVERY_KEY
    assert page.input_value("#text") == ""


@pytest.mark.parametrize("end", ["Enter", "Tab"])
@pytest.mark.parametrize(
    "place", ["body", "text", "email", "number", "area", "choice", "button", "send", "link", "rich"]
)
def test_a_scan_is_read_wherever_the_focus_is_and_changes_nothing(
    place: str, end: str, page: Page, typist: Typist
) -> None:
    if place != "body":
        page.focus(f"#{place}")
    before = page.evaluate("[number.value, email.value, area.value, choice.selectedIndex, rich.innerHTML]")
    typist.scan(CODE, end=end)
    assert scans(page) == [[CODE, CODE]]
    assert outcome(page) == CALM
    assert focused(page) == place
    assert page.evaluate("[number.value, email.value, area.value, choice.selectedIndex, rich.innerHTML]") == before
    assert page.url.endswith("/")


def test_a_scan_is_read_in_an_open_dialog_and_leaves_it_open(page: Page, typist: Typist) -> None:
    page.evaluate("dialog.showModal()")
    page.focus("#inside")
    typist.scan(CODE, "ru")
    page.focus("#close")
    typist.scan(NEXT, "kk")
    assert [scan[0] for scan in scans(page)] == [CODE, NEXT]
    assert page.evaluate("[dialog.open, inside.value]") == [True, ""]


@pytest.mark.parametrize("end", ["Enter", "Tab", ""])
def test_scans_that_follow_each_other_at_once_are_all_read(end: str, page: Page, typist: Typist) -> None:
    codes = tickets(12)
    page.focus("#text")
    for code in codes:
        typist.scan(code, "ru", gap=0.004, end=end)
    page.wait_for_function("() => scans.length >= 12")
    assert [scan[0] for scan in scans(page)] == codes
    assert page.input_value("#text") == ""


def test_a_scanner_that_sends_no_enter_is_understood_after_a_moment(page: Page, typist: Typist) -> None:
    page.fill("#text", "Нұрлан")
    typist.scan(CODE, end="")
    page.wait_for_function("() => scans.length === 1")
    assert page.input_value("#text") == "Нұрлан"


def test_a_second_enter_of_the_scanner_presses_nothing(page: Page, typist: Typist) -> None:
    page.focus("#button")
    typist.scan(CODE)
    typist.end("Enter", 0.01)
    assert outcome(page) == CALM
    typist.end("Enter", 0.3)
    assert outcome(page) == {"sent": 0, "pressed": 1, "enters": 1}


@pytest.mark.parametrize("gap", [0.0, 0.003, 0.02, 0.05, 0.078])
def test_slow_and_fast_scanners_are_read(gap: float, page: Page, typist: Typist) -> None:
    typist.scan(CODE, "ru", gap=gap)
    assert [scan[0] for scan in scans(page)] == [CODE]


def test_a_page_that_was_busy_hears_the_scan_all_the_same(page: Page, typist: Typist) -> None:
    page.evaluate(
        """addEventListener("keydown", (event) => {
          if (event.code !== "Digit4") return;
          const until = performance.now() + 250; while (performance.now() < until);
        })"""
    )
    page.focus("#text")
    for code in (CODE, NEXT):
        typist.scan(code)
    assert [scan[0] for scan in scans(page)] == [CODE, NEXT]


def test_small_letters_and_caps_lock_make_no_difference(page: Page, typist: Typist) -> None:
    typist.press("CapsLock", "CapsLock")
    for character in CODE.lower():
        typist.key(character, f"Key{character.upper()}" if character.isalpha() else f"Digit{character}", 0.005)
    typist.end("Enter")
    assert [scan[0] for scan in scans(page)] == [CODE]


def test_digits_of_the_number_block_count(page: Page, typist: Typist) -> None:
    for character in CODE:
        typist.key(character, f"Key{character}" if character.isalpha() else f"Numpad{character}", 0.005)
    typist.end("Enter")
    assert [scan[0] for scan in scans(page)] == [CODE]


def test_a_tablet_that_hides_the_keys_places_is_read_by_characters(page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.scan(CODE, coded=False)
    assert scans(page) == [[CODE, CODE]]


@pytest.mark.parametrize("gap", [0.005, 0.05])
def test_a_tablet_with_another_layout_leaves_the_reading_to_the_hub(gap: float, page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.scan(CODE, "ru", coded=False, gap=gap)
    (code, raw), *rest = scans(page)
    assert (code, rest) == (None, [])
    assert raw == CODE.translate(str.maketrans(LAYOUTS["us"], LAYOUTS["ru"]))
    assert page.input_value("#text") == ""


@pytest.mark.parametrize("raw", ["KABCDEFGHJKMNPXX", "http://tsoi.kz", "4607012345678"])
def test_what_is_scanned_but_is_no_ticket_is_reported_and_removed(raw: str, page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.scan(raw)
    assert scans(page) == [[None, raw]]
    assert outcome(page) == CALM
    assert page.input_value("#text") == ""


def test_a_code_of_many_lines_sends_no_form(page: Page, typist: Typist) -> None:
    page.focus("#text")
    for line in ("begin:vcard", "n:x", "end"):
        typist.scan(line)
    assert scans(page) == [[None, "begin:vcard"]]
    assert outcome(page) == CALM
    assert page.input_value("#text") == ""


@pytest.mark.parametrize("seed", range(6))
def test_a_person_is_never_taken_for_a_scanner(seed: int, page: Page, typist: Typist) -> None:
    draw = random.Random(seed)
    page.focus("#text")
    names = ["тимур цой", "ольга елкина", "kассымkызы", "kab2345"]
    draw.shuffle(names)
    for name in names:
        # Fingers roll: a few gaps are shorter than a scanner's.
        gaps = [draw.choice([0.004, 0.03, 0.06, 0.09, 0.2]) for _ in name[:-1]] + [0.05]
        page.fill("#text", "")
        typist.type(name, gaps, "ru")
        assert page.input_value("#text") == name
        typist.end("Enter", draw.choice([0.06, 0.2]))
    assert scans(page) == []
    assert outcome(page) == {"sent": 4, "pressed": 0, "enters": 4}


def test_a_ticket_code_copied_by_hand_is_typing(page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.scan(CODE, gap=0.1)
    assert scans(page) == []
    assert page.input_value("#text") == CODE
    assert outcome(page)["sent"] == 1


@pytest.mark.parametrize("word", ["цой", "елкина-"])
def test_a_short_word_at_any_speed_is_typing(word: str, page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.type(word, 0.004, "ru")
    typist.end("Enter")
    assert scans(page) == []
    assert outcome(page)["sent"] == 1
    assert page.input_value("#text") == word


def test_a_key_held_down_is_typing(page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.key("k", "KeyK", 0.2, up=False)
    for _ in range(20):
        typist.key("k", "KeyK", 0.03, held=True, up=False)
    typist.end("Enter", 0.03)
    assert scans(page) == []
    assert page.input_value("#text") == "k" * 21


def test_a_corrected_word_is_typing(page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.scan(CODE[:10], end="")
    typist.press("Backspace", "Backspace")
    typist.scan(CODE[10:])
    assert scans(page) == []
    assert page.input_value("#text") == CODE[:9] + CODE[10:]


def test_tab_still_moves_the_focus_for_a_person(page: Page, typist: Typist) -> None:
    page.focus("#text")
    typist.type("цой", 0.12, "ru")
    typist.end("Tab", 0.12)
    assert focused(page) == "short"


def test_nothing_is_heard_after_stopping(page: Page, typist: Typist) -> None:
    page.evaluate("stop()")
    page.focus("#text")
    typist.scan(CODE)
    assert scans(page) == []
    assert page.input_value("#text") == CODE
