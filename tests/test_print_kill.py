"""Badges and kill -9, twenty times: between "sent" and "printed", and anywhere else. None is lost, doubts are shown."""

import http.client
import random
import sqlite3
import threading
import uuid
from collections import Counter
from contextlib import closing

import zxingcpp

from hub.access import Role
from tests.live_hub import LiveHub, answers
from tests.printer_emulator import PrinterEmulator
from tests.test_kill import ask, walk_in
from tests.waiting import until

ROUNDS = 20
SEED = 20261128
LATEST_S = 0.6
# Longer than a round lasts: the printer has the badge, and has not said yet that it is out.
NOT_YET_S = 30.0


def rows(hub: LiveHub, sql: str) -> list[tuple[str, ...]]:
    """What the database says."""
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3")) as base:
        found: list[tuple[str, ...]] = base.execute(sql).fetchall()
        return found


def use(hub: LiveHub, printer: PrinterEmulator) -> None:
    """Let this be everybody's printer."""
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3")) as base, base:
        base.execute(
            "INSERT INTO printer (name, driver, address, is_default, station, state, removed, paper, dpi, layout)"
            " VALUES ('Стойка', 'escpos_network', ?, true, '', 'unknown', false, 'roll80', 203, '')",
            (printer.address,),
        )


def admit(hub: LiveHub, token: str, number: int) -> None:
    """Somebody registers and comes in: from here on there must be a badge."""
    with closing(http.client.HTTPConnection("127.0.0.1", hub.port, timeout=10)) as line:
        person = ask(line, token, "/api/attendees", walk_in(number))["attendee"]["id"]
        ask(line, token, "/api/check-ins", {"id": str(uuid.uuid4()), "attendee": person})


def nothing_waits(hub: LiveHub) -> bool:
    """Has every badge come to an end, or to a person?"""
    return not rows(hub, "SELECT id FROM printjob WHERE state IN ('queued', 'claimed', 'failed')")


def test_a_kill_between_sent_and_printed_loses_no_badge_and_hides_no_doubt(live_hub: LiveHub) -> None:
    token = live_hub.token(Role.DESK)
    with PrinterEmulator() as printer:
        use(live_hub, printer)
        for number in range(ROUNDS):
            kill_in_the_middle(live_hub, token, printer, number)
        until(lambda: nothing_waits(live_hub))
        jobs = rows(live_hub, "SELECT j.id, j.state, a.code FROM printjob j JOIN attendee a ON a.id = j.attendee_id")
        assert len(jobs) == ROUNDS
        assert {state for _, state, _ in jobs} <= {"printed", "doubtful"}
        out = Counter(zxingcpp.read_barcodes(badge.convert("L"))[0].text for badge in printer.badges)
        assert max(out.values()) == 1, "no doubtful badge is printed again by itself"
        assert {code for _, state, code in jobs if state == "printed"} <= set(out)
        doubtful = [job for job, state, _ in jobs if state == "doubtful"]
        assert len(doubtful) >= ROUNDS // 2
        print_anew(live_hub, doubtful)
        until(lambda: nothing_waits(live_hub))
        out = Counter(zxingcpp.read_barcodes(badge.convert("L"))[0].text for badge in printer.badges)
    assert set(out) == {code for _, _, code in jobs}, "each badge exists"


def kill_in_the_middle(hub: LiveHub, token: str, printer: PrinterEmulator, number: int) -> None:
    """Even rounds: the printer has it all and has not answered. Odd ones: any moment."""
    before = len(printer.badges)
    printer.answer_after = NOT_YET_S if number % 2 == 0 else 0.05
    admit(hub, token, number)
    if number % 2 == 0:
        printer.wait_for(before + 1)
    else:
        threading.Event().wait(random.Random(SEED + number).uniform(0, LATEST_S))
    hub.kill()
    printer.answer_after = 0.0
    hub.start_again()
    assert answers(f"{hub.url}/healthz")
    until(lambda: nothing_waits(hub))


def print_anew(hub: LiveHub, jobs: list[str]) -> None:
    """A person has looked, and wants these."""
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3", timeout=10)) as base, base:
        places = ", ".join("?" * len(jobs))
        base.execute(f"UPDATE printjob SET state = 'queued', not_before = 0 WHERE id IN ({places})", jobs)
