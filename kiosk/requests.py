"""What the desk's JSON requests must look like."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from hub.api import Request
from kiosk.presence import Kind

Text = Annotated[str, StringConstraints(max_length=1000)]
Station = Annotated[str, StringConstraints(max_length=60)]
# SQLite's integers end here; beyond it a number is nobody's.
RowId = Annotated[int, Field(ge=1, le=2**53)]


def milliseconds(moment: datetime | None) -> int | None:
    """A device's moment as ms since the epoch; None stays None."""
    return None if moment is None else int(moment.timestamp() * 1000)


class CheckInRequest(Request):
    """A scan. Either `code` or `attendee`; times by the device's own clock."""

    id: UUID
    code: Annotated[str, StringConstraints(max_length=4000)] | None = None
    attendee: RowId | None = None
    kind: Kind = Kind.ENTRY
    occurred_at: AwareDatetime | None = None
    sent_at: AwareDatetime | None = None
    station: Station = ""
    undoes: UUID | None = None
    reason: Annotated[str, StringConstraints(max_length=500)] = ""

    @model_validator(mode="after")
    def one_way_to_say_who(self) -> "CheckInRequest":
        """Exactly one of code and attendee."""
        if (self.code is None) == (self.attendee is None):
            raise ValueError("code or attendee")
        return self


class FindRequest(Request):
    """A search: `q` is any part of a name, company or phone."""

    q: Annotated[str, StringConstraints(max_length=200)] = ""
    limit: Annotated[int, Field(ge=1, le=200)] = 20


class WalkInRequest(Request):
    """A walk-in at the desk. `consent_text` is the id of the text that was shown; times by the device's own clock."""

    id: UUID
    surname: Text
    first_name: Text
    patronymic: Text = ""
    company: Text
    position: Text
    email: Text
    phone: Text
    ribbon: Literal["attendee", "speaker", "staff", "press"] = "attendee"
    consent: bool
    consent_language: Literal["ru", "kk", "uz", "ky", "en"] = "ru"
    consent_text: RowId | None = None
    as_written: bool = False
    occurred_at: AwareDatetime | None = None
    sent_at: AwareDatetime | None = None


class CorrectionRequest(Request):
    """Texts to correct; what is left out stays."""

    surname: Text | None = None
    first_name: Text | None = None
    patronymic: Text | None = None
    company: Text | None = None
    position: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    note: Text | None = None
    ribbon: Literal["attendee", "speaker", "staff", "press"] | None = None


class StandingRequest(Request):
    """A person's decision about an attendee."""

    standing: Literal["registered", "barred", "cancelled"]
    because: Literal["competitor", "student"] | None = None


class HandoutRequest(Request):
    """One tap: a pack or a questionnaire given, returned or taken back."""

    id: UUID
    attendee: RowId
    item: Literal["pack", "questionnaire"]
    action: Literal["given", "returned", "undone"]
    station: Station = ""

    @model_validator(mode="after")
    def packs_are_kept(self) -> "HandoutRequest":
        """Only a questionnaire comes back."""
        if self.item == "pack" and self.action == "returned":
            raise ValueError("action")
        return self


class ReprintRequest(Request):
    """Another badge."""

    id: UUID
    attendee: RowId
    station: Station = ""


class StationRequest(Request):
    """Which desk this device works at."""

    station: Station
