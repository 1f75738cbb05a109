"""Pictures from phones: anybody's file, so few formats, bounded before they are unpacked, never kept as they came."""

from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from hub.errors import Refusal

MEGABYTE = 1024 * 1024
LARGEST_FILE = 25 * MEGABYTE
# An ordinary JPEG is unpacked at a part of its size; everything else as a whole, which must fit in a small machine.
MOST_PIXELS = 50_000_000
MOST_PIXELS_UNPACKED_WHOLE = 16_000_000

# Pillow knows dozens of formats; no phone sends the others, and every decoder is a way in.
_FORMATS = tuple(kind.format for kind in (JpegImageFile, PngImageFile, WebPImageFile))
_BROKEN = (OSError, SyntaxError, ValueError, EOFError)
# Two photos at once would take twice the memory and be no sooner done.
one_at_a_time = Lock()


def read(data: bytes, side: int, mode: str = "RGB") -> Image.Image:
    """The picture in `mode`, upright, at most `side` px each way; without whatever else the file told.

    Raises Refusal: "photo_too_big" (with limit_mb or limit_megapixels), "photo_unreadable".
    """
    if len(data) > LARGEST_FILE:
        raise Refusal("photo_too_big", limit_mb=LARGEST_FILE // MEGABYTE)
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as photo:
            _refuse_too_many_pixels(photo)
            photo.draft(mode, (side, side))
            photo.load()
            # Smaller before its colours change and it stands upright: the steps after it then cost little.
            photo.thumbnail((side, side), Image.Resampling.BILINEAR)
            return ImageOps.exif_transpose(photo).convert(mode)
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
