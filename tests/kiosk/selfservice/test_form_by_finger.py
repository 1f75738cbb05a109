"""The walk-in form under a finger: one tap is one step, and everything fits small tablets in every language."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from hub.i18n import LANGUAGES
from tests.conftest import CAST, FIELDS
from tests.desk_page import put_on_the_list
from tests.kiosk.selfservice.walk_in_visit import Kiosk
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

# Longer than a browser's own long press; farther than it lets a tap slip.
HELD_MS = 900
SLIP = 24


@pytest.fixture
def kiosk(browser: Browser, hub: LiveHub) -> Iterator[Kiosk]:
    visit = Kiosk(browser, hub, touch=True)
    yield visit
    visit.context.close()
    assert visit.faults == []


def test_one_tap_of_a_finger_is_one_step(kiosk: Kiosk) -> None:
    kiosk.begin("uz")
    expect(kiosk.page.locator("#walk-in-name")).to_have_text(kiosk.page.locator("[data-do=new]").text_content() or "")
    for step, after, answers in (
        ("name", "work", {"surname": "Saidov", "first_name": "Oʻtkir"}),
        ("work", "phone", {"company": "IP", "position": "ROP"}),
        ("phone", "email", {"phone": "+998 998901234567"}),
    ):
        kiosk.at(step)
        for name, text in answers.items():
            kiosk.field(name).fill(text)
        kiosk.touch.tap("NEXT")
        kiosk.at(after)
        expect(kiosk.form.locator(".asked-wrong:visible")).to_have_count(0)
    assert kiosk.field("email").input_value() == ""
    assert kiosk.field("phone").input_value() == "+998 90 123 45 67"
    kiosk.page.locator('[data-way="back"]').tap()
    kiosk.page.locator('[data-way="back"]').tap()
    kiosk.at("work")
    kiosk.touch.tap("LAYOUT")
    expect(kiosk.form.locator('[data-letter="ү"]')).to_be_visible()
    kiosk.touch.tap("SIGNS")
    expect(kiosk.form.locator('[data-act="LETTERS"]')).to_have_text("АБВ")
    assert [kiosk.field(name).input_value() for name in ("company", "position")] == ["IP", "ROP"]


LISTEN = """() => {
  window.came = [];
  for (const name of ["contextmenu", "dragstart", "selectstart"]) {
    addEventListener(name, (event) => event.defaultPrevented || window.came.push(name));
  }
}"""


def test_a_finger_that_rests_or_slips_on_a_button_presses_it_once_and_calls_up_nothing(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.page.evaluate(LISTEN)
    next_key = kiosk.page.locator('.walk-in [data-act="NEXT"]')
    kiosk.field("surname").fill("Цой")
    kiosk.touch.hold(next_key, HELD_MS)
    expect(kiosk.field("first_name")).to_be_focused()
    kiosk.field("first_name").fill("Тимур")
    kiosk.touch.hold(next_key, HELD_MS, slip=SLIP)
    kiosk.at("work")
    expect(kiosk.form.locator(".asked-wrong:visible")).to_have_count(0)
    kiosk.touch.hold(kiosk.page.locator('[data-way="back"]'), HELD_MS)
    kiosk.at("name")
    kiosk.touch.hold(kiosk.page.locator('.walk-in [data-letter="ы"]'), HELD_MS)
    assert [kiosk.field(name).input_value() for name in ("surname", "first_name")] == ["Цойы", "Тимур"]
    kiosk.touch.hold(kiosk.page.locator("#call"), HELD_MS)
    expect(kiosk.page.locator("#kiosk")).to_have_attribute("data-at", "called")
    assert kiosk.page.evaluate("() => [window.came, String(getSelection())]") == [[], ""]


def test_the_phone_begins_as_at_home_in_the_language(kiosk: Kiosk) -> None:
    kiosk.begin("uz")
    for language, beginning in (("ky", "+996 "), ("kk", "+7 "), ("uz", "+998 ")):
        kiosk.page.locator(f'[data-language="{language}"]').click()
        assert kiosk.field("phone").input_value() == beginning


DOUBTFUL = {"phone": "12345", "email": "olga@"}
# As wide and as high as tablets are, lying and standing.
TABLETS = ((1024, 768), (1024, 600), (1280, 800), (800, 1280))
MEASURE = """() => {
  const shown = "button, input, h2, img, label, .asked-wrong p, .walk-in-progress, .summary dd";
  const seen = [...document.querySelectorAll(`#kiosk :is(${shown})`)].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1);
  const boxes = seen.map((each) => [each, each.getBoundingClientRect()]);
  const wrong = [];
  const head = document.querySelector(".walk-in-head button").getBoundingClientRect();
  for (const [one, box] of boxes) {
    const name = one.id || one.textContent.trim() || one.outerHTML;
    const on = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
    if (!on) wrong.push(`off: ${name}`);
    // 49 modules with their quiet zone, three pixels each
    if (one.matches("img") && box.width < 147) wrong.push(`small: ${box.width}`);
    if (one.matches("img") && box.top < 24) wrong.push(`at the edge: ${box.top}`);
    if (one.matches(".summary button") && box.height < 63.9) wrong.push(`small: ${box.height} ${name}`);
    if (one.matches(".asked-pair label") && box.top - head.bottom < 5.9) wrong.push(`no room above: ${name}`);
    for (const [other, there] of boxes) {
      const beside = Math.min(box.right, there.right) - Math.max(box.left, there.left) < 2;
      const apart = beside || Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top) < 2;
      if (one !== other && !apart && !one.contains(other) && !other.contains(one)) wrong.push(`over: ${name}`);
    }
  }
  return wrong;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_fits_a_small_tablet_with_all_that_may_be_wrong_in_it(
    kiosk: Kiosk, hub: LiveHub, language: str
) -> None:
    put_on_the_list(hub, "olga")
    kiosk.begin(language)
    kiosk.page.locator(".own-phone img").wait_for()
    texts = dict(zip(FIELDS, CAST["olga"], strict=True)) | {"phone": "+996 555 111 222", "email": "other@example.com"}
    for names in (("surname", "first_name"), ("company", "position"), ("phone",), ("email",)):
        fits(kiosk)
        kiosk.field(names[-1]).press("Enter")
        expect(kiosk.form.locator(".asked-wrong:visible")).to_have_count(len(names))
        fits(kiosk)
        if names[0] in DOUBTFUL:
            kiosk.answer(**{names[0]: DOUBTFUL[names[0]]})
            expect(kiosk.form.locator('[data-way="keep"]:visible')).to_have_count(1)
            fits(kiosk)
        kiosk.answer(**{name: texts[name] for name in names})
    kiosk.at("consent")
    kiosk.go_on()
    kiosk.agree()
    kiosk.at("summary")
    fits(kiosk)
    kiosk.go_on()
    expect(kiosk.form.locator("[data-trouble]")).to_be_visible()
    fits(kiosk)


def fits(kiosk: Kiosk) -> None:
    step = kiosk.form.get_attribute("data-at")
    for width, height in TABLETS:
        kiosk.page.set_viewport_size({"width": width, "height": height})
        assert kiosk.page.evaluate(MEASURE) == [], (step, width, height)
