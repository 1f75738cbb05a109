"""What comes out of a Brother QL: its raster as pictures, and the 32 bytes by which it tells how it is."""

from collections.abc import Callable

from PIL import Image

from tests.escpos_paper import Say, Take

HEAD = 720  # dots across
# (width, length) in mm -> dots to the right of what is printed on them
_RIGHT = {(62, 0): (12, 696), (62, 100): (12, 696), (29, 90): (6, 306)}
# mood -> the two bytes of errors
_ERRORS = {"out_of_paper": (0x02, 0), "cover_open": (0, 0x10), "offline": (0x10, 0)}
_REPLY, _COMPLETED, _FAILED, _PHASE = 0, 1, 2, 6
# How long each command's arguments are, after ESC i.
_ARGUMENTS = {b"a": 1, b"z": 10, b"M": 1, b"A": 1, b"K": 1, b"d": 2}


class BrotherPaper:
    """Reads commands by `take(n)`, tells how it is by `say`; the labels in it are `loaded`, mm."""

    def __init__(
        self,
        take: Take,
        say: Say,
        mood: Callable[[], str],
        out: Callable[[Image.Image], None],
        loaded: tuple[int, int] = (62, 0),
    ) -> None:
        self.loaded = loaded
        self._wanted = loaded
        self._take, self._say, self._mood, self._out = take, say, mood, out
        self._rows: list[bytes] = []

    def command(self) -> None:
        """Read one command and obey it. What `take` raises ends the reading."""
        lead = self._take(1)
        if lead == b"\x1b":
            self._escape(self._take(1))
        elif lead == b"g":
            assert self._take(1) == b"\0"
            self._rows.append(self._take(self._take(1)[0]))
        elif lead == b"\x1a":
            self._print()
        elif lead == b"M":
            assert self._take(1) == b"\0", "compressed rows are not understood here"
        else:
            assert lead == b"\0", f"unknown: {lead!r}"

    def _escape(self, name: bytes) -> None:
        if name == b"@":
            self._rows.clear()
            return
        assert name == b"i", f"unknown: ESC {name!r}"
        name = self._take(1)
        if name == b"S":
            self._tell(_FAILED if self._mood() in _ERRORS else _REPLY)
        else:
            arguments = self._take(_ARGUMENTS[name])
            if name == b"z":
                self._wanted = (arguments[2], arguments[3])
                assert int.from_bytes(arguments[4:8], "little") > 0

    def _print(self) -> None:
        if self._mood() in _ERRORS:
            self._tell(_FAILED)
            return
        self._tell(_PHASE)
        right, width = _RIGHT[self._wanted]
        black = b"".join(self._rows)
        lying = Image.frombytes("1", (HEAD, len(self._rows)), bytes(byte ^ 0xFF for byte in black))
        seen = lying.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self._rows.clear()
        self._out(seen.crop((HEAD - right - width, 0, HEAD - right, seen.height)))
        self._tell(_COMPLETED)
        self._tell(_PHASE)

    def _tell(self, kind: int) -> None:
        state = bytearray(32)
        state[0:3] = b"\x80\x20B"
        state[8], state[9] = _ERRORS.get(self._mood(), (0, 0))
        state[10], state[17] = self.loaded
        state[11] = 0x0B if self.loaded[1] else 0x0A
        state[18] = kind
        self._say(bytes(state), out=kind in (_COMPLETED, _PHASE))
