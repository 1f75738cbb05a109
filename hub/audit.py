"""The audit log: who changed what, from where, when.

Check-ins are not written twice: the arrivals log is append-only and keeps the same of each event.
"""

import json

from hub import clock
from hub.access import Actor
from hub.models import AuditEntry
from hub.prepared import Prepared, given

_COLUMNS = ("at", "device", "who", "address", "action", "subject", "detail")
_WRITE = Prepared(lambda: AuditEntry.insert({name: given(name) for name in _COLUMNS}))


def record(who: Actor | None, action: str, subject: object = "", **detail: object) -> None:
    """Add an entry inside the caller's write transaction; `who` is None for the command line."""
    _WRITE.rows(
        at=clock.now(),
        device=who.device if who else None,
        who=f"{who.name} ({who.role})" if who else "kiosk",
        address=who.address if who else "",
        action=action,
        subject=str(subject),
        detail=json.dumps(detail, ensure_ascii=False, default=str) if detail else "",
    )
