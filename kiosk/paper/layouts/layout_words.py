"""What the pages of layouts say."""

from flask_babel import force_locale, format_decimal
from flask_babel import gettext as _

from hub.errors import Refusal
from hub.i18n import LANGUAGES, N_
from hub.refusals import sentence
from kiosk.names import clean
from kiosk.paper.layouts.layout import LEGIBLE_MM
from kiosk.paper.layouts.layout_files import Found
from kiosk.paper.layouts.problems import Problem
from kiosk.paper.layouts.shipping import WORDS

KINDS: dict[str, str] = {
    "seminar": N_("Seminar"),
    "logo": N_("Logo"),
    "first_name": N_("First name"),
    "surname": N_("Surname"),
    "company": N_("Company"),
    "position": N_("Position"),
    "ribbon": N_("Role"),
    "qr": N_("QR code"),
    "rule": N_("Line"),
}
FIELDS: dict[str, str] = {
    "x": N_("From the left, %%"),
    "y": N_("From the top, %%"),
    "width": N_("Width, %%"),
    "height": N_("Height, %%"),
    "largest": N_("Largest letters, %% of the height"),
    "legible": N_("Smallest letters, mm"),
    "lines": N_("Lines at most"),
}
# Field -> smallest, largest, step.
LIMITS: dict[str, tuple[float, float, float]] = {
    "x": (0, 100, 0.5),
    "y": (0, 100, 0.5),
    "width": (0.5, 100, 0.5),
    "height": (0.5, 100, 0.5),
    "largest": (2, 100, 0.5),
    "legible": (1.2, 20, 0.1),
    "lines": (1, 4, 1),
}
ALIGN: dict[str, str] = {"left": N_("on the left"), "centre": N_("in the middle"), "right": N_("on the right")}
STAND: dict[str, str] = {"top": N_("at the top"), "middle": N_("in the middle"), "bottom": N_("at the bottom")}
WEIGHTS: dict[int, str] = {
    400: N_("thin letters"),
    500: N_("normal letters"),
    600: N_("half-bold letters"),
    700: N_("bold letters"),
    800: N_("very bold letters"),
    900: N_("the boldest letters"),
}
SHAPES: dict[str, str] = {
    "wide": N_("This is how wide badges are arranged; tall ones and strips have arrangements of their own."),
    "tall": N_("This is how tall badges are arranged; wide ones and strips have arrangements of their own."),
    "strip": N_("This is how flat strips are arranged; wide and tall badges have arrangements of their own."),
}
WHO: dict[str, str] = {
    "longest": N_("The longest name of the list"),
    "shortest": N_("The shortest name of the list"),
    "speaker": N_("Speaker"),
    "staff": N_("Staff"),
    "press": N_("Press"),
    "blank": N_("Blank, to be written on"),
}
_PROBLEMS: dict[str, str] = {
    "overlap": N_("%(one)s and %(other)s lie over each other."),
    "outside": N_("%(one)s does not fit: its place is too low for letters that can be read."),
    "qr_small": N_("The QR code is too small to be read."),
    "qr_crowded": N_("%(other)s is too close to the QR code."),
    "shortened": N_("%(one)s does not fit and is shortened."),
}
# Of logos, what is said of photographs elsewhere.
_LOGO_REFUSED: dict[str, str] = {
    "photo_unreadable": N_("This file is no picture that can be read. Choose a PNG, JPEG or WebP."),
    "photo_too_big": N_("This picture is too large. Make it smaller: 1600 pixels are plenty."),
}


def title(name: str) -> str:
    """What people call a layout."""
    return str(_(WORDS[name])) if name in WORDS else name


def titles() -> list[str]:
    """What people call the layouts of the box."""
    return [title(code) for code in WORDS]


def is_title(name: str) -> bool:
    """Is a layout of the box called so, whatever language it is looked at in?"""
    wanted = clean(name).casefold()
    if wanted in WORDS:
        return True
    for language in LANGUAGES:
        with force_locale(language):
            if wanted in (one.casefold() for one in titles()):
                return True
    return False


def problem(found: Problem) -> str:
    """A sentence in the reader's language."""
    other = _(KINDS[found.other]) if found.other else ""
    return str(_(_PROBLEMS[found.code])) % {"one": _(KINDS[found.kind]), "other": other}


def smaller_first() -> str:
    """What becomes of a text that its smallest letters would shorten."""
    return str(_("What would be shortened is set smaller first, down to %(mm)s mm.", mm=format_decimal(LEGIBLE_MM)))


def logo_refused(refusal: Refusal) -> str:
    """Why a file did not become the logo."""
    said = _LOGO_REFUSED.get(refusal.code)
    return str(_(said)) if said else sentence(refusal)


def damage(found: Found) -> str:
    """Why a layout cannot be used, and what is done instead; empty for a sound one."""
    if not found.wrong:
        return ""
    if found.wrong == "missing":
        return str(_("The layout “%(name)s” is gone. Badges come out in the classic one.", name=found.name))
    said = _(
        "The file of the layout “%(name)s” is damaged at: %(place)s. Badges come out in the classic one.",
        name=found.name,
        place=found.wrong,
    )
    return str(said)
