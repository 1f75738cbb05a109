"""An alarm on a page that has nothing to do with it: it comes by itself, is heard once, and goes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

WRONG = '<p class="alarm stop" data-alarm="screen-1"><span>Экран 1: нет связи</span></p>'
OVER = '<p class="alarm go" data-alarm="screen-1" data-over><span>Экран 1: снова на связи</span></p>'
COUNT = (
    "navigator.vibrate = (pattern) => { sessionStorage.trembled = (sessionStorage.trembled ?? '') + pattern + ';'; };"
)


@pytest.fixture
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """The minder's phone."""
    with LiveHub(tmp_path_factory.mktemp("live")) as hub:
        headers = {"Authorization": f"Bearer {hub.token(Role.MINDER)}"}
        context = browser.new_context(
            base_url=hub.url, viewport={"width": 390, "height": 844}, extra_http_headers=headers
        )
        context.add_init_script(COUNT)
        yield context.new_page()
        context.close()


def test_an_alarm_comes_is_heard_once_and_goes(page: Page) -> None:
    said = [""]
    page.route("**/alarms/now", lambda route: route.fulfill(body=said[0], content_type="text/html"))
    page.goto("/")
    expect(page.locator("#alarms")).to_be_attached()
    said[0] = WRONG
    page.evaluate("dispatchEvent(new Event('hub:alarms'))")
    expect(page.locator(".alarm.stop")).to_have_text("Экран 1: нет связи")
    page.goto("/announcements")  # another page of the same tab
    expect(page.locator(".alarm.stop")).to_be_visible()
    said[0] = OVER
    page.evaluate("dispatchEvent(new Event('hub:alarms'))")
    expect(page.locator(".alarm.go")).to_have_text("Экран 1: снова на связи")
    expect(page.locator(".alarm.stop")).to_have_count(0)
    assert page.evaluate("sessionStorage.trembled") == "200,100,200;100;"
    said[0] = ""
    page.evaluate("dispatchEvent(new Event('hub:alarms'))")
    expect(page.locator(".alarm")).to_have_count(0)
