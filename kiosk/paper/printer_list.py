"""The printers of the seminar: adding, changing, removing, a new roll. What prints on them is in `printing`."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from hub import audit
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from kiosk.models import Printer
from kiosk.paper import desks, printers
from kiosk.paper.papers import sheet

# From here on somebody should look for the next roll: a coffee break's worth of late-comers.
FEW_LABELS = 20


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """What a person says of a printer. `paper` is a code of `papers`, `dpi` the head's dots an inch.

    `second` is the number of the printer that prints while this one cannot.
    """

    name: str
    driver: str
    address: str
    paper: str
    dpi: int
    is_default: bool
    station: str
    second: int | None = None
    layout: str = ""


def everyone() -> list[Printer]:
    """Printers in use, by name."""
    return list(Printer.select().where(~Printer.removed).order_by(Printer.name))


def get(printer: int) -> Printer:
    """One printer in use. Raises Refusal `printer_unknown`."""
    found: Printer | None = Printer.get_or_none(Printer.id == printer, ~Printer.removed)
    if found is None:
        raise Refusal("printer_unknown")
    return found


def opened(row: Printer, folder: Path) -> printers.Printer:
    """The machine behind a row; `folder` is where printers that need none leave their badges.

    Raises ValueError for a driver that is no longer known.
    """
    address = str(folder) if printers.kind(row.driver).into_folder else row.address
    return printers.open_printer(row.driver, address, sheet(row.paper, row.dpi))


@writes
def add(facts: PrinterFacts, by: Actor) -> Printer:
    """A new printer; the first is everybody's. One that was removed under this name comes back.

    Raises Refusal `printer_name_taken` or `printer_unknown`.
    """
    namesake = Printer.get_or_none(Printer.name == facts.name)
    if namesake is not None and not namesake.removed:
        raise Refusal("printer_name_taken")
    row = namesake or Printer(name=facts.name)
    facts = replace(facts, station=desks.settle(facts.station, row.id))
    first = not Printer.select().where(~Printer.removed).exists()
    _put(row, facts, is_default=facts.is_default or first)
    audit.record(by, "printer_added", facts.name, after=asdict(facts))
    return row


@writes
def change(printer: int, facts: PrinterFacts, by: Actor) -> Printer:
    """Correct a printer. Raises Refusal `printer_unknown` or `printer_name_taken`."""
    row = get(printer)
    if Printer.select().where(Printer.name == facts.name, Printer.id != printer).exists():
        raise Refusal("printer_name_taken")
    facts = replace(facts, station=desks.settle(facts.station, row.id))
    before = {name: _kept(row, name) for name in asdict(facts)}
    _put(row, facts, is_default=facts.is_default)
    audit.record(by, "printer_changed", facts.name, before=before, after=asdict(facts))
    return row


@writes
def remove(printer: int, by: Actor) -> None:
    """Take a printer out of use; badges that wait for it go to another. Raises Refusal `printer_unknown`."""
    row = get(printer)
    Printer.update(removed=True, is_default=False).where(Printer.id == printer).execute()
    Printer.update(second=None).where(Printer.second == printer).execute()
    audit.record(by, "printer_removed", row.name)


@writes
def new_roll(printer: int, labels: int | None, by: Actor) -> None:
    """Somebody put in a roll of so many labels; None: nobody counts them. Raises Refusal `printer_unknown`."""
    row = get(printer)
    Printer.update(labels_left=labels).where(Printer.id == printer).execute()
    audit.record(by, "printer_roll", row.name, after={"labels_left": labels})


@writes
def used_label(printer: int) -> None:
    """A label came out that no queue knows of: a test."""
    left = Printer.update(labels_left=Printer.labels_left - 1)
    left.where(Printer.id == printer, Printer.labels_left > 0).execute()


def running_low() -> list[Printer]:
    """Printers in use whose roll is nearly at its end, the emptiest first."""
    few = Printer.select().where(~Printer.removed, Printer.labels_left <= FEW_LABELS)
    return list(few.order_by(Printer.labels_left, Printer.name))


def _put(row: Printer, facts: PrinterFacts, *, is_default: bool) -> None:
    if facts.second is not None and get(facts.second).id == row.id:
        raise Refusal("printer_own_second")
    if is_default:
        Printer.update(is_default=False).execute()
    before = _machine(row)
    for name, value in asdict(facts).items():
        setattr(row, name, value)
    if row.removed or _machine(row) != before:
        row.state, row.state_at = "unknown", None  # it is asked anew; one that is merely renamed is not
    row.is_default = is_default
    row.removed = False
    row.save()


def _kept(row: Printer, name: str) -> object:
    return getattr(row, "second_id" if name == "second" else name)


def _machine(row: Printer) -> tuple[object, ...]:
    return row.driver, row.address, row.paper, row.dpi
