"""What the import says to people: refusals, what became of rows, warnings, fields and sources."""

from hub.i18n import N_
from hub.refusals import Said
from kiosk.lists import heading_words as field
from kiosk.lists import import_report, sources

TEXTS: dict[str, Said] = {
    "no_headings": (422, N_("No row of headings was found. Name the columns: surname, first name, phone, e-mail.")),
    "no_name_column": (422, N_("No column with names was found. The headings are: %(headings)s")),
    "unknown_heading": (422, N_("There is no heading “%(name)s”. The headings are: %(known)s")),
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
