"""Which desk a printer stands at. People write a desk's name by hand: case and spaces make no difference.

All printers of a desk and the badges that wait for it are kept in one spelling, so that whoever looks for them may
compare letter by letter.
"""

import unicodedata
from collections.abc import Iterable

from hub import audit, devices
from hub.access import Role
from hub.database import rows
from hub.device_list import Renamed
from hub.prepared import Prepared
from kiosk.models import Printer, PrintJob

# States of a badge whose way is not at its end.
_UNDER_WAY = ("queued", "claimed", "failed", "doubtful", "stale")
_STATIONS = Prepared(lambda: Printer.select(Printer.station).where(~Printer.removed, Printer.station != ""))


def same(one: str, other: str) -> bool:
    """Is it the same desk? "" is none, and the same as none."""
    return one == other or _key(one) == _key(other)


def spelled(station: str) -> str:
    """A desk's name as the printers that stand there have it; as given where none does."""
    return _among((found for (found,) in _STATIONS.rows()), station) if station else ""


def known() -> list[str]:
    """The desks that people sit at and the kiosks, by name."""
    places = {one.station or one.name for one in devices.everybody() if one.role == Role.KIOSK}
    return sorted(places | {one.station for one in devices.everybody() if one.role != Role.KIOSK and one.station})


def is_among(station: str, names: Iterable[str]) -> bool:
    """Is this one of the desks of these names?"""
    return any(same(station, name) for name in names)


def settle(station: str, printer: int | None) -> str:
    """The spelling in which a printer is to keep the desk that somebody typed; badges that wait there take it over.

    `printer` is its number, None while it has none. To be called inside a write.
    """
    typed = " ".join(station.split())
    if not typed:
        return ""
    others = Printer.select(Printer.station).where(
        ~Printer.removed, Printer.station != "", Printer.id != (printer or 0)
    )
    found = _among([*(name for (name,) in rows(others)), *known()], typed)
    _respell(typed, found)
    return found


def follow(renamed: Renamed) -> None:
    """The printers of a kiosk go with it when it is called anew, and so do the badges that wait for them.

    Inside the write of the renaming. They stay where another desk or kiosk has the old name still.
    """
    device = renamed.device
    if device.role != Role.KIOSK or device.station or is_among(renamed.before, known()):
        return
    in_use = list(Printer.select().where(~Printer.removed, Printer.station != ""))
    moved = [one for one in in_use if same(one.station, renamed.before)]
    if not moved:
        return
    name = _among((one.station for one in in_use if one not in moved), renamed.after)
    for one in moved:
        before, one.station = one.station, name
        one.save(only=[Printer.station])
        audit.record(renamed.by, "printer_changed", one.name, before={"station": before}, after={"station": name})
    _respell(renamed.before, name)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _among(names: Iterable[str], wanted: str) -> str:
    return next((name for name in names if same(name, wanted)), wanted)


def _respell(station: str, name: str) -> None:
    """Badges on their way from this desk are from now on the desk's of that name."""
    waiting = PrintJob.select(PrintJob.station).where(PrintJob.state.in_(_UNDER_WAY)).distinct()
    old = [found for (found,) in rows(waiting) if found != name and same(found, station)]
    if old:
        PrintJob.update(station=name).where(PrintJob.state.in_(_UNDER_WAY), PrintJob.station.in_(old)).execute()
