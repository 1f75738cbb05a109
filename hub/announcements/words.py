"""What announcements say: to everybody in five languages, to staff, in refusals, in the audit log."""

from dataclasses import dataclass

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from hub.announcements import delay
from hub.announcements.models import Announcement
from hub.announcements.telling import Kind
from hub.i18n import LANGUAGES, N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "announcement_text_required": (422, N_("Write what is to be announced.")),
    "announcement_too_long": (422, N_("At most %(most)s letters can be read on a screen. Please say it shorter.")),
    "announcement_unknown": (404, N_("This announcement is not known.")),
    "screen_unknown": (404, N_("This screen is not paired any more.")),
}
HEADS: dict[str, str] = {
    Kind.MOVED: N_("The hall has changed"),
    Kind.DELAYED: N_("We begin later"),
    Kind.LOST: N_("Something was left behind"),
    Kind.FREE: N_("Announcement"),
    Kind.EVACUATION: N_("Evacuation"),
}
ACTIONS: dict[str, str] = {
    "announced": N_("Announced on the screens"),
    "announcement_taken_back": N_("Announcement taken back"),
}
FIELDS: dict[str, str] = {"announcement": N_("Announcement")}
VALUES = {"announcement": HEADS}
WAY_OUT = N_("Please leave the building calmly by the nearest way out. Do not use the lift.")


@dataclass(frozen=True, slots=True)
class Words:
    """An announcement in one language. `text` may be empty, and may have several lines."""

    head: str
    text: str


def everywhere() -> Words:
    """What an evacuation says where nobody's own words may be shown, in the reader's language."""
    return _words(Kind.EVACUATION, "")


def heads(kind: Kind) -> list[str]:
    """What a kind is called in all the languages, each word once, the reader's own left out."""
    said = {}
    for language in LANGUAGES:
        with force_locale(language):
            said[_(HEADS[kind])] = language
    own = _(HEADS[kind])
    return [head for head in said if head != own]


def say(row: Announcement) -> dict[str, Words]:
    """An announcement in every language. Its own words stay as they were typed."""
    said = {}
    for language in LANGUAGES:
        with force_locale(language):
            said[language] = _words(row.kind, row.text)
    return said


def _words(kind: str, typed: str) -> Words:
    head = _(HEADS[kind])
    if kind == Kind.EVACUATION:
        return Words(head, typed or _(WAY_OUT))
    if kind == Kind.LOST:
        return Words(head, f"{typed}\n{_('Please ask at the registration desk.')}")
    told = delay.read(typed) if kind == Kind.DELAYED else None
    return Words(_delayed(*told), "") if told else Words(head, typed)


def _delayed(minutes: int, clock: str) -> str:
    """By how long, and where it is known when: nobody has to do the sum in front of a screen."""
    if not clock:
        return str(ngettext("We begin %(num)d minute later", "We begin %(num)d minutes later", minutes))
    said = ngettext(
        "We begin %(num)d minute later, at %(time)s", "We begin %(num)d minutes later, at %(time)s", minutes, time=clock
    )
    return str(said)
