"""Whether a badge is likely to come out beside a kiosk, as one word."""

from kiosk.models import Printer
from kiosk.paper.serving import WELL, of_desk
from kiosk.selfservice.replies import PaperState


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
