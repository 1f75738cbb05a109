"""Which printers a desk's badges come out of. A badge never goes to a printer that nobody has named for it.

A desk has its own printers; desks without one have that for all desks. Only where nobody has said which one that is,
those that stand at no desk take the badges, and where each stands at a desk, all of them do.
"""

from collections.abc import Sequence

from kiosk.models import Printer
from kiosk.paper.desks import same

# States in which a printer keeps its badges: "unknown" is one that has not been asked yet.
WELL = ("ok", "unknown")


def everybodys(in_use: Sequence[Printer]) -> list[Printer]:
    """The printers of those desks that have none of their own."""
    named = [one for one in in_use if one.is_default]
    return named or [one for one in in_use if not one.station] or list(in_use)


def of_desk(station: str, in_use: Sequence[Printer]) -> list[Printer]:
    """The printers that badges of this desk, or of nowhere (""), come out of while they can."""
    return [one for one in in_use if one.station and same(one.station, station)] or everybodys(in_use)


def stands_in_for(printer: Printer, in_use: Sequence[Printer]) -> list[Printer]:
    """The printer itself, and all those that are unwell and name it, or one they name, as their second."""
    found = [printer]
    for one in found:
        found += [
            other
            for other in in_use
            if other.second_id == one.id and other.state not in WELL and other not in found and other.id != one.id
        ]
    return found
