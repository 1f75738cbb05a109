"""What the kiosk's screens say, in all languages at once: the page switches by a touch."""

from hub.i18n import N_
from kiosk.selfservice.form_words import in_all_languages

SCREENS: dict[str, str] = {
    "title": N_("Self-service kiosk"),
    "languages": N_("Language"),
    "start": N_("Welcome"),
    "start_how": N_("Hold the code of your ticket up to the camera"),
    "start_scanner": N_("Hold the code of your ticket under the scanner"),
    "no_ticket": N_("I have no ticket with me"),
    "new": N_("I am not registered yet"),
    "camera": N_("What the camera sees"),
    "camera_refused": N_("The camera may not be used here. The scanner and the search work."),
    "call": N_("Call the desk"),
    "call_open": N_("The desk has been called"),
    "call_answered": N_("Somebody is coming"),
    "link_away": N_("No connection"),
    "done": N_("Done"),
    "back": N_("Back"),
    "next": N_("Next"),
    "find_me": N_("Find me"),
    "by_name": N_("Find me by name"),
    "again": N_("Try again"),
    "checking": N_("One moment, please"),
    "find_surname": N_("What is your surname?"),
    "find_digits": N_("The last four digits of your phone"),
    "welcome": N_("Welcome"),
    "welcome_text": N_("Please come in."),
    "welcome_badge": N_("Your badge is being printed. Please take it."),
    "no_paper": N_("Your badge waits for you at the registration desk."),
    "registered": N_("You are registered"),
    "already": N_("You are registered already"),
    "already_text": N_("Please come in. If you need your badge again, ask at the registration desk."),
    "unknown": N_("We do not know this ticket"),
    "unknown_text": N_("Find yourself by surname and phone, or ask at the registration desk."),
    "malformed": N_("This is not a ticket"),
    "malformed_text": N_("Show the QR code from your invitation, or find yourself by surname and phone."),
    "other": N_("This is a ticket to another seminar"),
    "other_text": N_("If you have registered for this one, too, find yourself by surname and phone."),
    "desk": N_("Please come to the registration desk"),
    "desk_text": N_("We will help you there."),
    "nobody": N_("We have not found you"),
    "nobody_text": N_("Check the surname and the digits, or ask at the registration desk."),
    "away": N_("There is no connection just now"),
    "away_text": N_("Show your ticket again in a minute, or come to the registration desk."),
    "gone": N_("This kiosk has no connection"),
    "gone_text": N_("Please come to the registration desk."),
    "called": N_("We have called the desk"),
    "called_text": N_("Please wait here. Somebody will come to you."),
    "coming": N_("Somebody is coming to you"),
    "coming_text": N_("Please wait here."),
    "still": N_("Are you still here?"),
    "still_text": N_("What was typed will be cleared in {seconds} s."),
    "still_yes": N_("I am still here"),
}


def screen_words() -> dict[str, dict[str, str]]:
    """language -> name -> text."""
    return in_all_languages(SCREENS)
