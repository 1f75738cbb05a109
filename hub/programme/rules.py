"""What a programme should be like, as advice with the points at stake. Pure; never a reason to refuse anything."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hub.folding import fold
from hub.programme import times
from hub.programme.kinds import SPOKEN, TALKS, Kind
from hub.programme.lines import Line, in_order

PRODUCT_TALK_MIN = 30
THESES = range(2, 4)
SEMINAR_MIN, SEMINAR_MAX = 120, 480
HALL_EXTRA_MIN = 120  # the rent covers the programme and this much more
NO_FOOD_POINTS = -20


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice: a stable code, the numbers of the items it is about (none: the whole programme), the
    points at stake where the rules name any, and what its sentence names."""

    code: str
    items: tuple[int, ...] = ()
    points: int | None = None
    details: dict[str, object] = field(default_factory=dict)


def advice(lines: Iterable[Line], organiser: str) -> list[Advice]:
    """Everything worth saying of a programme of kept lines. `organiser` is the company that holds the seminar.

    An empty programme gets none: there is nothing to judge yet.
    """
    programme = in_order(lines)
    if not programme:
        return []
    return [
        *_break(programme),
        *_needed(programme, organiser),
        *_times(programme),
        *(found for line in programme for found in _item(line)),
    ]


def at_stake(found: Iterable[Advice]) -> int:
    """Points that could be lost, zero or below; a rule costs once, however often it is broken."""
    return sum({one.code: one.points for one in found if one.points is not None}.values())


def whole(lines: Sequence[Line]) -> tuple[str, str]:
    """When the programme begins and ends."""
    return min(line.start for line in lines), max(line.end for line in lines)


def _break(programme: Sequence[Line]) -> Iterator[Advice]:
    breaks = [line for line in programme if line.kind == Kind.BREAK]
    if not breaks:
        yield Advice("no_break")
    if len(breaks) > 1:
        yield Advice("several_breaks", _ids(breaks))
    for line in breaks:
        if len(breaks) == 1 and not _in_the_middle(line, programme):
            yield Advice("break_not_in_the_middle", _ids([line]))
        if line.food is None:
            yield Advice("break_food_unknown", _ids([line]), NO_FOOD_POINTS)
        elif not line.food:
            yield Advice("break_without_food", _ids([line]), NO_FOOD_POINTS)


def _in_the_middle(line: Line, programme: Sequence[Line]) -> bool:
    """Does its middle lie in the middle third? Registration is no part of what the break divides."""
    of = [other for other in programme if other.kind != Kind.REGISTRATION]
    start, end = map(times.minutes, whole(of))
    middle = (times.minutes(line.start) + times.minutes(line.end)) / 2
    return start + (end - start) / 3 <= middle <= end - (end - start) / 3


def _needed(programme: Sequence[Line], organiser: str) -> Iterator[Advice]:
    kinds = {line.kind for line in programme}
    products = [line for line in programme if line.kind == Kind.PRODUCT_TALK]
    if not products:
        yield Advice("no_product_talk", details={"minutes": PRODUCT_TALK_MIN})
    elif max(line.length for line in products) < PRODUCT_TALK_MIN:
        yield Advice("product_talk_short", _ids(products), details={"minutes": PRODUCT_TALK_MIN})
    if not organiser:
        yield Advice("organiser_unknown")
    elif not any(fold(line.company) == fold(organiser) for line in programme if line.kind in TALKS):
        yield Advice("no_organiser_talk", details={"organiser": organiser})
    for kind in (Kind.WORKSHOP, Kind.REGISTRATION, Kind.OPENING, Kind.QUESTIONS):
        if kind not in kinds:
            yield Advice(f"no_{kind}")


def _times(programme: Sequence[Line]) -> Iterator[Advice]:
    latest = programme[0]
    for before, line in pairwise(programme):
        latest = max(latest, before, key=lambda one: one.end)
        if line.start < latest.end:
            yield Advice("overlap", _ids([latest, line]), details={"first": latest.title, "second": line.title})
        elif line.start > latest.end:
            yield Advice("gap", _ids([line]), details={"start": latest.end, "end": line.start})
    start, end = map(times.minutes, whole(programme))
    if end - start < SEMINAR_MIN:
        yield Advice("programme_short", details={"hours": SEMINAR_MIN // 60})
    if end - start > SEMINAR_MAX:
        yield Advice("programme_long", details={"hours": SEMINAR_MAX // 60})


def _item(line: Line) -> Iterator[Advice]:
    item = _ids([line])
    if line.kind in SPOKEN and not line.speaker:
        yield Advice("speaker_missing", item)
    if line.kind not in TALKS:
        return
    if line.speaker and not line.company:
        yield Advice("company_missing", item)
    if line.speaker and not line.phone:
        yield Advice("phone_missing", item)
    if len(line.points) not in THESES:
        few = (
            "theses_missing" if not line.points else "theses_few" if len(line.points) < THESES.start else "theses_many"
        )
        yield Advice(few, item, details={"least": THESES.start, "most": THESES.stop - 1})


def _ids(lines: Iterable[Line]) -> tuple[int, ...]:
    return tuple(line.id for line in lines if line.id is not None)
