"""The walk-in form under a finger: one tap is one step, and everything fits small tablets in every language."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from hub.i18n import LANGUAGES
from tests.kiosk.selfservice.walk_in_visit import Kiosk
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser


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


def test_the_phone_begins_as_at_home_in_the_language(kiosk: Kiosk) -> None:
    kiosk.begin("uz")
    for language, beginning in (("ky", "+996 "), ("kk", "+7 "), ("uz", "+998 ")):
        kiosk.page.locator(f'[data-language="{language}"]').click()
        assert kiosk.field("phone").input_value() == beginning


# As wide and as high as tablets are, lying and standing.
TABLETS = ((1024, 768), (1024, 600), (800, 1280))
MEASURE = """() => {
  const seen = [...document.querySelectorAll("#kiosk :is(button, input, h2, img, label)")].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1);
  const boxes = seen.map((each) => [each, each.getBoundingClientRect()]);
  const wrong = [];
  for (const [one, box] of boxes) {
    const name = one.id || one.textContent.trim() || one.outerHTML;
    const on = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
    if (!on) wrong.push(`off: ${name}`);
    // 49 modules with their quiet zone, three pixels each
    if (one.matches("img") && box.width < 147) wrong.push(`small: ${box.width}`);
    for (const [other, there] of boxes) {
      const beside = Math.min(box.right, there.right) - Math.max(box.left, there.left) < 2;
      const apart = beside || Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top) < 2;
      if (one !== other && !apart && !one.contains(other) && !other.contains(one)) wrong.push(`over: ${name}`);
    }
  }
  return wrong;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_fits_a_small_tablet(kiosk: Kiosk, language: str) -> None:
    kiosk.begin(language)
    kiosk.page.locator(".own-phone img").wait_for()
    for answers in (
        {"surname": "Цой", "first_name": "Тимур"},
        {"company": "ИП", "position": "РОП"},
        {"phone": "+77010000002"},
    ):
        fits(kiosk)
        kiosk.answer(**answers)
    kiosk.at("email")
    fits(kiosk)


def fits(kiosk: Kiosk) -> None:
    step = kiosk.form.get_attribute("data-at")
    for width, height in TABLETS:
        kiosk.page.set_viewport_size({"width": width, "height": height})
        assert kiosk.page.evaluate(MEASURE) == [], (step, width, height)
