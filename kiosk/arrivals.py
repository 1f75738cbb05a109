"""What a scan asks of the database, prepared: the arrivals log, and the attendee with the fold kept beside."""

from hub.prepared import Prepared, PreparedRecord, given
from kiosk.models import Arrival, Attendee
from kiosk.verdicts import Outcome

_COLUMNS = ("id", "attendee", "kind", "outcome", "undoes", "reason", "scanned", "device_time", "occurred_at")
_SOURCE = ("received_at", "boot", "station", "device", "who", "address", "verdict")
_FOLD = ("presence", "first_entry_at", "entry_station", "last_exit_at")

KNOWN = Prepared(lambda: Arrival.select(Arrival.verdict).where(Arrival.id == given("id")))
"""(verdict,) of the scan with this `id`."""

LOG = Prepared(lambda: Arrival.insert({name: given(name) for name in (*_COLUMNS, *_SOURCE)}))
"""One line more; all of the table's columns are given."""

# Refused scans moved nobody.
MOVES = Prepared(
    lambda: Arrival.select(Arrival.id, Arrival.kind, Arrival.occurred_at, Arrival.station, Arrival.undoes).where(
        Arrival.attendee == given("attendee"), Arrival.outcome.not_in((Outcome.BARRED.value, Outcome.CANCELLED.value))
    )
)
"""(id, kind, occurred_at, station, undoes) of all that counts of one `attendee`."""

BY_CODE = PreparedRecord(Attendee, lambda: Attendee.select().where(Attendee.code == given("code")))
BY_ID = PreparedRecord(Attendee, lambda: Attendee.select().where(Attendee.id == given("id")))

KEEP = Prepared(lambda: Attendee.update({name: given(name) for name in _FOLD}).where(Attendee.id == given("id")))
"""Write the fold of an attendee's events."""
