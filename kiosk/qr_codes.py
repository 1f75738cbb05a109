"""A ticket code as a QR symbol: always the smallest one, so that its modules are as large as can be."""

import io

import qrcode
from PIL import Image

MODULES = 21


def qr_image(code: str, pixels_per_module: int, quiet: int = 4) -> Image.Image:
    """Return a 1-bit picture of `code`: version 1, correction Q, `quiet` modules of white around it.

    Raises qrcode.exceptions.DataOverflowError if `code` is longer than 16 alphanumeric characters.
    """
    symbol = qrcode.QRCode(version=1, error_correction=qrcode.ERROR_CORRECT_Q, border=quiet)
    symbol.add_data(code, optimize=0)
    symbol.make(fit=False)
    rows = symbol.get_matrix()
    side = len(rows)
    picture = Image.new("1", (side, side))
    picture.putdata([0 if dark else 255 for row in rows for dark in row])
    return picture.resize((side * pixels_per_module,) * 2, Image.Resampling.NEAREST)


def qr_png(code: str, pixels_per_module: int = 12, quiet: int = 4) -> bytes:
    """Return `qr_image` as the bytes of a PNG file."""
    return png(qr_image(code, pixels_per_module, quiet))


def png(picture: Image.Image) -> bytes:
    """Return the picture as the bytes of a PNG file."""
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
