"""A bare desk page: every kind of field, and a listener for scans."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser import launch, serve

PAGE = """<!doctype html><title>desk</title>
<form id="form"><input id="text"><input id="short" maxlength="5"><input id="email" type="email">
<input id="number" type="number"><textarea id="area"></textarea>
<select id="choice"><option>Алматы<option>Кокшетау</select><button id="send">send</button></form>
<div id="rich" contenteditable>первая <b>вторая</b></div><button id="button">press</button>
<a id="link" href="#x">a</a>
<dialog id="dialog"><form method="dialog"><input id="inside"><button id="close">close</button></form></dialog>
<script type="module" src="/desk.js"></script>"""
SCRIPT = """import { listenForScans } from "/static/kiosk/scanner_keyboard.js";
const byId = (id) => document.getElementById(id);
Object.assign(window, { scans: [], sent: 0, pressed: 0, enters: 0, searches: [] });
byId("form").addEventListener("submit", (event) => { event.preventDefault(); window.sent += 1; });
byId("button").addEventListener("click", () => { window.pressed += 1; });
byId("text").addEventListener("input", () => window.searches.push(byId("text").value));
document.addEventListener("keydown", ({ key }) => { if (key === "Enter") window.enters += 1; });
window.stop = listenForScans(document, { onScan: (code, raw) => window.scans.push([code, raw]) });
window.ready = true;
"""


@contextmanager
def open_tab() -> Iterator[Page]:
    """A browser tab for many tests: each loads the page anew, which is all that it needs to forget the last."""
    with serve({"/": PAGE, "/desk.js": SCRIPT}) as origin:
        browser = launch()
        yield browser.new_page(base_url=origin)
        browser.close()


def load(tab: Page) -> Page:
    """The desk page, fresh and listening."""
    tab.goto("/")
    tab.wait_for_function("() => window.ready")
    return tab
