"""What can be hoped for of paper: how a kiosk's printers are, and where somebody's badge comes out."""

from hub import seminar
from kiosk.models import Printer, PrintJob
from kiosk.paper.desks import same
from kiosk.paper.serving import WELL, of_desk, stands_in_for
from kiosk.selfservice.replies import BadgeWay, PaperState
from kiosk.verdicts import Outcome, Verdict


def paper(station: str) -> PaperState:
    """How the printers are that print for a kiosk of this name; one that is well is enough."""
    in_use = list(Printer.select().where(~Printer.removed))
    serving = of_desk(station, in_use)
    seconds = {one.second_id for one in serving}
    states = [one.state for one in in_use if one in serving or one.id in seconds]
    if not states:
        return "none"
    if any(state in WELL for state in states):
        return "ok"
    return "out" if "out_of_paper" in states else "trouble"


def way(verdict: Verdict, station: str) -> BadgeWay | None:
    """How somebody who was let in at the kiosk of this name comes to a badge; None for everybody else."""
    if verdict.outcome is not Outcome.ADMITTED or verdict.attendee is None:
        return None
    if verdict.badge is not None:
        return _comes_out(station)
    if not seminar.current().badge_on_entry:
        return "never"
    in_advance = PrintJob.select().where(
        PrintJob.attendee == verdict.attendee.id, PrintJob.batch.is_null(False), PrintJob.state != "dropped"
    )
    return "ready" if in_advance.exists() else "had"


def _comes_out(station: str) -> BadgeWay:
    """Where a badge of this kiosk comes out now. Near is its own printer; where it has none, one that is at no desk."""
    in_use = list(Printer.select().where(~Printer.removed))
    serving = of_desk(station, in_use)
    able = [
        one for one in in_use if one.state in WELL and any(other in serving for other in stands_in_for(one, in_use))
    ]
    if not able:
        return "waits"
    own = [one for one in serving if one.station and same(one.station, station)]
    near = own or [one for one in in_use if not one.station]
    return "here" if any(one in near for one in able) else "elsewhere"
