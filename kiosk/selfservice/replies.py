"""What a kiosk is told. Of a person never more than the first name: whoever stands there could be anybody."""

from typing import Literal

from pydantic import BaseModel

from kiosk.verdicts import Outcome, Verdict

Call = Literal["open", "answered"]
PaperState = Literal["ok", "out", "none", "trouble"]
# The badge comes out here, or elsewhere; waits for a printer; lies ready, printed in advance; the person has had it;
# entries print none.
BadgeWay = Literal["here", "elsewhere", "waits", "ready", "had", "never"]


class KioskConsent(BaseModel):
    """The consent in one language; `id` goes back with the walk-in."""

    id: int
    text: str


class KioskReply(BaseModel):
    """All that a kiosk shows before anybody has come.

    `languages` is code -> the language's own name, `language` the one to which the kiosk returns, `texts` the
    organiser's words by name and language, `paper` what can be hoped for of the printer.
    """

    name: str
    seminar: str
    languages: dict[str, str]
    language: str
    texts: dict[str, dict[str, str]]
    consents: dict[str, KioskConsent]
    paper: PaperState
    call: Call | None
    answered_by: str


class KioskVerdict(BaseModel):
    """What came of a scan or a search. `first_name` only where the person may come in; `event` is the check-in's id.

    `badge`: one is on its way; `paper`: how somebody who is let in comes to it.
    """

    outcome: Outcome
    first_name: str | None
    badge: bool
    paper: BadgeWay | None
    event: str

    @classmethod
    def of(cls, verdict: Verdict, paper: BadgeWay | None) -> "KioskVerdict":
        """The part of the desk's verdict that anybody may see."""
        welcome = verdict.outcome in (Outcome.ADMITTED, Outcome.REPEAT) and verdict.attendee is not None
        name = verdict.attendee.first_name if welcome and verdict.attendee else None
        badge = verdict.badge is not None
        return cls(outcome=verdict.outcome, first_name=name, badge=badge, paper=paper, event=verdict.event)


class KioskWalkInReply(KioskVerdict):
    """A walk-in who is in; `recognised` when that person was on the list already."""

    recognised: bool


class PhoneReading(BaseModel):
    """A phone as its country groups it; as it was typed where it is none."""

    valid: bool
    phone: str


class CallReply(BaseModel):
    """How this kiosk's call stands; `answered_by` is who is coming."""

    call: Call
    answered_by: str


class OpenCall(BaseModel):
    """Somebody waits at a kiosk for a person from the desk."""

    id: str
    kiosk: str
    at: str


class CallsReply(BaseModel):
    """The calls that nobody has answered yet, the longest first. The same travels live as the event `calls`."""

    calls: list[OpenCall]
