"""What stands at a moment, from all that was ever told. Pure: `now` is ms by the steady clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from hub.announcements.models import Announcement
from hub.announcements.telling import Kind


@dataclass(frozen=True, slots=True)
class Stand:
    """An announcement that stands, and the `seq` of the standing in which it appeared."""

    row: Announcement
    seq: int


@dataclass(frozen=True, slots=True)
class Standing:
    """All that stands, an evacuation last. `seq` grows by one with every beginning and every end."""

    seq: int
    stands: tuple[Stand, ...]
    next_end: int | None  # when the first of them expires


def fold(rows: Sequence[Announcement], now: int) -> Standing:
    """What stands now; `rows` are all announcements, the oldest first."""
    ended = [_ended(row, now) for row in rows]
    stands = [
        Stand(row, _begun_in(n, ended, row.at)) for n, (row, end) in enumerate(zip(rows, ended, strict=True)) if not end
    ]
    ends = [stand.row.expires_at for stand in stands if stand.row.expires_at is not None]
    return Standing(
        seq=len(rows) + sum(end is not None for end in ended),
        stands=tuple(sorted(stands, key=lambda stand: (stand.row.kind == Kind.EVACUATION, stand.seq))),
        next_end=min(ends, default=None),
    )


def _ended(row: Announcement, now: int) -> int | None:
    """When it ended; None while it stands."""
    ends = [end for end in (row.taken_back_at, row.expires_at) if end is not None and end <= now]
    return min(ends) if ends else None


def _begun_in(n: int, ended: Sequence[int | None], at: int) -> int:
    """The n-th announcement's beginning, counted among the beginnings and ends until then."""
    return n + 1 + sum(end is not None and end <= at for end in ended[:n])
