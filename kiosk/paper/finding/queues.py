"""Print queues of this box."""

from kiosk.paper.finding import Found, makers
from kiosk.paper.printers import ipp


def look() -> list[Found]:
    """Every queue of CUPS; none where it does not run."""
    wanted: ipp.Attributes = {"requested-attributes": ["printer-name", "printer-info"]}
    try:
        reply = ipp.Queue("").ask(ipp.CUPS_QUEUES, wanted)
    except (OSError, ipp.IppError):
        return []
    return [
        makers.found("cups_queue", str(group["printer-name"][0]), str(group.get("printer-info", [""])[0]))
        for group in reply.groups
        if group.get("printer-name")
    ]
