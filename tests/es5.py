"""Is a script plain ES5, as the browser of a ten-year-old TV wants it? Asked of acorn, inside Chromium."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import ROOT, launch

ACORN = ROOT / "node_modules" / "acorn" / "dist" / "acorn.js"
_PARSE = "text => { try { acorn.parse(text, {ecmaVersion: 5}); return ''; } catch (error) { return String(error); } }"


def parses(path: Path) -> None:
    """Assert that a whole script file, loaded without a module, is ES5; the failure says where it is not."""
    trouble = _page().evaluate(_PARSE, path.read_text(encoding="utf-8"))
    assert not trouble, f"{path.name}: {trouble}"


@cache
def _page() -> Page:
    """One blank page for a whole process; the browser goes when Playwright's driver does."""
    page = launch().new_page()
    page.add_script_tag(path=ACORN)
    return page
