"""A mark that changes whenever what kiosks show has changed; each then fetches its own."""

import hashlib
import json
from typing import Any

from hub import seminar
from hub.database import rows
from hub.models import ConsentText
from kiosk.models import Printer
from kiosk.selfservice import sayings


def mark() -> dict[str, Any]:
    """What kiosks listen to: {"mark"}."""
    printers = rows(Printer.select(Printer.id, Printer.state, Printer.station, Printer.second, Printer.removed))
    own = seminar.current()
    consents = ConsentText.select().count()
    shown = [own.title, own.language, sayings.said(), consents, sorted(printers)]
    return {"mark": hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:16]}
