"""The programme as JSON."""

from flask import Blueprint
from pydantic import BaseModel

from hub import access
from hub.access import STAFF, Role, allow
from hub.api import operation
from hub.i18n import iso
from hub.programme import plan, versions
from hub.programme.kinds import Kind
from hub.programme.lines import of_row
from hub.programme.plan import Planned

api = Blueprint("programme_api", __name__)

# A phone is a person's; it is for those who call.
CALLERS = frozenset({Role.ORGANISER, Role.HOST, Role.MINDER})


class CardsReply(BaseModel):
    """Seconds before the end at which each card goes by itself; null: it does not."""

    ten: int | None
    five: int | None
    stop: int | None


class ItemReply(BaseModel):
    """A line of the programme. `start` and `end` are ISO 8601, UTC; `phone` is empty for who need not call."""

    id: int
    start: str
    end: str
    kind: Kind
    title: str
    speaker: str
    company: str
    phone: str
    theses: list[str]
    questions_min: int
    food: bool | None
    least_min: int
    cards: CardsReply


class ProgrammeReply(BaseModel):
    """The planned programme in its order; `version` grows with each change, null before the first."""

    version: int | None
    items: list[ItemReply]


@api.get("/api/programme")
@allow(*STAFF, Role.SCREEN, Role.DISPLAY)
@operation("The planned programme", reply=ProgrammeReply)
def programme() -> ProgrammeReply:
    newest = versions.newest()
    phones = access.actor().role in CALLERS
    return ProgrammeReply(
        version=int(newest.id) if newest else None, items=[_reply(item, phones) for item in plan.planned()]
    )


def _reply(item: Planned, phones: bool) -> ItemReply:
    line = of_row(item.row)
    return ItemReply(
        id=item.id,
        start=iso(item.start) or "",
        end=iso(item.end) or "",
        kind=line.kind,
        title=line.title,
        speaker=line.speaker,
        company=line.company,
        phone=line.phone if phones else "",
        theses=line.points,
        questions_min=line.questions_min,
        food=line.food,
        least_min=line.least_min,
        cards=CardsReply(ten=line.card_10_s, five=line.card_5_s, stop=line.card_stop_s),
    )
