"""The printers of the seminar: adding, changing, removing. What prints on them is in `printing`."""

from dataclasses import asdict, dataclass

from hub import audit
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from kiosk.models import Printer


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """What a person says of a printer. `paper` is a code of `papers`, `dpi` the head's dots an inch."""

    name: str
    driver: str
    address: str
    paper: str
    dpi: int
    is_default: bool
    station: str


def everyone() -> list[Printer]:
    """Printers in use, by name."""
    return list(Printer.select().where(~Printer.removed).order_by(Printer.name))


def get(printer: int) -> Printer:
    """One printer in use. Raises Refusal `printer_unknown`."""
    found: Printer | None = Printer.get_or_none(Printer.id == printer, ~Printer.removed)
    if found is None:
        raise Refusal("printer_unknown")
    return found


@writes
def add(facts: PrinterFacts, by: Actor) -> Printer:
    """A new printer; the first is everybody's. One that was removed under this name comes back.

    Raises Refusal `printer_name_taken`.
    """
    namesake = Printer.get_or_none(Printer.name == facts.name)
    if namesake is not None and not namesake.removed:
        raise Refusal("printer_name_taken")
    row = namesake or Printer(name=facts.name)
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
    before = {name: getattr(row, name) for name in asdict(facts)}
    _put(row, facts, is_default=facts.is_default)
    audit.record(by, "printer_changed", facts.name, before=before, after=asdict(facts))
    return row


@writes
def remove(printer: int, by: Actor) -> None:
    """Take a printer out of use; badges that wait for it go to another. Raises Refusal `printer_unknown`."""
    row = get(printer)
    Printer.update(removed=True, is_default=False).where(Printer.id == printer).execute()
    audit.record(by, "printer_removed", row.name)


def _put(row: Printer, facts: PrinterFacts, *, is_default: bool) -> None:
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


def _machine(row: Printer) -> tuple[object, ...]:
    return row.driver, row.address, row.paper, row.dpi
