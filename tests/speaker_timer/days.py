"""Days for tests of the pure clock: programmes as people write them, and everything a host may do to one."""

from collections.abc import Sequence

from hypothesis import strategies as st

from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from hub.programme.plan import Planned
from speaker_timer import planning
from speaker_timer.actions import Action, Tap
from speaker_timer.rundown import Rundown

MINUTE = 60_000
MORNING = 1_795_838_400_000  # 2026-11-28 09:00 in Almaty, ms
SPEAKERS = ("Айгүл Қасымқызы", "Тимур Цой", "Oʻtkir Saidov", "Ольга Ёлкина-Берёзкина", "Нұрлан Әбдіқадыров")

lengths = st.integers(1, 90).map(lambda minutes: minutes * MINUTE)
moments = st.integers(-60, 600).map(lambda minutes: MORNING + minutes * MINUTE)
thresholds = st.none() | st.integers(0, 1200)
kinds = st.sampled_from(Kind)
# From a twitch to a forgotten phone; odd milliseconds too.
pauses = st.integers(0, 3_000) | st.integers(0, 40 * MINUTE) | st.integers(0, 5 * 60 * MINUTE)


def planned(item: int, kind: Kind, start: int, length: int, **facts: object) -> Planned:
    """A line of the programme with its moments, ms."""
    speaker = SPEAKERS[item % len(SPEAKERS)]
    row = ProgrammeItem(id=item, start="", end="", kind=kind, title=f"Тема {item}", speaker=speaker, **facts)
    return Planned(row, start, start + length)


@st.composite
def lines(draw: st.DrawFn, item: int) -> Planned:
    """One line: any kind at any time, overlaps and all."""
    return planned(
        item,
        draw(kinds),
        draw(moments),
        draw(lengths),
        questions_min=draw(st.integers(0, 30)),
        least_min=draw(st.integers(0, 30)),
        card_10_s=draw(thresholds),
        card_5_s=draw(thresholds),
        card_stop_s=draw(thresholds),
    )


@st.composite
def programmes(draw: st.DrawFn) -> list[Planned]:
    """A programme in the order it is read in: by start."""
    drawn = [draw(lines(item)) for item in range(1, draw(st.integers(1, 7)) + 1)]
    return sorted(drawn, key=lambda line: (line.start, line.end, line.id))


@st.composite
def taps(draw: st.DrawFn, items: tuple[int, ...], of: Sequence[Action] = tuple(Action)) -> Tap:
    """Any tap that the API lets through, sensible or not."""
    action = draw(st.sampled_from(of))
    item = st.sampled_from(items or (1,))
    if action == Action.ADD:
        return Tap(action, draw(st.integers(-90, 90).filter(bool)) * 20_000)
    if action == Action.SHIFT:
        return Tap(action, draw(st.none() | st.integers(-90, 90).map(lambda steps: steps * 20_000)))
    if action == Action.EAT_BREAK:
        return Tap(action, draw(st.none() | st.integers(0, 30).map(lambda minutes: minutes * MINUTE)))
    if action in {Action.START, Action.SWAP}:
        return Tap(action, item=draw(item), other=draw(item) if action == Action.SWAP else None)
    if action in {Action.SKIP, Action.START_NEXT}:
        return Tap(action, item=draw(st.none() | item))
    return Tap(action)


def day(*plans: Planned) -> Rundown:
    """The rundown before anything has happened."""
    return planning.reconciled(Rundown(), plans)


def talks(*minutes: int, questions: int = 0, gap: int = 0, facts: dict[str, int | None] | None = None) -> list[Planned]:
    """Talks one after another from the morning on; `gap` minutes between them."""
    plans, start = [], MORNING
    for number, length in enumerate(minutes, 1):
        plans.append(planned(number, Kind.TALK, start, length * MINUTE, questions_min=questions, **(facts or {})))
        start += (length + gap) * MINUTE
    return plans
