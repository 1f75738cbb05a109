"""Somebody who types on the kiosk's own keyboard, key by key, as a person looks for them."""

from playwright.sync_api import Locator, Page

# Letters of two signs have a key of their own.
_PAIRS = ("oʻ", "gʻ", "sh", "ch")
_LAYOUTS = 5
# Taps that follow faster are one double tap to a browser.
LOOK_MS = 400
TAP_MS = 80


class Touch:
    """Fingers on the keyboard inside `around` (a selector)."""

    def __init__(self, page: Page, around: str = "body") -> None:
        self.page = page
        self.board: Locator = page.locator(f"{around} .keyboard")

    def press(self, act: str) -> None:
        """A key that acts: SHIFT, ERASE, SPACE, NEXT, LEFT, RIGHT, LAYOUT, SIGNS, LETTERS."""
        self.board.locator(f'[data-act="{act}"]').click()

    def tap(self, act: str) -> None:
        """The same by a finger, held as long as a finger is; over when the tap's click has been heard."""
        self.hold(self.board.locator(f'[data-act="{act}"]'), TAP_MS)

    def hold(self, what: Locator, milliseconds: int, slip: int = 0) -> None:
        """A finger that rests on a button, and slips by so many pixels; over when a click has been heard."""
        box = what.bounding_box()
        assert box is not None
        at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        finger = self.page.context.new_cdp_session(self.page)
        self.page.evaluate(f"() => new Promise((looked) => setTimeout(looked, {LOOK_MS}))")
        self.page.evaluate("""() => {
          window.heard = false;
          addEventListener("click", () => (window.heard = true), { capture: true, once: true });
        }""")
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
        if slip:
            beside = {"x": at["x"] + slip, "y": at["y"]}
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [beside]})
        self.page.evaluate(f"() => new Promise((held) => setTimeout(held, {milliseconds}))")
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        self.page.wait_for_function("() => window.heard")
        finger.detach()

    def key(self, letter: str) -> None:
        """A key that writes, by what it writes without Shift."""
        self.board.locator(f'[data-letter="{letter}"]').click()

    def type(self, text: str) -> None:
        """Write `text`; capitals, signs and letters of another language are looked for as people do."""
        while text:
            pair = text[:2] if self._pairs() and text[:2].lower() in _PAIRS else ""
            self._one(pair or text[0])
            text = text[len(pair or text[0]) :]

    def _one(self, sign: str) -> None:
        if sign == " ":
            self.press("SPACE")
            return
        self._show(sign.lower())
        key = self.board.locator(f'[data-letter="{sign.lower()}"]')
        while key.text_content() != sign:
            self.press("SHIFT")
        key.click()
        if self.board.locator('[data-act="LETTERS"]').count():
            self.press("LETTERS")

    def _pairs(self) -> bool:
        return self._has("sh")

    def _has(self, letter: str) -> bool:
        quoted = letter.replace("\\", "\\\\").replace('"', '\\"')
        return self.board.locator(f'[data-letter="{quoted}"]').count() > 0

    def _show(self, letter: str) -> None:
        """Turn to the keys that have this letter."""
        for _ in range(_LAYOUTS):
            if self._has(letter):
                return
            self.press("LAYOUT" if letter.isalpha() else "SIGNS")
        raise AssertionError(f"no key writes {letter}")
