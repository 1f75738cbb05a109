"""Changing the programme. Each change is one durable write, a version of the whole, and an entry in the audit log."""

import hashlib
from collections.abc import Iterable

from hub import audit, clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.programme import changes, lines, plan, versions
from hub.programme.lines import COLUMNS, MOST_ITEMS, Line
from hub.programme.models import ProgrammeItem, ProgrammeVersion


def current() -> list[Line]:
    """The programme as it stands, in its order."""
    return [lines.of_row(row) for row in plan.items()]


def get(item: int) -> Line:
    """One item. Raises Refusal `item_unknown`."""
    return lines.of_row(_row(item))


@writes
def add_item(line: Line, by: Actor | None) -> Line:
    """Put an item into the programme. Raises Refusal as `checked` does, and `too_many_items`."""
    checked(line)
    if len(plan.items()) >= MOST_ITEMS:
        raise Refusal("too_many_items", limit=MOST_ITEMS)
    added = lines.of_row(ProgrammeItem.create(**lines.columns(line)))
    audit.record(by, "programme_item_added", _subject(added), before={}, after=_said(added))
    versions.keep(current(), by)
    return added


@writes
def save_item(item: int, line: Line, by: Actor | None, seen: str = "") -> Line:
    """Change an item. The same again changes nothing. `seen` is the `state` that was looked at.

    Raises Refusal `item_unknown`, those of `checked`, and `programme_changed_meanwhile` where somebody else has made
    another of it since.
    """
    checked(line)
    before = get(item)
    after = lines.numbered(line, item)
    changed = [name for name in COLUMNS if getattr(before, name) != getattr(after, name)]
    if changed and seen not in ("", state(before)):
        raise Refusal("programme_changed_meanwhile")
    if changed:
        _update(after)
        was, now = ({name: lines.columns(of)[name] for name in changed} for of in (before, after))
        audit.record(by, "programme_item_changed", _subject(after), before=was, after=now)
        versions.keep(current(), by)
    return after


@writes
def remove_item(item: int, by: Actor | None) -> Line:
    """Take an item out. Raises Refusal `item_unknown`. Its row stays: the rundown of the day may have run it."""
    gone = get(item)
    _remove([item])
    audit.record(by, "programme_item_removed", _subject(gone), before=_said(gone), after=dict.fromkeys(_said(gone), ""))
    versions.keep(current(), by)
    return gone


@writes
def replace(wanted: Iterable[Line], by: Actor | None, source: str = "") -> ProgrammeVersion | None:
    """Make the programme these lines, as one change: those with an `id` go on, the others are new, the rest goes.

    Returns the version made, None where nothing differed. Raises Refusal as `add_item` does.
    """
    whole = [checked(line) for line in wanted]
    if len(whole) > MOST_ITEMS:
        raise Refusal("too_many_items", limit=MOST_ITEMS)
    found = changes.between(current(), whole)
    if not found:
        return None
    for change in found:
        if change.before is None and change.after is not None:
            ProgrammeItem.create(**lines.columns(change.after))
        elif change.after is not None:
            _update(change.after)
    _remove([change.line.id for change in found if change.after is None])
    audit.record(by, "programme_imported", source, **counted(found))
    return versions.keep(current(), by)


def state(line: Line) -> str:
    """A short text that is another one after any change of the line."""
    return hashlib.sha256(repr(line).encode()).hexdigest()[:16]


def counted(found: Iterable[changes.Change]) -> dict[str, int]:
    """How many items are added, changed and removed."""
    kinds = ["added" if change.before is None else "changed" if change.after else "removed" for change in found]
    return {kind: kinds.count(kind) for kind in ("added", "changed", "removed")}


def checked(line: Line) -> Line:
    """The line itself. Raises Refusal `item_title_required`, `item_ends_before_start`, `item_questions_too_long`."""
    if not line.title.strip():
        raise Refusal("item_title_required")
    if line.length <= 0:
        raise Refusal("item_ends_before_start")
    if line.questions_min and line.questions_min >= line.length:
        raise Refusal("item_questions_too_long")
    return line


def _row(item: int) -> ProgrammeItem:
    row: ProgrammeItem | None = ProgrammeItem.get_or_none(ProgrammeItem.id == item, ProgrammeItem.removed_at.is_null())
    if row is None:
        raise Refusal("item_unknown")
    return row


def _update(line: Line) -> None:
    ProgrammeItem.update(**lines.columns(line)).where(ProgrammeItem.id == line.id).execute()


def _remove(items: list[int | None]) -> None:
    ProgrammeItem.update(removed_at=clock.now()).where(ProgrammeItem.id.in_(items)).execute()


def _said(line: Line) -> dict[str, object]:
    """What the audit log tells of a whole item."""
    whole = lines.columns(line)
    return {name: whole[name] for name in ("start", "end", "kind", "speaker", "company") if whole[name]}


def _subject(line: Line) -> str:
    return f"{line.start} {line.title}"
