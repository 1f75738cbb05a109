"""What a kiosk's refusals say to people."""

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "nobody_found": (404, N_("Nobody with this surname and phone was found.")),
    "ask_the_desk": (409, N_("Please ask at the registration desk.")),
    "too_many_tries": (429, N_("Please try again in %(minutes)s min, or ask at the registration desk.")),
    "call_unknown": (404, N_("This call is not known.")),
}
PERHAPS_LISTED = N_("You may be on the list already. Find yourself by surname and phone, or ask at the desk.")
