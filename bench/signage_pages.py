"""Sixty path screens in real browser pages, for measurements: each let in, each telling when it painted what.

The pages share a few browser processes; a name of its own for the hub gives each its own cookie.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flask import session
from playwright.sync_api import Browser, Page, ViewportSize

from hub import devices, sessions
from hub.access import Role
from hub.app import create_app
from hub.database import db, write
from hub.models import Device
from hub.settings import Settings
from tests.browser import ROOT, launch
from tests.signage.screen_visit import PathHub

SMALL: ViewportSize = {"width": 320, "height": 180}
HOST = "screen-{}.test"
PATIENCE_MS = 60_000
# A window each: what stands behind in a tab is painted once a second.
POPUP = "url => { window.open(url, '', 'popup,width=320,height=180'); }"
SOCKET = ROOT / "hub/static/vendor/socket.io.es5.js"
Times = dict[str, dict[str, float]]
"""Of one page, by the announcement's seq: when it "got" it, "painted" it, and had the hub's "known"; ms since 1970."""

# Between the page and its socket: writes down when what went by. The answer to the beat that follows the receipt
# proves that the hub has both, since it reads a page's messages in order.
WATCH = """
window.times = {got: {}, painted: {}, known: {}};
let real, last = 0;
const now = () => performance.timeOrigin + performance.now();
Object.defineProperty(window, "io", {set: (given) => { real = given; }, get: () => real && connect});
function connect(...options) {
  const socket = real(...options), emit = socket.emit.bind(socket);
  socket.on("announcements", (told) => { window.times.got[told.seq] ??= now(); });
  socket.emit = (name, content, answered) => {
    if (name === "announced") {
      last = content.seq;
      window.times.painted[last] ??= now();
    }
    const seq = last;
    return emit(name, content, answered && ((...reply) => {
      if (seq) window.times.known[seq] ??= now();
      answered(...reply);
    }));
  };
  return socket;
}
"""
# The floor: another colour on an empty page, two frames, a receipt, an answer.
EMPTY = """() => {
  const socket = io({transports: ["websocket"]});
  socket.on("announcements", (told) => {
    document.body.style.background = told.seq % 2 ? "black" : "white";
    requestAnimationFrame(() => requestAnimationFrame(() => {
      socket.emit("announced", {seq: told.seq});
      socket.emit("shown", {}, () => {});
    }));
  });
  return new Promise((done) => socket.on("connect", () => done(true)));
}"""


def let_in(hub: PathHub, count: int) -> list[tuple[str, str]]:
    """So many screens that stand on the way, as if paired: each one's device and cookie. The hub must not run."""
    app = create_app(Settings(data=hub.folder))
    with app.app_context(), db.connection_context():
        made = write(lambda: [devices.admit(Role.SCREEN, f"Экран {n + 1}", "") for n in range(count)])
    db.obj.close_all()
    return [(str(device.id), _cookie(app, device)) for device in made]


def _cookie(app: Any, device: Device) -> str:
    with app.test_request_context():
        sessions.begin(device)
        signer = app.session_interface.get_signing_serializer(app)
        return str(signer.dumps(dict(session)))


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser to which every name of HOST is this machine."""
    rules = f"--host-resolver-rules=MAP {HOST.format('*')} 127.0.0.1"
    browser = launch(args=(rules, "--renderer-process-limit=2"))
    try:
        yield browser
    finally:
        browser.close()


def open_pages(browser: Browser, hub: PathHub, cookies: Sequence[str], *, empty: bool = False) -> list[Page]:
    """A page a cookie, connected; `empty` ones are the floor."""
    context = browser.new_context(viewport=SMALL, bypass_csp=True)
    context.add_init_script(WATCH)
    first = context.new_page()
    first.goto(f"http://{HOST.format('first')}:{hub.port}/healthz")
    pages = []
    for number, cookie in enumerate(cookies):
        url = f"http://{HOST.format(number)}:{hub.port}"
        context.add_cookies([{"name": "session", "value": cookie, "url": url}])
        with context.expect_page() as opened:
            first.evaluate(POPUP, f"{url}/healthz" if empty else f"{url}/screen")
        page = opened.value
        page.set_viewport_size(SMALL)
        if empty:
            page.wait_for_load_state()
            page.add_script_tag(path=SOCKET)
            page.evaluate(EMPTY)
        else:
            page.wait_for_selector("#way[data-kind]", timeout=PATIENCE_MS)
        pages.append(page)
    return pages


def times(pages: Sequence[Page]) -> list[Times]:
    """What each page has written down."""
    return [page.evaluate("() => window.times") for page in pages]


def close(pages: Sequence[Page]) -> None:
    """Close the pages with their context."""
    pages[0].context.close()
