"""What comes out of a receipt printer: the bytes sent to it as pictures.

Knows the three ways to send a picture (GS v 0, GS ( L, ESC *), feeds and cuts, and the questions for the state.
"""

from collections.abc import Callable
from typing import Protocol

from PIL import Image

Take = Callable[[int], bytes]

# mood -> the state's bits, the cause's bits, the paper's bits (answers to DLE EOT 1, 2, 4)
_STATES = {"out_of_paper": (0x1A, 0x32, 0x7E), "cover_open": (0x1A, 0x16, 0x12), "offline": (0x1A, 0x12, 0x12)}
_GOOD = (0x12, 0x12, 0x12)


class Say(Protocol):
    """Answers; `out` marks the answer that tells that a badge is out."""

    def __call__(self, answer: bytes, *, out: bool = False) -> None: ...


class EscposPaper:
    """Reads commands by `take(n)`, answers questions by `say` as the `mood` is, gives each cut-off piece to `out`."""

    def __init__(self, take: Take, say: Say, mood: Callable[[], str], out: Callable[[Image.Image], None]) -> None:
        self._take, self._say, self._mood, self._out = take, say, mood, out
        self._strips: list[Image.Image] = []
        self._stored: Image.Image | None = None

    def command(self) -> None:
        """Read one command and obey it. What `take` raises ends the reading."""
        lead = self._take(1)
        if lead == b"\x10":
            assert self._take(1) == b"\x04"
            bits = dict(zip((1, 2, 4), _STATES.get(self._mood(), _GOOD), strict=True))
            self._say(bytes([bits[self._number(1)]]))
        elif lead == b"\x1b":
            self._escape(self._take(1))
        elif lead == b"\x1d":
            self._group(self._take(1))
        else:
            assert lead in b"\r\n", f"a letter would be printed: {lead!r}"

    def _escape(self, name: bytes) -> None:
        if name == b"@":
            self._strips.clear()
        elif name == b"*":
            tall = self._number(1) >= 32
            self._columns(self._number(2), 24 if tall else 8)
        elif name in b"dJa3":
            self._take(1)
        else:
            assert name == b"2", f"unknown: ESC {name!r}"

    def _group(self, name: bytes) -> None:
        if name == b"v":
            self._take(2)
            row, height = self._number(2), self._number(2)
            self._strips.append(_dots(self._take(row * height), row * 8, height))
        elif name == b"(":
            assert self._take(1) == b"L"
            self._graphics(self._take(self._number(2)))
        elif name == b"V":
            if self._number(1) >= 65:
                self._take(1)
            self._cut()
        else:
            assert name == b"r", f"unknown: GS {name!r}"
            self._take(1)
            if self._mood() not in _STATES:
                self._say(b"\x00", out=True)

    def _graphics(self, data: bytes) -> None:
        if data[1:2] == b"p":
            width, height = (int.from_bytes(data[at : at + 2], "little") for at in (6, 8))
            self._stored = _dots(data[10:], (width + 7) // 8 * 8, height)
        elif self._stored is not None:
            self._strips.append(self._stored)
            self._stored = None

    def _columns(self, width: int, height: int) -> None:
        """Dots come column by column, top to bottom: turned by a quarter they are rows."""
        lying = _dots(self._take(width * height // 8), height, width)
        self._strips.append(lying.transpose(Image.Transpose.TRANSPOSE))

    def _cut(self) -> None:
        if not self._strips:
            return
        width = max(strip.width for strip in self._strips)
        sheet = Image.new("1", (width, sum(strip.height for strip in self._strips)), 1)
        top = 0
        for strip in self._strips:
            sheet.paste(strip, (0, top))
            top += strip.height
        self._strips.clear()
        self._out(sheet)

    def _number(self, length: int) -> int:
        return int.from_bytes(self._take(length), "little")


def _dots(black: bytes, width: int, height: int) -> Image.Image:
    return Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in black))
