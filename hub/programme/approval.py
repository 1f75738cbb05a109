"""What the coordinator has approved, and the duty to tell them of what was changed since."""

from dataclasses import dataclass

from hub import audit, clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.programme import changes, lines, planning, versions
from hub.programme.changes import Change
from hub.programme.lines import APPROVED, Line
from hub.programme.models import ProgrammeVersion

POINTS_AT_STAKE = -20


@dataclass(frozen=True, slots=True)
class Untold:
    """The programme is not the one the coordinator knows.

    `version` is what they must be told of, `known` what they know, `since` when it came to differ (ms).
    """

    version: ProgrammeVersion
    known: ProgrammeVersion
    since: int
    changes: list[Change]


def untold_change() -> Untold | None:
    """The duty to tell the coordinator; None before an approval and while the programme is as they know it.

    What is changed back is a duty no more. Phones, cards and the least break are not the coordinator's business.
    """
    known, newest = versions.known(), versions.newest()
    if known is None or newest is None or known.id == newest.id:
        return None
    approved, now = versions.content(known), versions.content(newest)
    if lines.as_approved(approved) == lines.as_approved(now):
        return None
    return Untold(newest, known, _since(known, approved), changes.between(approved, now, APPROVED))


@writes
def approve(by: Actor | None, version: int | None = None) -> ProgrammeVersion:
    """The coordinator has approved the programme as it stands.

    `version` is the one that was looked at. Raises Refusal `nothing_to_approve`, or `programme_changed_meanwhile`
    where another is in force by now.
    """
    newest = _looked_at(version)
    if not planning.current():
        raise Refusal("nothing_to_approve")
    if newest.approved_at is None:
        newest.approved_at, newest.approved_by = clock.now(), versions.signature(by)
        newest.save()
        audit.record(by, "programme_approved", version=newest.id)
    return newest


@writes
def tell(by: Actor | None, version: int | None = None) -> ProgrammeVersion:
    """The coordinator has been told. Raises Refusal `nothing_to_tell` or `programme_changed_meanwhile`."""
    newest = _looked_at(version)
    if untold_change() is None:
        raise Refusal("nothing_to_tell")
    newest.told_at, newest.told_by = clock.now(), versions.signature(by)
    newest.save()
    audit.record(by, "programme_told", version=newest.id)
    return newest


def _looked_at(version: int | None) -> ProgrammeVersion:
    newest = versions.newest()
    if newest is None:
        raise Refusal("nothing_to_approve")
    if version not in (None, newest.id):
        raise Refusal("programme_changed_meanwhile")
    return newest


def _since(known: ProgrammeVersion, approved: list[Line]) -> int:
    """When the programme came to differ, for the last time."""
    as_known, since = lines.as_approved(approved), 0
    for version in versions.after(known):
        if lines.as_approved(versions.content(version)) == as_known:
            break
        since = version.at
    return since
