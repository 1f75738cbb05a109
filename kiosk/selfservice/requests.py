"""What a kiosk's JSON requests must look like."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, StringConstraints

from hub.api import Request
from kiosk.names import LONGEST_NAME
from kiosk.requests import WalkInRequest, milliseconds
from kiosk.walk_ins import FIELDS, WalkIn


class KioskScanRequest(Request):
    """What the scanner or the camera gave; times by the kiosk's own clock."""

    id: UUID
    code: Annotated[str, StringConstraints(max_length=4000)]
    occurred_at: AwareDatetime | None = None
    sent_at: AwareDatetime | None = None


class FindMyselfRequest(Request):
    """Somebody without a ticket: the surname in any spelling, and the last four digits of the phone."""

    id: UUID
    surname: Annotated[str, StringConstraints(max_length=LONGEST_NAME)]
    digits: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]


class KioskWalkInRequest(WalkInRequest):
    """A walk-in who registers without help: an attendee, whatever else the desk may put on a badge."""

    ribbon: Literal["attendee"] = "attendee"

    def wish(self) -> WalkIn:
        """As the verb takes it."""
        return WalkIn(
            str(self.id),
            self.model_dump(include=FIELDS),
            self.consent,
            self.consent_language,
            self.as_written,
            self.consent_text,
            milliseconds(self.occurred_at),
            milliseconds(self.sent_at),
        )


class PhoneReadingRequest(Request):
    """A phone as far as somebody has typed it."""

    phone: Annotated[str, StringConstraints(max_length=200)]


class CallRequest(Request):
    """Somebody at the kiosk calls the desk."""

    id: UUID
