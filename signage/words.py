"""The words of a frame, in each language of a screen. Needs an application context for the catalogues."""

from dataclasses import dataclass, replace

from flask_babel import force_locale
from flask_babel import gettext as _

from hub.i18n import clock_time
from hub.models import Seminar
from hub.programme.plan import Planned
from signage import route
from signage.arrows import Arrow
from signage.frames import Frame, Phase
from signage.models import RoutePoint


@dataclass(frozen=True, slots=True)
class Words:
    """What a frame says in one language: the one thing large, then lines, then a note in small; `label` above all."""

    head: str
    lines: tuple[str, ...] = ()
    note: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the words are made of, beside the frame."""

    seminar: Seminar
    items: dict[int, Planned]
    point: RoutePoint | None
    overrides: dict[tuple[str, str], str]  # (phase, language) -> the organiser's own words
    beyond_desk: bool = False  # the point leads on from the desk to the hall

    def title(self, item: int | None) -> str:
        """An item's title; empty for none."""
        found = self.items.get(item) if item is not None else None
        return found.row.title if found else ""

    def speaker(self, item: int | None) -> str:
        """An item's speaker with the company; empty for none."""
        found = self.items.get(item) if item is not None else None
        return ", ".join(filter(None, (found.row.speaker, found.row.company))) if found else ""


def say(frame: Frame, facts: Facts, languages: list[str]) -> dict[str, Words]:
    """The words of a frame in each language."""
    said = {}
    for language in languages:
        with force_locale(language):
            words = _WRITERS[frame.phase](frame, facts)
        own = facts.overrides.get((frame.phase, language))
        said[language] = replace(words, head=own) if own else words
    return said


def nowhere(name: str, title: str, languages: list[str]) -> dict[str, Words]:
    """What a screen says that has no place yet: the seminar's title to guests, and in small whose hand it waits for."""
    said = {}
    for language in languages:
        with force_locale(language):
            note = _("Screen “%(name)s”: choose its place on the page “Screens on the route”.", name=name)
            said[language] = Words(title, note=note)
    return said


def once(phase: str, said: dict[str, Words]) -> dict[str, Words]:
    """Of languages that stand side by side none says again what one before it has said, a title or a name.

    What is said of a title goes with it.
    """
    left, before = {}, {""}
    for language, words in said.items():
        head = "" if words.head in before else words.head
        lines = tuple(line for line in words.lines if line not in before)
        alone = words.label in before or (phase == Phase.RUNNING and not head)
        note = "" if words.note in before else words.note
        left[language] = Words(head, lines, note, "" if alone else words.label)
        before |= {words.label, words.head, *words.lines, words.note}
    return left


def short(phase: str, words: Words) -> str:
    """The one thing that a frame says beside its arrow while an announcement takes most of the screen."""
    if phase == Phase.RUNNING:
        return words.note
    return words.label if phase == Phase.OVER and words.label else words.head


def shorts(phase: str, said: dict[str, Words], *, together: bool) -> dict[str, str]:
    """The same in each language; of those side by side (`together`) none says again what one before it has said."""
    left: dict[str, str] = {}
    for language, one in said.items():
        text = short(phase, one)
        left[language] = "" if together and text in left.values() else text
    return left


def _at(moment: int | None, facts: Facts) -> str:
    return clock_time(moment, facts.seminar.zone)


def _arriving(frame: Frame, facts: Facts) -> Words:
    point = facts.point
    begins = _("Begins at %(time)s", time=_at(frame.following_at, facts)) if frame.following_at else ""
    lines = (facts.seminar.title, *([point.text] if point and point.text else []))
    return Words(_("Hall") if facts.beyond_desk else _("Registration"), lines, begins)


def _running(frame: Frame, facts: Facts) -> Words:
    ahead = _following(frame, facts)
    late = _("Hall") if facts.beyond_desk else _("Registration first, then the hall")
    if frame.item is None:
        return Words(facts.seminar.title, ahead, late)
    speaker = facts.speaker(frame.item)
    return Words(facts.title(frame.item), (*([speaker] if speaker else []), *ahead), late, _("Now"))


def _following(frame: Frame, facts: Facts) -> tuple[str, ...]:
    if frame.following is None:
        return ()
    time, title = _at(frame.following_at, facts), facts.title(frame.following)
    return (_("Next, at %(time)s: %(title)s", time=time, title=title),)


def _break(frame: Frame, facts: Facts) -> Words:
    back = (_("We go on at %(time)s", time=_at(frame.until, facts)),) if frame.until is not None else ()
    return Words(facts.title(frame.item) or _("Coffee break"), back, _next_title(frame, facts))


def _next_title(frame: Frame, facts: Facts) -> str:
    title = facts.title(frame.following)
    return _("Next: %(title)s", title=title) if title else ""


def _returning(frame: Frame, facts: Facts) -> Words:
    title = facts.title(frame.following)
    return Words(_("Time to return to the hall"), (title,) if title else ())


def _over(frame: Frame, facts: Facts) -> Words:
    """The noun of the arrow first: people on their way out look for it. Without an arrow there is none."""
    leads = facts.point is not None and route.way_out(facts.point) != Arrow.HERE
    said = (_("Please hand your questionnaire in at the desk."),)
    return Words(_("Thank you for being with us"), said, label=_("Way out") if leads else "")


_WRITERS = {
    Phase.ARRIVING: _arriving,
    Phase.RUNNING: _running,
    Phase.BREAK: _break,
    Phase.RETURNING: _returning,
    Phase.OVER: _over,
}
