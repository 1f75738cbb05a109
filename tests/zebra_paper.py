"""What comes out of a label printer that speaks ZPL: its graphic fields as pictures, and its answers."""

import base64
import re
import zlib
from binascii import crc_hqx
from collections.abc import Callable

from PIL import Image

from tests.escpos_paper import Say, Take

# mood -> paper out, paused, head open
_STATES = {"out_of_paper": (1, 0, 0), "cover_open": (0, 0, 1), "offline": (0, 1, 0)}
_FIELD = re.compile(rb"\^FO(\d+),(\d+)\s*\^GFA,\d+,(\d+),(\d+),:Z64:([^:]+):([0-9A-Fa-f]{4})")
_SIZE = re.compile(rb"\^PW(\d+)|\^LL(\d+)")
COUNT = b'! U1 getvar "odometer.total_label_count"\r\n'


class ZebraPaper:
    """Reads commands by `take(n)`, tells how it is by `say`, gives each label to `out`."""

    def __init__(self, take: Take, say: Say, mood: Callable[[], str], out: Callable[[Image.Image], None]) -> None:
        self._take, self._say, self._mood, self._out = take, say, mood, out
        self._printed = 7000

    def command(self) -> None:
        """Read one command and obey it. What `take` raises ends the reading."""
        heard = self._take(1)
        while not heard.endswith((b"~HS", b"^XZ", b"\r\n")) or (heard.startswith(b"^XA") and heard[-3:] != b"^XZ"):
            heard += self._take(1)
        heard = heard.lstrip()
        if heard == b"~HS":
            self._tell()
        elif heard == COUNT:
            simple = self._mood() == "simple"
            self._say(b'"?"' if simple else f'"{self._printed}"'.encode())
        elif heard:
            self._print(heard)

    def _tell(self) -> None:
        paper, paused, head = _STATES.get(self._mood(), (0, 0, 0))
        first = f"030,{paper},{paused},1245,000,0,0,0,000,0,0,0"
        second = f"000,0,{head},0,0,2,4,0,00000000,1,000"
        self._say("".join(f"\x02{line}\x03\r\n" for line in (first, second, "1234,0")).encode())

    def _print(self, label: bytes) -> None:
        found = _FIELD.search(label)
        assert found, f"no graphic field: {label[:200]!r}"
        total, row = int(found[3]), int(found[4])
        assert crc_hqx(found[5], 0) == int(found[6], 16)
        black = zlib.decompress(base64.b64decode(found[5]))
        assert len(black) == total
        picture = Image.frombytes("1", (row * 8, total // row), bytes(byte ^ 0xFF for byte in black))
        if self._mood() in _STATES:
            return
        self._printed += 1
        self._out(picture)
