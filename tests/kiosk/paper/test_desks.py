"""A printer's desk: found however its name is typed, and followed when a kiosk is called anew."""

import uuid
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from hub import device_list, devices
from hub.access import Role
from hub.database import db
from hub.models import AuditEntry
from kiosk.models import Attendee, Printer, PrintJob
from kiosk.paper import desks, print_claims, print_jobs, printer_list
from kiosk.paper.printer_list import PrinterFacts
from tests.conftest import TESTER


@pytest.fixture(autouse=True)
def connected(app: Flask, cast: dict[str, Attendee]) -> Iterator[None]:
    with app.app_context(), db.connection_context():
        yield


def printer(name: str, station: str, *, is_default: bool = False) -> Printer:
    """A printer as a person adds it."""
    facts = PrinterFacts(name, "picture_folder", "", "roll80", 203, is_default=is_default, station=station)
    return printer_list.add(facts, TESTER)


def wish(who: Attendee, station: str) -> PrintJob:
    print_jobs.reprint(who.id, str(uuid.uuid4()), station, TESTER)
    return PrintJob.select().order_by(PrintJob.id.desc()).get()


def kiosk(name: str) -> str:
    """A kiosk that was let in, by its id."""
    return str(devices.admit(Role.KIOSK, name, "").id)


def station(row: Printer) -> str:
    return str(Printer.get_by_id(row.id).station)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Стол 1", "стол  1 ", True),
        ("ТЕРМИНАЛ У ВХОДА", "Терминал у входа", True),
        ("Стол\u00a01", "Стол 1", True),
        ("Стол 1", "Стол 11", False),
        ("Стол Е", "Стол Э", False),
        ("", "Стол 1", False),
    ],
)
def test_case_and_spaces_make_no_other_desk(one: str, other: str, *, same: bool) -> None:
    assert desks.same(one, other) is same


@pytest.mark.parametrize("typed", ["Стол 1", "стол 1", "СТОЛ   1"])
def test_a_desk_prints_on_its_own_printer_however_either_name_is_typed(cast: dict[str, Attendee], typed: str) -> None:
    general, own = printer("General", "", is_default=True), printer("Own", typed)
    wish(cast["aigul"], "Стол 1")
    assert print_claims.claim(general) is None
    assert print_claims.claim(own) is not None


def test_printers_keep_a_desk_in_the_spelling_of_the_desk_and_of_each_other(cast: dict[str, Attendee]) -> None:
    kiosk("Терминал у входа")
    assert printer("One", "терминал у  входа").station == "Терминал у входа"
    second, third = printer("Two", "стол 2"), printer("Three", "Стол 2")
    assert (second.station, third.station) == ("стол 2", "стол 2")
    for who in ("aigul", "timur"):
        wish(cast[who], "Стол 2")
    assert all(print_claims.claim(one) for one in (second, third))


def test_badges_that_wait_for_a_desk_come_out_of_the_printer_that_it_is_given(cast: dict[str, Attendee]) -> None:
    general = printer("General", "", is_default=True)
    wish(cast["aigul"], "Стол 1")
    own = printer("Own", "стол 1")
    assert print_claims.claim(general) is None
    assert print_claims.claim(own) is not None


def test_a_kiosks_printer_and_what_waits_for_it_follow_when_it_is_renamed(cast: dict[str, Attendee]) -> None:
    device = kiosk("У входа")
    general, own = printer("General", "", is_default=True), printer("Own", "у входа")
    job, other = wish(cast["aigul"], "У входа"), wish(cast["timur"], "Стол 1")
    device_list.rename(device, "У лифта", TESTER)
    assert station(own) == "У лифта"
    assert [print_claims.claim(one) for one in (Printer.get_by_id(own.id), general)] == [job, other]
    written = AuditEntry.get(AuditEntry.action == "printer_changed")
    assert "У лифта" in written.detail


@pytest.mark.parametrize("stays", ["kiosk", "desk"])
def test_a_printer_stays_where_somebody_else_has_the_old_name(stays: str) -> None:
    device = kiosk("У входа")
    if stays == "kiosk":
        kiosk("у входа")
    else:
        devices.sit_at(devices.admit(Role.DESK, "Динара", "").id, "У входа")
    own = printer("Own", "У входа")
    device_list.rename(device, "У лифта", TESTER)
    assert desks.same(station(own), "У входа")


@pytest.mark.parametrize("role", [Role.DISPLAY, Role.DESK])
def test_only_what_prints_under_its_own_name_takes_a_printer_along(role: Role) -> None:
    device = devices.admit(role, "Стол 1", "").id
    own = printer("Own", "Стол 1")
    device_list.rename(str(device), "Стол 2", replace(TESTER, role=Role.ORGANISER))
    assert station(own) == "Стол 1"
