"""The code in a photo: the way through for phones whose browser gives no camera to a plain http page."""

from collections.abc import Iterator

import zxingcpp
from PIL import Image

from hub import pictures
from hub.errors import Refusal
from kiosk.tickets import read_code

_SIDES = (1600, 4096)  # px: finds nearly every code in a fifth of the time; for a small code far away
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def decode(data: bytes) -> list[str]:
    """Texts of the QR codes in an image file, at least one.

    Raises Refusal: "photo_too_big" (with limit_mb or limit_megapixels), "photo_unreadable", "no_code_found".
    """
    with pictures.one_at_a_time:
        for image in _readings(data):
            codes = zxingcpp.read_barcodes(image, formats=_QR)
            if codes:
                return [code.text for code in codes]
    raise Refusal("no_code_found")


def _readings(data: bytes) -> Iterator[Image.Image]:
    """The picture in grey, small first; larger only if that is more than was there already."""
    seen = (0, 0)
    for side in _SIDES:
        image = pictures.read(data, side, "L")
        if image.size != seen:
            yield image
        seen = image.size


def likeliest(texts: list[str], tag: str) -> str:
    """Of several codes in a photo the one that is a ticket: a poster with the Wi-Fi may hang beside it."""
    return next((text for text in texts if _is_ticket(text, tag)), texts[0])


def _is_ticket(text: str, tag: str) -> bool:
    try:
        read_code(text, tag)
    except Refusal:
        return False
    return True
