"""Which badge comes next, and what becomes of it."""

import uuid
from collections.abc import Iterator

import pytest
from flask import Flask

from hub import clock
from hub.database import db
from kiosk import figures
from kiosk.models import Attendee, Printer, PrintJob
from kiosk.paper import print_claims, print_jobs, printer_list
from kiosk.paper.printers import Outcome, PrinterTrouble
from tests.conftest import TESTER


@pytest.fixture(autouse=True)
def connected(app: Flask, cast: dict[str, Attendee]) -> Iterator[None]:
    with app.app_context(), db.connection_context():
        yield


def printer(name: str = "P", station: str = "", *, is_default: bool = False) -> Printer:
    """A printer in use."""
    return Printer.create(name=name, driver="picture_folder", station=station, is_default=is_default)


def wish(who: Attendee, station: str = "") -> int:
    """A badge wished by a person; the job's number."""
    badge = print_jobs.reprint(who.id, str(uuid.uuid4()), station, TESTER)
    assert badge.job is not None
    return badge.job


def age(job: int, minutes: float) -> None:
    """Let a job have been wished so long ago."""
    PrintJob.update(changed_at=clock.now() - int(minutes * 60_000)).where(PrintJob.id == job).execute()


def state(job: int) -> tuple[str, str]:
    """State and reason of a job."""
    row = PrintJob.get_by_id(job)
    return row.state, row.reason


def claimed(press: Printer) -> int | None:
    """The number of the job that this printer takes next."""
    job = print_claims.claim(press)
    return job.id if job else None


def test_badges_come_in_the_order_of_the_wishes(cast: dict[str, Attendee]) -> None:
    wishes = [wish(who) for who in cast.values()]
    press = printer()
    assert [claimed(press) for _ in wishes] == wishes
    assert claimed(press) is None


def test_a_job_is_claimed_once_even_by_two_who_saw_it_at_once(cast: dict[str, Attendee]) -> None:
    wish(cast["aigul"])
    one, other = printer("One"), printer("Other")
    seen_by_both = print_claims._next(one)
    assert seen_by_both is not None
    assert print_claims._take(seen_by_both, one)
    assert not print_claims._take(seen_by_both, other)


def test_a_desk_prints_on_its_own_printer_and_others_on_everybodys(cast: dict[str, Attendee]) -> None:
    own, everybodys = printer("Own", "Стол 1"), printer("Everybody's", is_default=True)
    at_one, at_two, nowhere = wish(cast["aigul"], "Стол 1"), wish(cast["timur"], "Стол 2"), wish(cast["utkir"])
    assert claimed(own) == at_one
    assert claimed(own) is None
    assert [claimed(everybodys), claimed(everybodys)] == [at_two, nowhere]


def test_a_printer_given_to_another_desk_serves_that_at_once(cast: dict[str, Attendee]) -> None:
    own, everybodys = printer("Own", "Стол 1"), printer("Everybody's", is_default=True)
    Printer.update(station="Вход Б").where(Printer.id == own).execute()
    assert own.station == "Стол 1", "as its worker has read it"
    at_gate, at_one = wish(cast["aigul"], "Вход Б"), wish(cast["timur"], "Стол 1")
    assert claimed(own) == at_gate
    assert claimed(own) is None
    assert claimed(everybodys) == at_one


def test_without_a_printer_for_everybody_each_serves_all_that_have_none(cast: dict[str, Attendee]) -> None:
    one, two = printer("One", "Стол 1"), printer("Two", "Стол 2")
    at_two, at_three = wish(cast["aigul"], "Стол 2"), wish(cast["timur"], "Стол 3")
    assert claimed(one) == at_three
    assert claimed(two) == at_two


@pytest.mark.parametrize("station", ["Стол 1", "Стол 2", ""])
def test_a_badge_waits_for_a_printer_without_a_second_and_goes_to_none_that_nobody_named(
    cast: dict[str, Attendee], station: str
) -> None:
    everybodys, spare = printer("Everybody's", is_default=True), printer("Spare")
    own, job = printer("Own", "Стол 1"), wish(cast["aigul"], station)
    named = own if station == "Стол 1" else everybodys
    unwell(named)
    assert [claimed(one) for one in (everybodys, spare, own) if one.id != named.id] == [None, None]
    taken = print_claims.claim(named)
    assert taken is not None
    print_claims.failed(taken, PrinterTrouble("out_of_paper"))
    PrintJob.update(not_before=0).execute()
    assert [claimed(one) for one in (everybodys, spare, own) if one.id != named.id] == [None, None]
    Printer.update(second=spare).where(Printer.id == named).execute()
    assert claimed(spare) == job


def test_where_nobody_named_one_for_all_desks_those_at_no_desk_share_the_work(cast: dict[str, Attendee]) -> None:
    one, two, at_desk = printer("One"), printer("Two"), printer("At a desk", "Стол 1")
    first, second = wish(cast["aigul"]), wish(cast["timur"], "Стол 2")
    assert [claimed(at_desk), claimed(one), claimed(two)] == [None, first, second]


def test_a_removed_printer_leaves_its_desk_to_the_others(cast: dict[str, Attendee]) -> None:
    own, everybodys = printer("Own", "Стол 1"), printer("Everybody's", is_default=True)
    job = wish(cast["aigul"], "Стол 1")
    Printer.update(removed=True).where(Printer.id == own).execute()
    assert claimed(everybodys) == job


def test_a_badge_that_could_not_be_given_is_tried_again_later_and_ever_later(
    cast: dict[str, Attendee], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, press, pauses = wish(cast["aigul"]), printer(), []
    now = clock.now()
    for _ in range(6):
        monkeypatch.setattr(clock, "now", lambda at=now: at)
        taken = print_claims.claim(press)
        assert taken is not None
        print_claims.failed(taken, PrinterTrouble("out_of_paper"))
        assert state(job) == ("failed", "out_of_paper")
        assert claimed(press) is None
        pauses.append(PrintJob.get_by_id(job).not_before - now)
        now = PrintJob.get_by_id(job).not_before
    assert pauses == [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]


def test_a_badge_that_broke_off_waits_for_a_person(cast: dict[str, Attendee]) -> None:
    job, press = wish(cast["aigul"]), printer()
    taken = print_claims.claim(press)
    assert taken is not None
    print_claims.failed(taken, PrinterTrouble("stalled", begun=True))
    assert state(job) == ("doubtful", "stalled")
    assert claimed(press) is None
    print_jobs.retry(job, TESTER)
    assert claimed(press) == job


def test_one_failing_badge_does_not_hold_up_the_next(cast: dict[str, Attendee]) -> None:
    wish(cast["aigul"])
    second, press = wish(cast["timur"]), printer()
    first = print_claims.claim(press)
    assert first is not None
    print_claims.failed(first, PrinterTrouble("mute"))
    assert claimed(press) == second


def test_an_old_badge_asks_before_it_prints(cast: dict[str, Attendee]) -> None:
    old, older, fresh, press = wish(cast["aigul"]), wish(cast["timur"]), wish(cast["utkir"]), printer()
    age(old, 10.1)
    age(older, 600)
    assert claimed(press) == fresh
    assert [state(old), state(older)] == [("stale", ""), ("stale", "")]
    print_jobs.retry(old, TESTER)
    assert claimed(press) == old


def test_trying_again_and_again_does_not_keep_a_badge_young(cast: dict[str, Attendee]) -> None:
    job, press = wish(cast["aigul"]), printer()
    age(job, 11)
    PrintJob.update(state="failed", reason="unreachable", attempts=40).execute()
    assert claimed(press) is None
    assert state(job)[0] == "stale"


def test_what_was_being_printed_when_the_hub_stopped_is_doubtful(cast: dict[str, Attendee]) -> None:
    here, there = printer("Here", is_default=True), printer("There", "Стол 2")
    job, elsewhere = wish(cast["aigul"]), wish(cast["timur"], "Стол 2")
    assert claimed(here) == job
    assert claimed(there) == elsewhere
    assert print_claims.doubt(here) == 1
    assert (state(job)[0], state(elsewhere)[0]) == ("doubtful", "claimed")
    assert claimed(here) is None


@pytest.mark.parametrize(
    ("held_up", "given_up"), [("doubtful", "printed"), ("failed", "dropped"), ("stale", "dropped")]
)
def test_a_person_ends_what_waits(cast: dict[str, Attendee], held_up: str, given_up: str) -> None:
    job = wish(cast["aigul"])
    PrintJob.update(state=held_up).execute()
    print_jobs.drop(job, TESTER)
    assert state(job)[0] == given_up


def test_a_badge_whose_admission_was_undone_while_it_printed_stays_dropped(cast: dict[str, Attendee]) -> None:
    press, arrival = printer(), str(uuid.uuid4())
    print_jobs.badge_on_entry(cast["aigul"].id, arrival, "")
    taken = print_claims.claim(press)
    assert taken is not None
    print_jobs.drop_for_arrivals([arrival])
    print_claims.sent(taken)
    assert state(taken.id) == ("dropped", "undone")


def unwell(press: Printer, code: str = "out_of_paper") -> None:
    """The printer said that it cannot print."""
    print_claims.note(press, code)


def test_while_a_printer_cannot_print_its_second_does_and_then_no_longer(cast: dict[str, Attendee]) -> None:
    second = printer("Second", "Стол 2")
    first = Printer.create(name="First", driver="picture_folder", station="Стол 1", second=second)
    printer("Third", "Стол 3")
    job, own = wish(cast["aigul"], "Стол 1"), wish(cast["timur"], "Стол 2")
    assert [claimed(second), claimed(second)] == [own, None]
    unwell(first)
    assert claimed(second) == job
    print_claims.note(first, "ok")
    later = wish(cast["utkir"], "Стол 1")
    assert claimed(second) is None
    assert claimed(first) == later


def test_a_badge_begun_on_the_first_never_comes_out_of_the_second_by_itself(cast: dict[str, Attendee]) -> None:
    second = printer("Second")
    first = Printer.create(name="First", driver="picture_folder", is_default=True, second=second)
    job = wish(cast["aigul"])
    taken = print_claims.claim(first)
    assert taken is not None
    print_claims.failed(taken, PrinterTrouble("stalled", begun=True))
    unwell(first, "stalled")
    assert claimed(second) is None
    print_jobs.retry(job, TESTER)
    assert claimed(second) == job


def test_a_second_that_cannot_print_either_hands_on_to_its_own_second(cast: dict[str, Attendee]) -> None:
    last = printer("Last", "Стол 9")
    middle = Printer.create(name="Middle", driver="picture_folder", station="Стол 2", second=last)
    first = Printer.create(name="First", driver="picture_folder", station="Стол 1", second=middle)
    Printer.update(second=first).where(Printer.id == last).execute()
    job = wish(cast["aigul"], "Стол 1")
    unwell(first)
    assert claimed(last) is None
    unwell(middle)
    assert claimed(last) == job


@pytest.mark.parametrize(("labels", "left"), [(300, 299), (1, 0), (0, 0), (None, None)])
def test_each_badge_uses_up_a_label_where_somebody_counts(
    cast: dict[str, Attendee], labels: int | None, left: int | None
) -> None:
    press, other = printer(is_default=True), printer("Other", "Стол 2")
    for one in (press, other):
        printer_list.new_roll(one.id, labels, TESTER)
    wish(cast["aigul"])
    taken = print_claims.claim(press)
    assert taken is not None
    print_claims.sent(taken, Outcome.PRINTED)
    assert [Printer.get_by_id(one).labels_left for one in (press, other)] == [left, labels]
    assert state(taken.id) == ("printed", "")


def test_a_roll_nearly_at_its_end_is_named_the_emptiest_first(cast: dict[str, Attendee]) -> None:
    for name, labels in (("Enough", 21), ("Few", 20), ("Fewer", 3), ("Uncounted", None)):
        printer_list.new_roll(printer(name).id, labels, TESTER)
    assert [one.name for one in printer_list.running_low()] == ["Fewer", "Few"]
    assert figures.badges_waiting()["labels"] == 3
