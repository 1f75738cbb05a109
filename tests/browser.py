"""Chromium for tests, and a bare web server with the hub's own content policy."""

import atexit
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
# The browser without its windows: the same engine, and a page is opened in half of the time.
CHROMIUM = "/usr/bin/chromium-headless-shell"
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "worker-src 'self'; connect-src 'self'"
)
# First Playwright's own list, which a list of ours takes the place of; last the pages of the address bar's
# suggestions, which every context starts for itself: half of the processor time of opening a page.
_UNWANTED = (
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup"
)
# Chromium of a distribution talks to its maker unless told not to; tests talk to nobody.
_QUIET = (
    f"--disable-features={_UNWANTED}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".html": "text/html"}
_FOLDERS = {"/static/vendor/": ROOT / "hub/static/vendor", "/static/kiosk/": ROOT / "kiosk/static/kiosk"}

Answer = Callable[[bytes, dict[str, str]], dict[str, object]]
"""Answers a POST: its body and headers (lower case names) -> the JSON to send back."""


@cache
def driver() -> Playwright:
    """Playwright itself, started once in this process: a second one in the same thread is refused."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright


def launch(*, camera: Path | None = None, args: tuple[str, ...] = ()) -> Browser:
    """Start a headless Chromium; `camera` is a .y4m film that plays in a loop as its only camera."""
    fake: tuple[str, ...] = ()
    if camera is not None:
        fake = (
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={camera}",
        )
    return driver().chromium.launch(executable_path=CHROMIUM, args=[*_QUIET, *fake, *args])


def complaints_of(page: Page) -> list[str]:
    """The errors that a page writes to its console from now on. A socket that is cut by leaving the page is none."""
    heard: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error" and "WebSocket is closed before" not in said.text:
            heard.append(said.text)

    page.on("console", hear)
    return heard


def wait_for_answer(page: Page, question: str) -> None:
    """Wait until `question`, an async function of the page, answers with something true.

    Page.wait_for_function takes the promise itself for true, and waits for nothing.
    """
    page.evaluate(
        f"""async () => {{
          const answer = {question};
          while (!(await answer())) await new Promise((done) => setTimeout(done, 50));
        }}"""
    )


@contextmanager
def serve(pages: dict[str, str], answers: dict[str, Answer] | None = None) -> Iterator[str]:
    """Serve `pages` (path -> text), the static folders and `answers` (path -> POST) on a free loopback port.

    Yields the origin, without a slash at its end.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, pages, answers or {}))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, pages: dict[str, str], answers: dict[str, Answer], *args: Any) -> None:
        self.pages, self.answers = pages, answers
        super().__init__(*args)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path in self.pages:
            self._reply(200, self.pages[path].encode(), _TYPES.get(Path(path).suffix, "text/html; charset=utf-8"))
            return
        for prefix, folder in _FOLDERS.items():
            file = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and file.is_file():
                self._reply(200, file.read_bytes(), _TYPES.get(file.suffix, "application/octet-stream"))
                return
        self._reply(404, b"", "text/plain")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._reply(200, json.dumps(self.answers[self.path](body, headers)).encode(), "application/json")

    def log_message(self, *_: object) -> None:
        """Keep the tests' output quiet."""

    def _reply(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)
