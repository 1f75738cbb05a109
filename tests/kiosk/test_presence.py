"""The fold over the arrivals log: the same events give the same presence, whatever order they came in."""

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.presence import Event, Kind, fold


def entry(name: str, at: int) -> Event:
    """Somebody comes in."""
    return Event(name, Kind.ENTRY, at, f"desk {name}")


def leaving(name: str, at: int) -> Event:
    """Somebody goes out."""
    return Event(name, Kind.EXIT, at)


def undo(name: str, at: int, of: str) -> Event:
    """Something is taken back."""
    return Event(name, Kind.UNDO, at, undoes=of)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Up to a dozen events of one attendee, undos of any of them (or of nothing known) among them."""
    kinds = draw(st.lists(st.sampled_from(Kind), max_size=12))
    names = [f"e{number}" for number in range(len(kinds))]
    return [
        Event(
            name,
            kind,
            draw(st.integers(0, 8)),
            undoes=draw(st.sampled_from([*names, "nothing"])) if kind is Kind.UNDO else None,
        )
        for name, kind in zip(names, kinds, strict=True)
    ]


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(log: list[Event], chance: random.Random) -> None:
    shuffled = log[:]
    chance.shuffle(shuffled)
    assert fold(log) == fold(shuffled)


@given(logs())
def test_the_same_event_heard_twice_counts_once(log: list[Event]) -> None:
    assert fold([*log, *log]).state == fold(log).state


@given(logs())
def test_a_presence_is_consistent_with_itself(log: list[Event]) -> None:
    now = fold(log)
    assert (now.state == "expected") is (now.first_entry is None)
    assert (now.since is None) is (now.state == "expected")
    if now.state == "left":
        assert now.since == now.last_exit
    if now.state == "here":
        assert now.since is not None
        assert now.since.kind is Kind.ENTRY
    if now.first_entry and now.last_exit:
        assert (now.first_entry.at, now.first_entry.id) < (now.last_exit.at, now.last_exit.id)


@given(logs())
def test_undoing_everything_leaves_the_attendee_expected(log: list[Event]) -> None:
    undos = [undo(f"u{event.id}", 9, event.id) for event in log]
    assert fold([*log, *undos]).state == "expected"


@given(logs())
def test_undoing_what_made_it_so_always_changes_the_state(log: list[Event]) -> None:
    before = fold(log)
    if before.since is not None:
        assert fold([*log, undo("last", 9, before.since.id)]).since != before.since


@pytest.mark.parametrize(
    ("log", "state", "first"),
    [
        ([], "expected", None),
        ([entry("a", 1)], "here", "a"),
        ([leaving("a", 1)], "expected", None),
        ([entry("a", 1), entry("b", 2)], "here", "a"),
        ([entry("a", 1), leaving("b", 2)], "left", "a"),
        ([entry("a", 1), leaving("b", 2), entry("c", 3)], "here", "a"),
        ([entry("a", 1), leaving("b", 2), leaving("c", 3)], "left", "a"),
        ([leaving("b", 1), entry("a", 2)], "here", "a"),
        ([entry("a", 1), undo("u", 2, "a")], "expected", None),
        ([entry("a", 1), undo("u", 2, "a"), entry("b", 3)], "here", "b"),
        ([entry("a", 1), entry("b", 2), undo("u", 3, "a")], "expected", None),
        ([entry("a", 1), undo("u", 2, "a"), entry("b", 3), undo("v", 4, "b")], "expected", None),
        ([entry("a", 1), leaving("b", 2), undo("u", 3, "b")], "here", "a"),
        ([entry("a", 1), leaving("b", 2), entry("c", 3), undo("u", 4, "a")], "here", "c"),
        ([entry("a", 1), undo("u", 2, "nothing")], "here", "a"),
    ],
)
def test_a_history_amounts_to_a_state(log: list[Event], state: str, first: str | None) -> None:
    now = fold(log)
    assert now.state == state
    assert (now.first_entry.id if now.first_entry else None) == first


def test_an_undone_exit_does_not_part_a_repeat_from_what_it_repeats() -> None:
    log = [entry("a", 1), leaving("b", 2), undo("u", 3, "b"), entry("c", 4), undo("v", 5, "a")]
    assert fold(log).state == "expected"


def test_an_entry_after_the_undo_of_a_repeated_one_stands() -> None:
    log = [entry("a", 1), entry("b", 2), undo("u", 3, "a"), entry("c", 4), entry("d", 5)]
    now = fold(log)
    assert now.state == "here"
    assert now.first_entry == log[3]


@dataclass
class Door:
    """The plainest model of a door: a person is inside or not, and may only be put back one step."""

    state: str = "expected"
    before: list[str] = field(default_factory=list)

    def move(self, to: str) -> None:
        self.before.append(self.state)
        self.state = to


class DoorMachine(RuleBasedStateMachine):
    """Scans in real time against the plain model, undoing the latest change of state."""

    def __init__(self) -> None:
        super().__init__()
        self.door = Door()
        self.log: list[Event] = []

    @property
    def _name(self) -> str:
        return f"e{len(self.log):03}"

    @rule()
    def comes(self) -> None:
        if self.door.state != "here":
            self.door.move("here")
        self.log.append(entry(self._name, len(self.log)))

    @rule()
    def goes(self) -> None:
        if self.door.state == "here":
            self.door.move("left")
        self.log.append(leaving(self._name, len(self.log)))

    @rule()
    def takes_back(self) -> None:
        since = fold(self.log).since
        if since is not None:
            self.door.state = self.door.before.pop()
            self.log.append(undo(self._name, len(self.log), since.id))

    @invariant()
    def agree(self) -> None:
        assert fold(self.log).state == self.door.state


TestDoor = DoorMachine.TestCase
