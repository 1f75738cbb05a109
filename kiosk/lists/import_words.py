"""What the import says to people: refusals, what became of rows, warnings, fields and sources."""

from collections.abc import Callable, Iterable

from hub.i18n import N_
from hub.refusals import Said
from kiosk.lists import heading_words as field
from kiosk.lists import import_report, sources

TEXTS: dict[str, Said] = {
    "file_missing": (404, N_("There is no such file: %(name)s")),
    "file_too_big": (413, N_("The file is bigger than %(limit_mb)s MB. A list of registrants is never that big.")),
    "empty": (422, N_("The file is empty.")),
    "encrypted": (422, N_("The file is protected by a password. Save it without one and try again.")),
    "zip_bomb": (422, N_("The file unpacks to far more than a list can be. It has not been opened.")),
    "too_heavy": (422, N_("The file takes too much memory or time to read. Save only the list as a new file.")),
    "too_many_rows": (422, N_("The list has more than %(limit)s rows. Please divide it.")),
    "too_many_columns": (422, N_("The table has more than %(limit)s columns. Save only the list as a new file.")),
    "not_a_table": (422, N_("This is no table. Lists come as csv, xlsx, xls or ods.")),
    "unreadable": (422, N_("The file is damaged or was cut short. Save it again and try once more.")),
    "no_headings": (422, N_("No row of headings was found. Name the columns: surname, first name, phone, e-mail.")),
    "no_name_column": (422, N_("No column with names was found. The headings are: %(headings)s")),
    "unknown_heading": (422, N_("There is no heading “%(name)s”. The headings are: %(known)s")),
    "unknown_sheet": (422, N_("There is no sheet “%(name)s”. The sheets are: %(known)s")),
    "unknown_field": (422, N_("There is no field “%(name)s”. The fields are: %(known)s")),
}

OUTCOMES: dict[str, str] = {
    import_report.CREATED: N_("new"),
    import_report.UPDATED: N_("updated"),
    import_report.UNCHANGED: N_("unchanged"),
    import_report.MERGED: N_("merged"),
    import_report.PROBLEM: N_("not taken in"),
}

PROBLEMS: dict[str, str] = {
    "no_name": N_("there is no name in this row"),
    "repeated_heading": N_("the headings again"),
    "totals_row": N_("a row of totals"),
    "empty_row": N_("only a number, nobody beside it"),
    "caption": N_("a caption, not a person"),
    "above_headings": N_("stands above the headings"),
}

WARNINGS: dict[str, str] = {
    "name_split_guessed": N_("surname and first name were told apart by guess"),
    "lossy_letters": N_("letters of the name were lost in the file"),
    "text_cut": N_("a text was too long and has been cut"),
    "phone_invalid": N_("the phone does not look right and is kept as written"),
    "email_invalid": N_("the e-mail does not look right and is kept as written"),
    "no_contact": N_("neither phone nor e-mail"),
    "required_missing": N_("some required fields are empty"),
    "consent_refused": N_("no consent to personal-data processing"),
    "cancelled_in_source": N_("cancelled in the list they come from"),
    "ref_reused": N_("the same number was somebody else's before"),
    "same_name_known": N_("somebody of the same name is on the list already"),
    "two_known": N_("the contacts belong to two people of this name on the list"),
}

NOTES: dict[str, str] = {
    "cells_cut": N_("Some very long cells have been cut."),
    "quotes_mended": N_("A quotation mark was never closed; rows have been told apart without it."),
    "letters_lost": N_("Some letters of the file could not be read."),
}

FIELDS: dict[str, str] = {
    field.SURNAME: N_("Surname"),
    field.FIRST_NAME: N_("First name"),
    field.PATRONYMIC: N_("Patronymic"),
    field.FULL_NAME: N_("Full name"),
    field.COMPANY: N_("Company"),
    field.POSITION: N_("Position"),
    field.EMAIL: N_("E-mail"),
    field.PHONE: N_("Phone"),
    field.CONSENT: N_("Consent"),
    field.REGISTERED_AT: N_("Registered at"),
    field.EXTERNAL_ID: N_("Number in the source"),
    field.STATUS: N_("Status"),
    field.LANGUAGE: N_("Language"),
    field.NOTE: N_("Kept aside"),
}

SOURCES: dict[str, str] = {
    sources.BITRIX_LEAD: N_("Bitrix24 leads"),
    sources.BITRIX_CONTACT: N_("Bitrix24 contacts"),
    sources.GOOGLE_FORMS: "Google Forms",
    sources.TILDA: "Tilda",
    sources.TIMEPAD: "Timepad",
    sources.WEB_FORM: N_("Web form of a 1C-Bitrix site"),
    sources.LIST: N_("Hand-made list"),
}

NOT_READ = N_("Not read from this file: %(sheets)s. If people are listed there too, import them as a separate file.")
A_SHEET = N_("sheet “%(name)s” (rows: %(rows)s)")
A_TABLE = N_("a table without a name (rows: %(rows)s)")


def notes(codes: Iterable[str], unread: Iterable[tuple[str, int]], say: Callable[[str], str]) -> list[str]:
    """What was mended in a file and what of it was not read, a sentence each, in the language of `say`.

    `codes` and `unread` are those of `Sheet`, fresh or as the report keeps them.
    """
    said = [say(NOTES.get(code, code)) for code in codes]
    sheets = [say(A_SHEET if name else A_TABLE) % {"name": name, "rows": rows} for name, rows in unread]
    return [*said, say(NOT_READ) % {"sheets": ", ".join(sheets)}] if sheets else said
