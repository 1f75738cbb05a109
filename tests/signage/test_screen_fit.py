"""Letters as large as their place allows: what the page finds in a few layouts, against a search through all sizes."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import ROOT

pytestmark = pytest.mark.browser

STATIC = ROOT / "signage/static/signage"
MOST, LEAST, SMALL = 216, 32, 21
SEED = 20261123
CASES = 25
BOXES = ((1100, 600), (500, 400), (300, 600), (700, 120), (200, 90))
ROLES = ("label", "head", "line", "note", "thanks", "back", "next")
WORDS = ("Зал", "второй", "этаж", "Регистрация", "Қанағаттандырылмағандықтарыңыздан", "кофе-брейк", "Oʻzbekiston")
STAGE = """<div id="stage" class="wide" style="position: relative; left: 0; top: 0; width: 1280px; height: 720px">
  <div class="sheet"><div class="texts"><div class="words" id="box"><div class="block"></div></div></div></div></div>"""
# What the page chose for these parts in this box, whether that fits, and the largest size at which no word is broken.
FIT = """([parts, width, height, most, least, small]) => {
  const box = document.getElementById("box"), block = box.firstChild;
  Object.assign(box.style, {right: "auto", bottom: "auto", width: `${width}px`, height: `${height}px`});
  block.innerHTML = "";
  for (const [role, text] of parts) {
    const part = block.appendChild(document.createElement("p"));
    part.className = role;
    part.textContent = text;
  }
  const fits = () => block.scrollWidth <= box.clientWidth + 1 && block.offsetHeight <= box.clientHeight;
  pathScreen.fitBlock(block, box, most, least, small);
  const own = [...block.children].map((part) => parseFloat(part.style.fontSize));
  const found = {fits: fits(), broken: block.className !== "block", largest: Math.max(...own), best: 0};
  block.className = "block";
  const sizes = {thanks: 0.6, exit: 1, head: 1, back: 0.7, next: 0.4};
  for (let px = most; px >= least && !found.best; px -= 1) {
    const wanted = parts.map(([role]) => Math.max(px * (sizes[role] ?? 0.5), small));
    [...block.children].forEach((part, n) => {
      part.style.webkitLineClamp = "";
      part.style.fontSize = `${wanted[n]}px`;
    });
    if (fits()) found.best = Math.max(...wanted);
  }
  return found;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 720})
    opened.set_content(STAGE)
    opened.add_style_tag(path=STATIC / "screen.css")
    opened.add_script_tag(path=STATIC / "screen_fit.js")
    yield opened
    opened.close()


def some_parts(chance: random.Random) -> list[tuple[str, str]]:
    """A few lines of one word or of twenty."""
    return [
        (chance.choice(ROLES), " ".join(chance.choices(WORDS, k=chance.choice((1, 2, 4, 8, 20)))))
        for _ in range(chance.choice((1, 2, 3, 5)))
    ]


def test_letters_are_as_large_as_they_can_be_and_none_is_lost(page: Page) -> None:
    chance = random.Random(SEED)
    for _ in range(CASES):
        parts, (width, height) = some_parts(chance), chance.choice(BOXES)
        found: dict[str, Any] = page.evaluate(FIT, [parts, width, height, MOST, LEAST, SMALL])
        if found["best"]:
            assert found["fits"], (parts, width, height)
            assert not found["broken"], (parts, width, height)
            assert found["largest"] >= found["best"] * 0.97, (found, parts, width, height)
