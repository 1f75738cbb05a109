"""Items and their fields as people read them, in the reader's language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hub.i18n import N_
from hub.programme import words
from hub.programme.changes import Change
from hub.programme.lines import Line

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A change in words: the item, and a pair of texts for each field, before and after."""

    kind: str  # added, removed, changed
    item: str
    fields: list[tuple[str, str, str]]


def item(line: Line) -> str:
    """«10:05–10:45 CRM без потерь»."""
    return f"{line.start}–{line.end} {line.title}"


def field(line: Line, name: str, say: Say) -> str:
    """A field's content; a dash where there is none."""
    value = getattr(line, name)
    if name == "kind":
        return say(words.KINDS[value])
    if isinstance(value, bool):
        return say(N_("yes") if value else N_("no"))
    if name == "theses":
        return "; ".join(line.points) or "—"
    return "—" if value in (None, "") else str(value)


def changes(found: Iterable[Change], say: Say) -> list[Shown]:
    """Each change, ready for a page or a terminal."""
    return [_change(change, say) for change in found]


def _change(change: Change, say: Say) -> Shown:
    if change.before is None or change.after is None:
        return Shown("removed" if change.after is None else "added", item(change.line), [])
    before, after = change.before, change.after
    told = [(say(words.FIELDS[name]), field(before, name, say), field(after, name, say)) for name in change.fields]
    return Shown("changed", item(after), told)
