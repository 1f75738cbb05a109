"""The camera reads tickets however they are held, says what is wrong with it, and asks nobody but the hub."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import launch, serve
from tests.fake_camera import Shot, film
from tests.typist import tickets

pytestmark = pytest.mark.browser

PAGE = (
    """<!doctype html><title>camera</title><video id="video"></video><script type="module" src="/desk.js"></script>"""
)
SCRIPT = """import { openCamera } from "/static/kiosk/scanner_camera.js";
Object.assign(window, { scans: [], times: [], troubles: [], frames: 0 });
const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (...message) { window.frames += 1; send.apply(this, message); };
window.open = async (deviceId) => {
  window.camera = await openCamera({
    video: document.getElementById("video"),
    onScan: (code) => { window.scans.push(code); window.times.push(performance.now()); },
    onTrouble: (trouble) => window.troubles.push(trouble),
    deviceId,
  });
};
window.ready = true;
"""
# The camera of these tests fails as often as it is told to; then it is Chromium's own again.
BROKEN = """const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
window.failures = [];
window.asked = [];
navigator.mediaDevices.getUserMedia = async (wish) => {
  window.asked.push(wish.video);
  const name = window.failures.shift();
  if (name) throw new DOMException("", name);
  return real(wish);
};"""
CODES = tickets(9)
HELD = {
    "straight": Shot(CODES[0]),
    "turned a little": Shot(CODES[1], turn=17),
    "turned by half a corner": Shot(CODES[2], turn=45),
    "on its side": Shot(CODES[3], turn=90),
    "upside down": Shot(CODES[4], turn=180),
    "in the dark": Shot(CODES[5], light=0.2),
    "far away": Shot(CODES[6], side=60),
    "light on dark": Shot(CODES[7], inverted=True),
    "close and turned and dim": Shot(CODES[8], side=480, turn=30, light=0.35),
}


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with serve({"/": PAGE, "/desk.js": SCRIPT}) as origin:
        yield origin


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser whose camera sees one ticket after another."""
    browser = launch(camera=film(tmp_path_factory.mktemp("film") / "many.y4m", HELD.values()))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser whose camera sees one ticket again and again, with hardly a moment between."""
    shot = Shot(CODES[0], side=160, seconds=1)
    path = film(tmp_path_factory.mktemp("film") / "one.y4m", [shot], size=(320, 240))
    browser = launch(camera=path)
    yield browser
    browser.close()


@pytest.fixture
def page(one: Browser, origin: str) -> Iterator[Page]:
    page = one.new_page()
    page.add_init_script(BROKEN)
    yield opened(page, origin)
    page.close()


def opened(page: Page, origin: str) -> Page:
    page.goto(origin)
    page.wait_for_function("() => window.ready")
    return page


def test_a_ticket_is_read_however_it_is_held(many: Browser, origin: str) -> None:
    page = many.new_page()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    opened(page, origin).evaluate("open()")
    page.wait_for_function("(count) => new Set(scans).size >= count", arg=len(HELD))
    assert set(page.evaluate("scans")) == set(CODES)
    assert page.evaluate("troubles") == []
    assert f"{origin}/static/vendor/zxing_reader.wasm" in asked
    assert all(url.startswith(origin) for url in asked)
    page.close()


def test_a_ticket_that_stays_in_view_is_one_scan(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => scans.length > 0 && performance.now() - times[0] > 4000 && frames > 10")
    assert page.evaluate("scans") == [CODES[0]]


def test_a_ticket_that_comes_back_after_three_seconds_is_a_new_scan(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => scans.length === 1")
    page.evaluate("const { now } = performance; performance.now = () => now.call(performance) + 3100")
    page.wait_for_function("() => scans.length === 2")
    assert page.evaluate("scans") == [CODES[0]] * 2


def test_a_hidden_page_looks_at_nothing(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => frames > 2")
    hide = """(hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      window.frames = 0; window.since = performance.now();
    }"""
    page.evaluate(hide, True)
    page.wait_for_function("() => performance.now() - since > 500")
    assert page.evaluate("frames") == 0
    page.evaluate(hide, False)
    page.wait_for_function("() => frames > 2")


def test_a_camera_that_is_pulled_out_is_said_and_found_again(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => frames > 0")
    page.evaluate("failures.push('NotFoundError'); video.srcObject.getTracks()[0].dispatchEvent(new Event('ended'))")
    assert page.evaluate("troubles") == ["no_camera"]
    page.evaluate("navigator.mediaDevices.dispatchEvent(new Event('devicechange')), frames = 0")
    page.wait_for_function("() => frames > 0")
    assert page.evaluate("[troubles, failures]") == [["no_camera", None], []]


def test_an_answer_that_comes_after_the_camera_was_pulled_out_stops_no_retry(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => frames > 0")
    pull = """async () => {
      const sent = frames;
      while (frames === sent) await new Promise(requestAnimationFrame);
      video.srcObject.getTracks()[0].dispatchEvent(new Event("ended")); // the last frame is still being read
      frames = 0;
    }"""
    page.evaluate(pull)
    page.wait_for_function("() => frames > 0")
    assert page.evaluate("troubles") == ["no_camera", None]


@pytest.mark.parametrize(
    ("name", "trouble"), [("NotReadableError", "in_use"), ("AbortError", "in_use"), ("NotFoundError", "no_camera")]
)
def test_a_camera_that_cannot_start_is_tried_again(name: str, trouble: str, page: Page) -> None:
    page.evaluate("(name) => { failures.push(name); return open(); }", name)
    assert page.evaluate("troubles") == [trouble]
    page.wait_for_function("() => frames > 0")
    assert page.evaluate("troubles") == [trouble, None]


def test_a_person_who_refused_is_not_asked_again(page: Page) -> None:
    page.evaluate("failures.push('NotAllowedError'); open()")
    page.wait_for_function("() => troubles.length")
    page.evaluate("navigator.mediaDevices.dispatchEvent(new Event('devicechange')), since = performance.now()")
    page.wait_for_function("() => performance.now() - since > 2200")
    assert page.evaluate("[troubles, asked.length]") == [["refused"], 1]


def test_the_camera_at_the_back_is_preferred_and_another_can_be_chosen(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => frames > 0")
    listed = page.evaluate("camera.cameras()")
    assert [camera["id"] for camera in listed] == [page.evaluate("camera.deviceId")]
    page.evaluate("camera.choose('gone')")
    assert page.evaluate("asked[0].facingMode") == {"ideal": "environment"}
    assert page.evaluate("asked.slice(1).map((video) => video.deviceId ?? null)") == [{"exact": "gone"}, None]
    assert page.evaluate("[troubles, camera.hasTorch]") == [[], False]


def test_a_stopped_camera_is_let_go(page: Page) -> None:
    page.evaluate("open()")
    page.wait_for_function("() => frames > 0")
    page.evaluate("window.track = video.srcObject.getTracks()[0]; camera.stop()")
    assert page.evaluate("[track.readyState, video.srcObject]") == ["ended", None]


def test_a_decoder_that_does_not_load_is_said(page: Page) -> None:
    page.context.route("**/zxing_reader.wasm", lambda route: route.abort())
    page.evaluate("open()")
    page.wait_for_function("() => troubles.length")
    assert page.evaluate("troubles") == ["no_decoder"]


def test_without_a_secure_context_it_says_so(one: Browser, origin: str) -> None:
    page = one.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })")
    opened(page, origin).evaluate("open()")
    page.wait_for_function("() => troubles.length")
    assert page.evaluate("troubles") == ["insecure"]
    page.close()


def test_a_machine_without_camera_says_so(origin: str) -> None:
    browser = launch()
    page = browser.new_context(permissions=["camera"]).new_page()
    opened(page, origin).evaluate("open()")
    page.wait_for_function("() => troubles.length")
    assert page.evaluate("troubles") == ["no_camera"]
    browser.close()
