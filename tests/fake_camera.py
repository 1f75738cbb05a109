"""Films of tickets for Chromium's fake camera, and photos of them: pictures drawn with Pillow."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import qrcode
from PIL import Image, ImageChops, ImageEnhance

FRAMES_PER_SECOND = 15
SIZE = (1280, 720)
PHONE = (2016, 1512)
_BACKGROUND = 150


@dataclass(frozen=True)
class Shot:
    """How a ticket is held before the camera: `side` px of code, degrees of turn, light 0..1 (1 is daylight)."""

    code: str
    side: int = 300
    turn: int = 0
    light: float = 1.0
    inverted: bool = False
    seconds: float = 0.4


def picture(shot: Shot, size: tuple[int, int] = SIZE) -> Image.Image:
    """One grey picture of the shot, the code in the middle."""
    qr = qrcode.QRCode(border=4, box_size=10, error_correction=qrcode.constants.ERROR_CORRECT_Q)
    qr.add_data(shot.code)
    code = qr.make_image().get_image().convert("L")
    modules = code.width // 10
    side = round(shot.side * modules / (modules - 8))  # the quiet zone comes on top of the code
    code = code.resize((side, side), Image.Resampling.LANCZOS)
    if shot.inverted:
        code = ImageChops.invert(code)
    code = code.rotate(shot.turn, Image.Resampling.BICUBIC, expand=True, fillcolor=_BACKGROUND)
    whole = Image.new("L", size, _BACKGROUND)
    whole.paste(code, ((size[0] - code.width) // 2, (size[1] - code.height) // 2))
    return ImageEnhance.Brightness(whole).enhance(shot.light)


def blank(size: tuple[int, int] = SIZE) -> Image.Image:
    """What the camera sees between two tickets."""
    return Image.new("L", size, _BACKGROUND)


def photo(shot: Shot, kind: str = "JPEG", size: tuple[int, int] = PHONE, **options: object) -> bytes:
    """A colour picture of the shot, as a file."""
    return stored(picture(shot, size).convert("RGB"), kind, **options)


def stored(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as the bytes of a file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def film(path: Path, shots: Iterable[Shot], gap: float = 0.2, size: tuple[int, int] = SIZE) -> Path:
    """Write the shots one after another, `gap` seconds of nothing between them; Chromium plays it in a loop."""
    grey = bytes([128]) * (size[0] // 2 * (size[1] // 2)) * 2
    empty = blank(size).tobytes()
    with path.open("wb") as file:
        file.write(b"YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420mpeg2\n" % (*size, FRAMES_PER_SECOND))
        for shot in shots:
            for luma, seconds in ((picture(shot, size).tobytes(), shot.seconds), (empty, gap)):
                frame = b"FRAME\n" + luma + grey
                file.writelines(frame for _ in range(round(seconds * FRAMES_PER_SECOND)))
    return path
