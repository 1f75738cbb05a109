"""What the pages of minding the screens say: names of phases, refusals, the audit log."""

from hub.i18n import N_
from hub.refusals import Said
from signage.frames import Phase

TEXTS: dict[str, Said] = {
    "slide_empty": (422, N_("There is nothing to show yet: choose a picture or write the words.")),
    "slide_too_long": (422, N_("At most %(most)s letters fit on a slide. Please shorten it.")),
    "slide_unknown": (404, N_("This slide has been removed.")),
    "too_many_slides": (422, N_("There may be %(limit)s slides at most.")),
    "wifi_name_too_long": (422, N_("The name of a Wi-Fi network is shorter than this.")),
    "wifi_password_length": (422, N_("A Wi-Fi password has 8 to 63 characters. Leave it empty for an open network.")),
}
PHASES: dict[str, str] = {
    Phase.ARRIVING: N_("Before the beginning"),
    Phase.RUNNING: N_("While a talk is on"),
    Phase.BREAK: N_("At the break"),
    Phase.RETURNING: N_("When the break ends"),
    Phase.OVER: N_("After the end"),
}
# What the house itself says, of a talk what stands there.
OWN_WORDS: dict[str, str] = {
    Phase.ARRIVING: N_("Registration"),
    Phase.RUNNING: N_("The title of the talk"),
    Phase.BREAK: N_("Coffee break"),
    Phase.RETURNING: N_("Time to return to the hall"),
    Phase.OVER: N_("Thank you for being with us"),
}
ACTIONS: dict[str, str] = {
    "slide_added": N_("Slide added"),
    "slide_changed": N_("Slide changed"),
    "slide_moved": N_("Slide moved"),
    "slide_removed": N_("Slide removed"),
    "phase_reworded": N_("Words on the screens changed"),
    "screen_changed": N_("Screen's settings changed"),
    "screen_unpaired": N_("Screen shut out"),
}
FIELDS: dict[str, str] = {
    "phase": N_("When"),
    "own_words": N_("Words on the screens"),
    "name": N_("Name"),
    "tag": N_("Hashtag"),
    "head": N_("Words, large"),
    "text": N_("Words, small"),
    "ssid": N_("Wi-Fi network"),
    "point": N_("Point of the way"),
    "turned": N_("Turned by, degrees"),
    "theme": N_("Lighting"),
    "languages": N_("Languages"),
    "side_by_side": N_("Languages side by side"),
}
THEMES = {"bright": N_("bright"), "dark": N_("dark")}
VALUES = {"phase": PHASES, "theme": THEMES}
