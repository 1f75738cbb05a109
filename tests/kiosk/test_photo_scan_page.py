"""A phone on plain http takes a photo, and the hub reads it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FilePayload, Page

from hub.errors import Refusal
from kiosk import photo_scan
from tests.browser import launch, serve
from tests.fake_camera import Shot, photo
from tests.typist import ticket

pytestmark = pytest.mark.browser

CODE = ticket("KABCDEFGHJKMNP")
PAGE = """<!doctype html><title>photo</title><input id="photo" type="file" accept="image/*" capture="environment">
<script type="module" src="/desk.js"></script>"""
SCRIPT = """import { listenForPhotos, needsPhoto } from "/static/kiosk/photo_scan.js";
Object.assign(window, { log: [], needsPhoto });
window.stop = listenForPhotos(document.getElementById("photo"), {
  headers: { "X-CSRFToken": "token" },
  onScan: (code) => window.log.push(code),
  onTrouble: ({ error }) => window.log.push(error),
  onBusy: (busy) => window.log.push(busy),
});
window.ready = true;
"""
Upload = tuple[int, str]


def answer(uploads: list[Upload], body: bytes, headers: dict[str, str]) -> dict[str, object]:
    """What the hub will say; keeps the size and the token of each upload."""
    match = re.search(rb'name="photo"; filename="photo"\r\nContent-Type: [^\r]*\r\n\r\n(.*)\r\n--', body, re.DOTALL)
    assert match
    uploads.append((len(match[1]), headers["x-csrftoken"]))
    try:
        return {"code": photo_scan.decode(match[1])[0]}
    except Refusal as refusal:
        return {"error": refusal.code, "message": ""}


@pytest.fixture
def uploads() -> list[Upload]:
    return []


@pytest.fixture
def page(uploads: list[Upload]) -> Iterator[Page]:
    def hub(body: bytes, headers: dict[str, str]) -> dict[str, object]:
        return answer(uploads, body, headers)

    with serve({"/": PAGE, "/desk.js": SCRIPT}, {"/api/scan-photo": hub}) as origin:
        # Not localhost by name, so not secure: as on the venue's network.
        browser = launch(args=("--host-resolver-rules=MAP hub.test 127.0.0.1",))
        page = browser.new_page()
        page.goto(origin.replace("127.0.0.1", "hub.test"))
        page.wait_for_function("() => window.ready")
        yield page
        browser.close()


def pick(page: Page, data: bytes) -> list[object]:
    page.set_input_files("#photo", FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=data))
    page.wait_for_function("() => log.length >= 3")
    log: list[object] = page.evaluate("log.splice(0)")
    return log


def test_a_page_on_plain_http_takes_photos(page: Page, uploads: list[Upload]) -> None:
    assert page.evaluate("needsPhoto()") is True
    large = photo(Shot(CODE, side=700), size=(4032, 3024), quality=95)
    assert pick(page, large) == [True, False, CODE]
    ((size, token),) = uploads
    assert size < len(large)
    assert token == "token"
    assert page.input_value("#photo") == ""


def test_a_code_too_small_for_the_first_try_is_read_from_the_whole_photo(page: Page, uploads: list[Upload]) -> None:
    whole = photo(Shot(CODE, side=50, turn=20), size=(4032, 3024))
    assert pick(page, whole) == [True, False, CODE]
    assert [size for size, _ in uploads][1:] == [len(whole)]


def test_a_refusal_and_a_hub_that_is_away_are_told_apart(page: Page) -> None:
    assert pick(page, b"not a picture") == [True, False, "photo_unreadable"]
    page.context.set_offline(True)
    assert pick(page, b"not a picture") == [True, False, "away"]
