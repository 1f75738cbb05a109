"""The code in a photo: the way through for phones whose browser gives no camera to a plain http page."""

from collections.abc import Iterator
from io import BytesIO
from threading import Lock

import zxingcpp
from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from hub.errors import Refusal
from kiosk.tickets import read_code

MEGABYTE = 1024 * 1024
LARGEST_FILE = 25 * MEGABYTE
# An ordinary JPEG is unpacked at a part of its size; everything else as a whole, which must fit in a small machine.
MOST_PIXELS = 50_000_000
MOST_PIXELS_UNPACKED_WHOLE = 16_000_000

# Pillow knows dozens of formats; no phone sends the others, and every decoder is a way in.
_FORMATS = tuple(kind.format for kind in (JpegImageFile, PngImageFile, WebPImageFile))
_SIDES = (1600, 4096)  # px: finds nearly every code in a fifth of the time; for a small code far away
_BROKEN = (OSError, SyntaxError, ValueError, EOFError)
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
# Two photos at once would take twice the memory and be no sooner done.
_one_at_a_time = Lock()


def decode(data: bytes) -> list[str]:
    """Texts of the QR codes in an image file, at least one.

    Raises Refusal: "photo_too_big" (with limit_mb or limit_megapixels), "photo_unreadable", "no_code_found".
    """
    if len(data) > LARGEST_FILE:
        raise Refusal("photo_too_big", limit_mb=LARGEST_FILE // MEGABYTE)
    with _one_at_a_time:
        for image in _readings(data):
            codes = zxingcpp.read_barcodes(image, formats=_QR)
            if codes:
                return [code.text for code in codes]
    raise Refusal("no_code_found")


def _readings(data: bytes) -> Iterator[Image.Image]:
    """The picture in grey, small first; larger only if that is more than was there already."""
    seen = (0, 0)
    for side in _SIDES:
        image = _grey(data, side)
        if image.size != seen:
            yield image
        seen = image.size


def _grey(data: bytes, side: int) -> Image.Image:
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as photo:
            _refuse_too_many_pixels(photo)
            photo.draft("L", (side, side))
            photo.load()
            # Smaller before grey and upright: the steps after it then cost little.
            photo.thumbnail((side, side), Image.Resampling.BILINEAR)
            return ImageOps.exif_transpose(photo).convert("L")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(MOST_PIXELS_UNPACKED_WHOLE) from error
    except _BROKEN as error:
        raise Refusal("photo_unreadable") from error


def _refuse_too_many_pixels(photo: Image.Image) -> None:
    in_parts = isinstance(photo, JpegImageFile) and not photo.info.get("progressive")
    limit = MOST_PIXELS if in_parts else MOST_PIXELS_UNPACKED_WHOLE
    if photo.width * photo.height > limit:
        raise _too_many_pixels(limit)


def _too_many_pixels(limit: int) -> Refusal:
    return Refusal("photo_too_big", limit_megapixels=limit // 1_000_000)


def likeliest(texts: list[str], tag: str) -> str:
    """Of several codes in a photo the one that is a ticket: a poster with the Wi-Fi may hang beside it."""
    return next((text for text in texts if _is_ticket(text, tag)), texts[0])


def _is_ticket(text: str, tag: str) -> bool:
    try:
        read_code(text, tag)
    except Refusal:
        return False
    return True
