"""What reading a file says to people: refusals, and what was mended in it."""

from collections.abc import Callable, Iterable

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "file_missing": (404, N_("There is no such file: %(name)s")),
    "file_too_big": (413, N_("The file is bigger than %(limit_mb)s MB. A list is never that big.")),
    "empty": (422, N_("The file is empty.")),
    "encrypted": (422, N_("The file is protected by a password. Save it without one and try again.")),
    "zip_bomb": (422, N_("The file unpacks to far more than a list can be. It has not been opened.")),
    "too_heavy": (422, N_("The file takes too much memory or time to read. Save only the list as a new file.")),
    "too_many_rows": (422, N_("The list has more than %(limit)s rows. Please divide it.")),
    "too_many_columns": (422, N_("The table has more than %(limit)s columns. Save only the list as a new file.")),
    "not_a_table": (422, N_("This is no table. Lists come as csv, xlsx, xls or ods.")),
    "unreadable": (422, N_("The file is damaged or was cut short. Save it again and try once more.")),
    "unknown_sheet": (422, N_("There is no sheet “%(name)s”. The sheets are: %(known)s")),
    "upload_gone": (410, N_("This file is no longer here. Choose it again.")),
    "no_file_chosen": (422, N_("Choose a file first.")),
}

NOTES: dict[str, str] = {
    "cells_cut": N_("Some very long cells have been cut."),
    "quotes_mended": N_("A quotation mark was never closed; rows have been told apart without it."),
    "letters_lost": N_("Some letters of the file could not be read."),
}

A_SHEET = N_("sheet “%(name)s” (rows: %(rows)s)")
A_TABLE = N_("a table without a name (rows: %(rows)s)")


def notes(
    codes: Iterable[str], unread: Iterable[tuple[str, int]], say: Callable[[str], str], not_read: str
) -> list[str]:
    """What was mended in a file and what of it was not read, a sentence each, in the language of `say`.

    `codes` and `unread` are those of `Sheet`, fresh or as a report keeps them; `not_read` is the message id of the
    sentence about other sheets, with a place for %(sheets)s.
    """
    said = [say(NOTES.get(code, code)) for code in codes]
    sheets = [say(A_SHEET if name else A_TABLE) % {"name": name, "rows": rows} for name, rows in unread]
    return [*said, say(not_read) % {"sheets": ", ".join(sheets)}] if sheets else said
