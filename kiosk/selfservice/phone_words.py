"""What registering by one's own phone refuses, in words that name nobody else."""

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "phone_link_over": (
        410,
        N_("This code has grown old. Point the camera at the kiosk's screen again, or go to the desk."),
    ),
    "contacts_doubtful": (422, N_("Something does not look right. Check it, or send it as written.")),
    "too_many_registrations": (
        429,
        N_("Very many people are registering at this moment. Please try again in a minute, or go to the desk."),
    ),
}

# Beside the fields.
FIELD_WORDS = {
    "empty": N_("Please fill this in"),
    "phone": N_("This phone does not look right. Correct it, or send it as written."),
    "email": N_("This e-mail does not look right. Correct it, or send it as written."),
    "consent": N_("Without consent we may not register you. If you have doubts, please ask at the desk."),
}
# Instead of what the desk is told: a stranger learns nothing of the list that they have not typed themselves.
PERHAPS_LISTED = N_(
    "Somebody of this name from this company is on the list already. If it is you, your ticket is in your letter, or "
    "ask at the desk. If you are another person, register as such."
)
