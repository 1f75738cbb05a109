"""Keys as a USB scanner or a person presses them, under any keyboard layout, at exactly chosen times."""

import time
from collections.abc import Iterable, Sequence
from itertools import repeat

from playwright.sync_api import Page

_US = "ABCDEFGHJKMNPQRTWX23456789"
_RU = "ФИСВУАПРОЛЬТЗЙКЕЦЧ"
# What each layout types by the keys of the us letters and digits above, Shift held for letters.
LAYOUTS = {
    "us": _US,
    "ru": _RU + "23456789",
    "kk": _RU + "әіңғ,.үұ",
    "kk-latin": "ABCDEFGHJKMNPQRTWXáíńǵ,.úý",
    "ky": _RU + "23456789",
    "uz": _RU + "23456789",
}
_SHIFT = 8
ENDS = {"Enter": "\r", "Tab": ""}


class Typist:
    """Presses keys of `page`, by a clock of its own: gaps between keys are exact on a busy machine too."""

    def __init__(self, page: Page) -> None:
        self._keyboard = page.context.new_cdp_session(page)
        self._now = time.time()

    def scan(
        self, code: str, layout: str = "us", *, gap: float = 0.005, end: str = "Enter", coded: bool = True
    ) -> None:
        """Type `code` like a scanner set to us, Shift for capitals; `coded=False` hides the keys' places."""
        for character in code:
            upper = character.isupper()
            if upper and coded:
                self._press("Shift", "ShiftLeft", "")
            typed = character.translate(str.maketrans(_US, LAYOUTS[layout]))
            self.key(typed, _place(character) if coded else "", gap, modifiers=_SHIFT if upper else 0)
            if upper and coded:
                self._release("Shift", "ShiftLeft")
        if end:
            self.end(end, gap, coded=coded)

    def type(self, text: str, gaps: Iterable[float] | float, layout: str = "us") -> None:
        """Type `text` like a person: lower case, the given seconds before each key."""
        places = {typed.lower(): place for place, typed in zip(_US, LAYOUTS[layout], strict=True)}
        each = repeat(gaps) if isinstance(gaps, float) else gaps
        for character, gap in zip(text, each, strict=False):
            self.key(character, _place(places.get(character, character).upper()), gap)

    def key(
        self, typed: str, place: str, gap: float, *, modifiers: int = 0, held: bool = False, up: bool = True
    ) -> None:
        """One key that types `typed`, `gap` seconds after the last one."""
        self._now += gap
        self._press(typed, place, typed, modifiers=modifiers, autoRepeat=held)
        if up:
            self._release(typed, place)

    def end(self, name: str, gap: float = 0.005, *, coded: bool = True) -> None:
        """Press Enter or Tab."""
        self._now += gap
        place = name if coded else ""
        self._press(name, place, ENDS[name], windowsVirtualKeyCode=13 if name == "Enter" else 9)
        self._release(name, place)

    def press(self, name: str, place: str, modifiers: int = 0, gap: float = 0.005) -> None:
        """One key that types nothing: an arrow, Backspace, a shortcut."""
        self._now += gap
        self._press(name, place, "", modifiers=modifiers)
        self._release(name, place)

    def wait(self, seconds: float) -> None:
        """Let the typist's own clock go on; nobody sleeps."""
        self._now += seconds

    def _press(self, key: str, code: str, text: str, **more: object) -> None:
        self._send("keyDown" if text else "rawKeyDown", key, code, text=text, **more)

    def _release(self, key: str, code: str) -> None:
        self._send("keyUp", key, code)

    def _send(self, kind: str, key: str, code: str, **more: object) -> None:
        # A few codes would do without virtual key codes, but Backspace and the arrows act by them alone.
        number = more.pop("windowsVirtualKeyCode", _NUMBERS.get(key, 0))
        event = {
            "type": kind,
            "key": key,
            "code": code,
            "timestamp": self._now,
            "windowsVirtualKeyCode": number,
        }
        self._keyboard.send("Input.dispatchKeyEvent", event | more)


_NUMBERS = {"Enter": 13, "Tab": 9, "Backspace": 8, "ArrowLeft": 37, "Control": 17}


def ticket(body: str) -> str:
    """A whole ticket code: `body`, 14 characters, and its checksum, worked out not as the product does."""
    total = sum(_US.index(letter) * 26**power for power, letter in enumerate(reversed(body))) % 673
    return body + _US[total // 26] + _US[total % 26]


def tickets(count: int) -> list[str]:
    """So many different codes, the same in every run."""
    return [ticket(f"KAB{_US[i % 26]}{_US[i // 26]}" + _US[17 - i % 9 :][:9]) for i in range(count)]


def scans(page: Page) -> Sequence[Sequence[str | None]]:
    """What listenForScans has reported so far: (code, raw) each."""
    found: list[list[str | None]] = page.evaluate("window.scans")
    return found


def _place(character: str) -> str:
    if character in _US and character.isalpha():
        return f"Key{character}"
    if character.isdigit():
        return f"Digit{character}"
    return {" ": "Space", ":": "Semicolon", "/": "Slash", ".": "Period"}.get(character, f"Key{character}")
