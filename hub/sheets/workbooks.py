"""Real spreadsheets: xlsx, xlsb, ods and the old binary xls. Imported by the reading process only."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from hub.errors import Refusal
from hub.sheets.sheets import Sheet, sheet_of

MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 1_000
MOST_RATIO = 100
# A short list may be as repetitive as it likes.
RATIO_MATTERS_FROM = 10 * 1024 * 1024

# An office document is encrypted by putting it, whole, into a container of the old format under this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED = 0x1

Cell = str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta


def read_workbook(data: bytes) -> list[Sheet]:
    """Every sheet that holds something, visible ones first.

    Raises Refusal `encrypted`, `zip_bomb`, `not_a_table`, `unreadable` and those of `sheet_of`.
    """
    if data.startswith(b"PK"):
        _refuse_bomb(data)
    elif _ENCRYPTED in data:
        raise Refusal("encrypted")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return _sheets(workbook)
    except PasswordError:
        raise Refusal("encrypted") from None
    except (CalamineError, OSError, ValueError):
        raise Refusal("unreadable") from None


def _refuse_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise Refusal("unreadable") from None
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    repetitive = unpacked > RATIO_MATTERS_FROM and unpacked > MOST_RATIO * packed
    if unpacked > MOST_UNPACKED or len(members) > MOST_MEMBERS or repetitive:
        raise Refusal("zip_bomb")
    if any(member.flag_bits & _IS_ENCRYPTED for member in members):
        raise Refusal("encrypted")
    names = {member.filename for member in members}
    if not any(name.startswith("xl/") or name == "content.xml" for name in names):
        raise Refusal("not_a_table")


def _sheets(workbook: CalamineWorkbook) -> list[Sheet]:
    visible_first = sorted(workbook.sheets_metadata, key=lambda about: about.visible is not SheetVisibleEnum.Visible)
    sheets = (sheet_of(about.name, _rows(workbook.get_sheet_by_name(about.name))) for about in visible_first)
    return [sheet for sheet in sheets if sheet.rows]


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, [_text(cell) for cell in cells]


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return cell
        case bool():
            return "Да" if cell else "Нет"
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime():
            return f"{cell:%d.%m.%Y %H:%M:%S}"
        case dt.date():
            return f"{cell:%d.%m.%Y}"
        case _:
            return str(cell)
