"""Badges in advance: who gets one, in which order, and what entries make of them."""

import uuid
from collections.abc import Iterator

import pytest
from flask import Flask

from hub import clock
from hub.database import db
from hub.errors import Refusal
from kiosk.models import Attendee, BadgeBatch, Printer, PrintJob
from kiosk.paper import batches, print_claims, print_jobs, print_queue
from kiosk.paper.advance import fingerprint
from kiosk.paper.printers import PrinterTrouble
from tests.conftest import TESTER

# The order of the list: Latin first, ё with е, Қ behind К, Ц, Ә behind А.
IN_ORDER = ("utkir", "nurlan", "olga", "aigul", "timur")


@pytest.fixture(autouse=True)
def connected(app: Flask, cast: dict[str, Attendee]) -> Iterator[None]:
    with app.app_context(), db.connection_context():
        yield


@pytest.fixture
def press(connected: None) -> Printer:
    return Printer.create(name="Заранее", driver="picture_folder")


def printed(press: Printer, most: int = 100) -> list[str]:
    """Let the printer take badges; the surnames, "" for a blank one."""
    found: list[str] = []
    while len(found) < most and (job := print_claims.claim(press)) is not None:
        print_claims.sent(job)
        found.append(job.attendee.surname if job.attendee else "")
    return found


def enter(who: Attendee) -> bool:
    """Is there a badge for this entry?"""
    return print_jobs.badge_on_entry(who.id, str(uuid.uuid4()), "") is not None


def correct(who: Attendee, **to: str) -> None:
    Attendee.update(**to).where(Attendee.id == who.id).execute()


def test_everybody_comes_in_the_order_of_the_list_but_those_who_will_not(
    press: Printer, cast: dict[str, Attendee]
) -> None:
    correct(cast["timur"], barred="competitor")
    Attendee.update(cancelled=True).where(Attendee.id == cast["olga"].id).execute()
    batch = batches.start("everybody", press.id, 0, TESTER)
    assert batch.total == 3
    assert printed(press) == [cast[name].surname for name in IN_ORDER if name not in ("timur", "olga")]
    [progress] = batches.look()
    assert (progress.state, progress.done, progress.waiting, progress.troubled) == ("done", 3, 0, 0)


def test_who_enters_goes_first_and_a_batch_never_grows_stale(press: Printer, cast: dict[str, Attendee]) -> None:
    batches.start("blank", press.id, 3, TESTER)
    PrintJob.update(changed_at=clock.now() - 60 * 60_000).execute()
    assert printed(press, 1) == [""]
    assert enter(cast["timur"])
    assert printed(press) == ["Цой", "", ""]


def test_a_batch_comes_out_of_its_own_printer_alone(press: Printer) -> None:
    other = Printer.create(name="У входа", driver="picture_folder", is_default=True)
    batches.start("blank", press.id, 2, TESTER)
    assert printed(other) == []
    assert printed(press) == ["", ""]


def test_a_batch_stops_goes_on_elsewhere_and_is_cancelled(press: Printer) -> None:
    other = Printer.create(name="У входа", driver="picture_folder")
    batch = batches.start("everybody", press.id, 0, TESTER)
    assert len(printed(press, 2)) == 2
    batches.stop(batch.id, TESTER)
    assert printed(press) == []
    assert [(one.state, one.done, one.waiting) for one in batches.look()] == [("stopped", 2, 3)]
    batches.resume(batch.id, other.id, TESTER)
    assert printed(press) == []
    assert len(printed(other, 1)) == 1
    batches.cancel(batch.id, TESTER)
    assert printed(other) == []
    assert batches.look()[0].state == "cancelled"
    with pytest.raises(Refusal, match="batch_over"):
        batches.resume(batch.id, press.id, TESTER)


def test_a_batch_that_is_done_or_never_was_cannot_be_stopped(press: Printer) -> None:
    batch = batches.start("blank", press.id, 1, TESTER)
    printed(press)
    for number in (batch.id, 999_999):
        with pytest.raises(Refusal, match="batch_over"):
            batches.stop(number, TESTER)


def test_a_badge_printed_in_advance_is_not_printed_again_at_the_entry(
    press: Printer, cast: dict[str, Attendee]
) -> None:
    batches.start("everybody", press.id, 0, TESTER)
    printed(press)
    assert not enter(cast["aigul"])


@pytest.mark.parametrize("field", ["surname", "first_name", "company", "position", "ribbon"])
def test_it_is_printed_again_if_what_it_says_has_changed(press: Printer, cast: dict[str, Attendee], field: str) -> None:
    batches.start("everybody", press.id, 0, TESTER)
    printed(press)
    correct(cast["aigul"], **{field: "speaker"})
    assert enter(cast["aigul"])
    assert printed(press) != []
    assert not enter(cast["aigul"])


def test_who_enters_while_the_batch_has_not_come_to_them_gets_one_badge_at_once(
    press: Printer, cast: dict[str, Attendee]
) -> None:
    batches.start("everybody", press.id, 0, TESTER)
    assert enter(cast["timur"])
    names = printed(press)
    assert names[0] == "Цой"
    assert sorted(names) == sorted(person.surname for person in cast.values())
    assert batches.look()[0].state == "done"


def test_without_badges_on_entry_a_batch_is_left_as_it_is(
    app: Flask, press: Printer, cast: dict[str, Attendee]
) -> None:
    db.execute_sql("UPDATE seminar SET badge_on_entry = 0")
    batches.start("everybody", press.id, 0, TESTER)
    assert not enter(cast["timur"])
    assert len(printed(press)) == 5


def test_only_those_come_who_have_no_right_badge_yet(press: Printer, cast: dict[str, Attendee]) -> None:
    batches.start("everybody", press.id, 0, TESTER)
    printed(press)
    with pytest.raises(Refusal, match="nobody_to_print"):
        batches.start("changed", press.id, 0, TESTER)
    correct(cast["olga"], company="ОсОО Новая")
    print_jobs.drop_for_arrivals([PrintJob.get(PrintJob.attendee == cast["utkir"]).request])
    assert batches.outlook().late == 2
    batches.start("changed", press.id, 0, TESTER)
    assert batches.outlook().late == 0, "they are on their way"
    assert printed(press) == ["Saidov", "Ёлкина-Берёзкина"]


def test_what_is_kept_is_what_the_badge_said_when_it_was_printed(press: Printer, cast: dict[str, Attendee]) -> None:
    batches.start("everybody", press.id, 0, TESTER)
    correct(cast["olga"], company="ОсОО Новая")
    printed(press)
    kept = PrintJob.get(PrintJob.attendee == cast["olga"])
    assert kept.said == fingerprint(Attendee.get_by_id(cast["olga"].id))


@pytest.mark.parametrize("number", [0, -1, batches.MOST_BLANK + 1])
def test_blank_badges_are_of_a_sensible_number(press: Printer, number: int) -> None:
    with pytest.raises(Refusal, match="blanks_out_of_range"):
        batches.start("blank", press.id, number, TESTER)
    assert BadgeBatch.select().count() == 0


def test_a_removed_printer_asks_for_another(press: Printer) -> None:
    batch = batches.start("blank", press.id, 2, TESTER)
    Printer.update(removed=True).execute()
    assert batches.look()[0].gone
    other = Printer.create(name="У входа", driver="picture_folder")
    batches.resume(batch.id, other.id, TESTER)
    assert printed(other) == ["", ""]


def test_a_batchs_badges_are_among_the_others_only_when_they_want_a_person(press: Printer) -> None:
    batches.start("blank", press.id, 3, TESTER)
    assert print_queue.look().waiting == []
    first = print_claims.claim(press)
    assert first is not None
    print_claims.failed(first, PrinterTrouble("stalled", begun=True))
    second = print_claims.claim(press)
    assert second is not None
    print_claims.sent(second)
    assert [job.id for job in print_queue.look().troubled] == [first.id]
    assert print_queue.look().done == []
    assert batches.look()[0].troubled == 1
