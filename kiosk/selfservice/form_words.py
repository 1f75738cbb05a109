"""What the walk-in form and the kiosk's keyboard say, in five languages at once: the page switches by a touch."""

from collections.abc import Mapping

from flask_babel import force_locale, gettext

from hub import i18n
from hub.i18n import N_

FORM: dict[str, str] = {
    "title": N_("How far the registration is"),
    "progress": N_("Step {step} of {steps}"),
    "name_question": N_("What is your name?"),
    "work_question": N_("Where do you work?"),
    "phone_question": N_("Your phone number"),
    "email_question": N_("Your e-mail"),
    "consent_question": N_("Consent to personal-data processing"),
    "summary_question": N_("Is everything right?"),
    "surname": N_("Surname"),
    "first_name": N_("First name"),
    "company": N_("Company"),
    "position": N_("Position"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "why_email": N_("The slides will be sent there."),
    "back": N_("Back"),
    "next": N_("Next"),
    "send": N_("Register"),
    "sending": N_("One moment, please"),
    "correct": N_("Correct"),
    "read_on": N_("Read on"),
    "agree": N_("I have read this and agree"),
    "empty": N_("Please fill this in"),
    "phone_invalid": N_("This phone does not look right. Correct it, or keep it as written."),
    "email_invalid": N_("This e-mail does not look right. Correct it, or keep it as written."),
    "keep": N_("Keep as written"),
    "read_first": N_("Please read the text to its end: the box to tick is below it."),
    "consent_required": N_("Without consent we may not register you. If you have doubts, please ask at the desk."),
    "perhaps_listed": N_("Somebody of this name from this company is on the list already. Is it you?"),
    "find": N_("Yes, find me"),
    "another": N_("No, this is another person"),
    "away": N_("It was not sent: there is no connection. Press once more, or go to the desk."),
    "back_again": N_("The connection is back. Please press once more."),
    "refused": N_("It did not work out here. Please go to the desk: they will register you."),
    "own_phone": N_("Or on your own phone"),
    "own_phone_how": N_("Point its camera at this code"),
    "own_phone_picture": N_("QR code that opens this form on your phone"),
}

KEYBOARD: dict[str, str] = {
    "keyboard": N_("Keyboard"),
    "SHIFT": N_("Capital letters"),
    "ERASE": N_("Erase"),
    "SPACE": N_("Space"),
    "LEFT": N_("Caret to the left"),
    "RIGHT": N_("Caret to the right"),
    "LAYOUT": N_("Letters of another language"),
    "SIGNS": N_("Digits and signs"),
    "LETTERS": N_("Letters"),
    "NEXT": N_("Next"),
    "DONE": N_("Done"),
    "FIND": N_("Find"),
    "-": N_("hyphen"),
    "–": N_("dash"),
    ".": N_("full stop"),
    ",": N_("comma"),
    ":": N_("colon"),
    ";": N_("semicolon"),
    "_": N_("underscore"),
    "@": N_("at sign"),
    "+": N_("plus"),
    "ʼ": N_("apostrophe"),
    "'": N_("apostrophe"),
}


def in_all_languages(table: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The table's texts: language -> name -> text."""
    told = {}
    for language in i18n.LANGUAGES:
        with force_locale(language):
            told[language] = {name: gettext(text) for name, text in table.items()}
    return told


def form_words() -> dict[str, dict[str, dict[str, str]]]:
    """Kind of words -> language -> name -> text, for `self/form.html`. The keyboard names its layouts in their own."""
    layouts = {f"layout_{code}": name for code, name in i18n.LANGUAGES.items()}
    keyboard = {language: {**words, **layouts} for language, words in in_all_languages(KEYBOARD).items()}
    return {"form": in_all_languages(FORM), "keyboard": keyboard}
