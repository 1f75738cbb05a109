"""Which item of the programme a line of a file means, so that a rundown under way keeps its items. Pure."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from hub.folding import fold
from hub.programme.heading_words import DURATION, END, FOOD, KIND, START, TITLE
from hub.programme.kinds import Kind
from hub.programme.lines import Line

Key = Callable[[Line], tuple[object, ...]]


def _text(line: Line) -> tuple[object, ...]:
    return fold(line.title), fold(line.speaker)


# The surest first: an item moved keeps its text, an item renamed its kind and start.
_KEYS: tuple[Key, ...] = (
    lambda line: (*_text(line), line.start),
    _text,
    lambda line: (line.kind, line.start),
)


def matched(found: Iterable[tuple[Line, Collection[str]]], known: Iterable[Line]) -> list[Line]:
    """The lines of a file as the programme would keep them: with the `id` of the item each means, None for a new one.

    Beside each line stand the fields that the file tells of; what it does not tell of an item stays as it is known.
    """
    fresh, left = list(found), list(known)
    pairs: dict[int, Line] = {}
    for key in _KEYS:
        for place, (line, _told) in enumerate(fresh):
            if place not in pairs and (same := next((old for old in left if key(old) == key(line)), None)):
                pairs[place] = same
                left.remove(same)
    return [
        _merged(line, pairs[place], set(told)) if place in pairs else line for place, (line, told) in enumerate(fresh)
    ]


def _merged(line: Line, old: Line, told: set[str]) -> Line:
    texts = {field: getattr(line, field) for field in told - {START, END, DURATION, KIND, FOOD, TITLE}}
    generic = line.kind == Kind.TALK and old.kind == Kind.PRODUCT_TALK
    kind = line.kind if KIND in told and not generic else old.kind
    food = old.food if line.food is None else line.food
    merged = replace(old, start=line.start, end=line.end, title=line.title, kind=kind, food=food, **texts)
    return merged if merged.questions_min < max(merged.length, 1) else replace(merged, questions_min=0)
