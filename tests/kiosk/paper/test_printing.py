"""From the queue to paper."""

import threading
import uuid
from collections.abc import Callable, Iterator

import pytest
import zxingcpp
from flask import Flask
from PIL import Image

from hub import seminar
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.workers import Workers
from kiosk.models import Attendee, Printer, PrintJob
from kiosk.paper import badge_words, print_claims, print_jobs, printer_words, printing
from kiosk.paper.badges import Badge, render
from kiosk.paper.layouts.layout import Layout
from kiosk.paper.papers import Sheet
from kiosk.paper.printing import Press, keep_printing
from tests.conftest import TESTER
from tests.kiosk.paper.badge_people import ROLL
from tests.printer_emulator import PrinterEmulator

WAIT_S = 20.0


class Watch:
    """A monotonic clock that a test moves by hand."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


class News:
    """Waits for announcements instead of sleeping."""

    def __init__(self) -> None:
        self._change = threading.Condition()

    def announce(self) -> None:
        with self._change:
            self._change.notify_all()

    def wait_until(self, holds: Callable[[], bool]) -> None:
        with self._change:
            assert self._change.wait_for(holds, WAIT_S)


@pytest.fixture
def hub(app: Flask) -> Hub:
    made: Hub = app.extensions[EXTENSION]
    return made


@pytest.fixture
def news(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> News:
    made = News()
    monkeypatch.setattr(hub.live, "announce", made.announce)
    return made


@pytest.fixture
def working(hub: Hub, news: News) -> Iterator[Callable[[], None]]:
    """Starts the workers; they are stopped after the test."""
    workers = Workers()
    workers.add("printers", keep_printing(hub))
    yield workers.start
    workers.stop(WAIT_S)


def printer(emulator: PrinterEmulator | None, station: str = "") -> Printer:
    """A printer in use: the emulator, or pictures in the folder."""
    kind, address = ("escpos_network", emulator.address) if emulator else ("picture_folder", "")
    with db.connection_context():
        return Printer.create(name=str(uuid.uuid4()), driver=kind, address=address, station=station)


def wish(who: Attendee, station: str = "") -> None:
    with db.connection_context():
        print_jobs.reprint(who.id, str(uuid.uuid4()), station, TESTER)


def states() -> list[str]:
    """The states of all jobs, oldest first."""
    with db.connection_context():
        return [job.state for job in PrintJob.select().order_by(PrintJob.id)]


def kept_state(row: Printer) -> str:
    """What the pages say of a printer."""
    with db.connection_context():
        return str(Printer.get_by_id(row.id).state)


def test_a_badge_goes_from_check_in_to_paper_and_is_then_printed(
    hub: Hub, news: News, working: Callable[[], None], cast: dict[str, Attendee]
) -> None:
    with PrinterEmulator() as emulator:
        printer(emulator)
        working()
        wish(cast["aigul"])
        (badge,) = emulator.wait_for(1)
        news.wait_until(lambda: states() == ["printed"])
    assert [found.text for found in zxingcpp.read_barcodes(badge.convert("L"))] == [cast["aigul"].code]
    with hub.app.app_context(), db.connection_context():
        expected = render(badge_words.badge(cast["aigul"], seminar.current()), ROLL)
    assert badge.tobytes() == expected.tobytes()


def test_pictures_land_in_the_seminars_folder_wherever_the_address_points(hub: Hub, cast: dict[str, Attendee]) -> None:
    row = printer(None)
    row.address = "/nowhere"
    wish(cast["olga"])
    assert Press(hub, row).step()
    assert [path.name for path in hub.folder.badges.iterdir()] == ["Ёлкина-Берёзкина Ольга.png"]
    assert states() == ["printed"]


@pytest.mark.parametrize("mode", ["off", "mute", "out_of_paper", "cover_open"])
def test_a_printer_that_is_not_well_gets_nothing_and_says_so(hub: Hub, cast: dict[str, Attendee], mode: str) -> None:
    with PrinterEmulator(mode) as emulator:
        row = printer(emulator)
        wish(cast["aigul"])
        assert not Press(hub, row).step()
        assert emulator.badges == []
    assert states() == ["queued"]
    assert kept_state(row) == {"off": "unreachable"}.get(mode, mode)


def test_a_printer_that_becomes_well_again_is_asked_again_and_prints(hub: Hub, cast: dict[str, Attendee]) -> None:
    watch = Watch()
    with PrinterEmulator("out_of_paper") as emulator:
        row = printer(emulator)
        wish(cast["aigul"])
        press = Press(hub, row, watch)
        assert not press.step()
        emulator.become("ok")
        asked = emulator.connections
        assert not press.step()
        assert emulator.connections == asked
        watch.time += printing.LONGEST_PAUSE_S
        assert press.step()
        assert len(emulator.wait_for(1)) == 1
    assert states() == ["printed"]
    assert kept_state(row) == "ok"


def test_trouble_between_two_badges_costs_one_attempt_and_loses_nothing(hub: Hub, cast: dict[str, Attendee]) -> None:
    watch = Watch()
    with PrinterEmulator() as emulator:
        press = Press(hub, printer(emulator), watch)
        for who in ("aigul", "timur", "utkir"):
            wish(cast[who])
        assert press.step()
        emulator.become("cover_open")
        assert press.step()
        assert states() == ["printed", "failed", "queued"]
        assert not press.step()
        emulator.become("ok")
        watch.time += printing.LONGEST_PAUSE_S
        with db.connection_context():
            PrintJob.update(not_before=0).execute()
        assert press.step()
        assert press.step()
        assert len(emulator.wait_for(3)) == 3
    assert states() == ["printed"] * 3


@pytest.mark.parametrize(("mode", "reason"), [("stall", "stalled"), ("cut_midway", "closed_midway")])
def test_a_badge_that_broke_off_asks_a_person_and_is_never_doubled(
    hub: Hub, cast: dict[str, Attendee], mode: str, reason: str
) -> None:
    watch = Watch()
    with PrinterEmulator(mode) as emulator:
        press = Press(hub, printer(emulator), watch)
        wish(cast["aigul"])
        assert press.step()
        emulator.become("ok")
        watch.time += printing.LONGEST_PAUSE_S
        assert not press.step()
    assert states() == ["doubtful"]
    with db.connection_context():
        assert PrintJob.get().reason == reason


def test_a_hub_killed_while_it_printed_asks_about_that_badge_and_prints_the_others(
    hub: Hub, news: News, working: Callable[[], None], cast: dict[str, Attendee]
) -> None:
    with PrinterEmulator() as emulator:
        row = printer(emulator)
        wish(cast["aigul"])
        wish(cast["timur"])
        with db.connection_context():
            killed_with = print_claims.claim(row)
            assert killed_with is not None
        working()
        (badge,) = emulator.wait_for(1)
        news.wait_until(lambda: states() == ["doubtful", "printed"])
        assert [found.text for found in zxingcpp.read_barcodes(badge.convert("L"))] == [cast["timur"].code]
        with db.connection_context():
            print_jobs.retry(killed_with.id, TESTER)
        assert len(emulator.wait_for(2)) == 2


def test_a_badge_that_cannot_be_drawn_asks_a_person_and_the_next_one_prints(
    hub: Hub,
    news: News,
    working: Callable[[], None],
    cast: dict[str, Attendee],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def draw(badge: Badge, paper: Sheet, layout: Layout) -> Image.Image:
        if badge.surname == cast["aigul"].surname:
            raise ZeroDivisionError
        return render(badge, paper, layout)

    monkeypatch.setattr(printing, "render", draw)
    monkeypatch.setattr("hub.workers.RESTART_S", 0.0)
    with PrinterEmulator() as emulator:
        printer(emulator)
        wish(cast["aigul"])
        wish(cast["timur"])
        working()
        emulator.wait_for(1)
        news.wait_until(lambda: states() == ["doubtful", "printed"])
    assert "starts again" in caplog.text


def test_a_name_in_letters_without_a_shape_waits_and_says_why_until_it_is_written_otherwise(
    hub: Hub, cast: dict[str, Attendee]
) -> None:
    with PrinterEmulator() as emulator:
        row = printer(emulator)
        rename(cast["timur"], "עברית")
        wish(cast["timur"])
        press = Press(hub, row)
        press.step()
        with hub.app.test_request_context("/?lang=en"), db.connection_context():
            (job,) = PrintJob.select()
            assert (job.state, "letters" in printer_words.job(job.state, job.reason)) == ("failed", True)
        assert kept_state(row) == "ok", "the printer is well"
        rename(cast["timur"], "Иврит 🎉")
        with db.connection_context():
            print_jobs.retry(job.id, TESTER)
        press.step()
        assert states() == ["printed"]


def rename(person: Attendee, first_name: str) -> None:
    with db.connection_context():
        Attendee.update(first_name=first_name).where(Attendee.id == person.id).execute()


def test_a_printer_that_hangs_holds_up_no_other(
    news: News, working: Callable[[], None], cast: dict[str, Attendee]
) -> None:
    with PrinterEmulator("mute") as hanging, PrinterEmulator() as well:
        printer(hanging, "Стол 1")
        printer(well, "Стол 2")
        wish(cast["aigul"], "Стол 1")
        wish(cast["timur"], "Стол 2")
        working()
        well.wait_for(1)
        news.wait_until(lambda: states() == ["queued", "printed"])


def test_a_printer_added_later_takes_what_waits_and_a_corrected_address_is_followed(
    news: News, working: Callable[[], None], cast: dict[str, Attendee], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "LOOK_FOR_PRINTERS_S", 0.05)
    with PrinterEmulator("off") as wrong, PrinterEmulator() as right:
        wish(cast["aigul"])
        working()
        row = printer(wrong)
        news.wait_until(lambda: kept_state(row) == "unreachable")
        with db.connection_context():
            Printer.update(address=right.address).where(Printer.id == row.id).execute()
        right.wait_for(1)
        news.wait_until(lambda: states() == ["printed"] and kept_state(row) == "ok")


@pytest.mark.parametrize(("ribbon", "role"), [("attendee", ""), ("speaker", "Докладчик"), ("foreign", "")])
def test_the_role_on_a_badge_is_in_the_seminars_language(
    hub: Hub, cast: dict[str, Attendee], ribbon: str, role: str
) -> None:
    cast["olga"].ribbon = ribbon
    with hub.app.app_context(), db.connection_context():
        assert badge_words.badge(cast["olga"], seminar.current()).role == role
