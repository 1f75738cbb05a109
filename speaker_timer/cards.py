"""Cards for the speaker, as on cardboard: one at a time, by hand or by itself at its threshold. Pure.

What is shown follows from the state and the running time alone, so that a display without the hub goes on rightly.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from speaker_timer.rundown import Rundown


class CardKind(StrEnum):
    """What a card says."""

    TEN = "10"
    FIVE = "5"
    STOP = "stop"
    QUESTIONS = "questions"
    MESSAGE = "message"


# How far on in the talk a card stands; one that has gone out is never followed by an earlier one.
RANK = {CardKind.TEN: 1, CardKind.FIVE: 2, CardKind.STOP: 3}
LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Point:
    """A place in an item's time: how long it had run, and how much was left to its target."""

    elapsed: int
    left: int


@dataclass(frozen=True, slots=True)
class Card:
    """A card sent by hand: when (steady clock) and where in the item."""

    kind: CardKind
    text: str
    since: int
    sent: Point


@dataclass(frozen=True, slots=True)
class Stage:
    """What the displays show beside the time. `dismissed`: thresholds up to this point were taken back.

    `passed_over`: cards of the current item that never were shown, since a later one was sent before their time.
    """

    card: Card | None = None
    dismissed: Point | None = None
    blackout: bool = False
    flash: int = 0
    passed_over: tuple[CardKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A card and the elapsed time from which it is shown; `since` is None for one that goes by itself."""

    key: str
    kind: CardKind
    text: str
    at: int
    since: int | None


def cues(rundown: Rundown, stage: Stage) -> list[Cue]:
    """The cards of the current item still to be shown or shown now, by elapsed time: the last one reached is on."""
    by_hand = [_sent(rundown, stage.card)] if stage.card else []
    target = rundown.target()
    return [*by_hand, *(cue for cue in thresholds(rundown) if not _overtaken(cue, target, stage))]


def shown(rundown: Rundown, stage: Stage, now: int) -> Cue | None:
    """The card that is on at this moment."""
    elapsed = rundown.elapsed(now)
    reached = [cue for cue in cues(rundown, stage) if cue.at <= elapsed]
    return reached[-1] if reached else None


def send(stage: Stage, rundown: Rundown, kind: CardKind, text: str, now: int) -> Stage:
    """Show a card from now on."""
    passed = tuple(card for card in _ahead(stage, rundown, now) if RANK[card] < RANK.get(kind, 0))
    missed = tuple(card for card in stage.passed_over if card != kind) + passed
    return replace(stage, card=Card(kind, text, now, _point(rundown, now)), passed_over=missed)


def take_back(stage: Stage, rundown: Rundown, now: int) -> Stage:
    """Show no card; thresholds that are still ahead stay."""
    return _come_again(replace(stage, card=None, dismissed=_point(rundown, now)), rundown, now)


def _ahead(stage: Stage, rundown: Rundown, now: int) -> list[CardKind]:
    """The cards that will still go by themselves."""
    elapsed = rundown.elapsed(now)
    return [cue.kind for cue in cues(rundown, stage) if cue.since is None and cue.at > elapsed]


def _come_again(stage: Stage, rundown: Rundown, now: int) -> Stage:
    """What is ahead again has not been passed over."""
    ahead = _ahead(stage, rundown, now)
    return replace(stage, passed_over=tuple(card for card in stage.passed_over if card not in ahead))


def follow(stage: Stage, before: Rundown, after: Rundown, now: int) -> Stage:
    """What becomes of the cards when the rundown changes from `before` to `after`."""
    if before.current != after.current:
        return replace(stage, card=None, dismissed=None, passed_over=())
    if after.questioning and not before.questioning:
        return take_back(stage, before, now)
    card = stage.card
    if card and card.kind in RANK and after.target() > before.target() and after.remaining(now) > _left(card.kind):
        stage = replace(stage, card=None)  # time was given: «5 min» would be a lie now
    jumped = shown(after, stage, now)
    if jumped and jumped.since is None and jumped.kind != _kind(shown(before, stage, now)):
        # Time was taken away past a threshold: the card is new, whatever the arithmetic says of its age.
        passed = send(stage, before, jumped.kind, "", now).passed_over
        stage = replace(send(stage, after, jumped.kind, "", now), passed_over=passed)
    return _come_again(stage, after, now)


def _point(rundown: Rundown, now: int) -> Point:
    return Point(rundown.elapsed(now), rundown.remaining(now))


def _kind(cue: Cue | None) -> CardKind | None:
    return cue.kind if cue else None


def _left(kind: CardKind) -> int:
    return {CardKind.TEN: 600_000, CardKind.FIVE: 300_000}.get(kind, 0)


def _sent(rundown: Rundown, card: Card) -> Cue:
    # From the item's beginning: an undone pause takes elapsed time back, and what a host sent stays on.
    return Cue(f"{rundown.current or 0}-{card.kind}-{card.since}", card.kind, card.text, 0, card.since)


def thresholds(rundown: Rundown) -> list[Cue]:
    """The cards that go by themselves in the current item, those that have gone or were overtaken too."""
    slot = rundown.running
    if slot is None:
        return []
    target = rundown.target()
    wanted = sorted(
        ((CardKind(name), target - left) for name, left in slot.cards), key=lambda pair: (pair[1], RANK[pair[0]])
    )
    cues: list[Cue] = []
    for kind, at in wanted:
        stands_back = any(RANK[kind] < RANK[cue.kind] for cue in cues)
        if at > 0 and not stands_back and (kind == CardKind.STOP or not rundown.questioning):
            cues.append(Cue(f"{slot.item}-{kind}-at{at}", kind, "", at, None))
    return cues


def _overtaken(cue: Cue, target: int, stage: Stage) -> bool:
    if stage.dismissed is not None and _passed(cue, target, stage.dismissed):
        return True
    card = stage.card
    return card is not None and (RANK[cue.kind] <= RANK.get(card.kind, 0) or _passed(cue, target, card.sent))


def _passed(cue: Cue, target: int, point: Point) -> bool:
    """Had this threshold been reached at that point? One that time given since has put ahead again comes again."""
    return cue.at <= point.elapsed and target - cue.at >= point.left
