"""The form of one point: what may be written in each field, and what to say when it may not."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from hub.i18n import N_
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.route import Means

MOST_METRES = 2000
LIMITS = {"place": 120, "floor": 12, "text": 120, "exit_text": 120}
_WRONG = {
    "place": N_("Name the place, 120 letters at most."),
    "arrow": N_("Choose where the way goes on."),
    "coffee_arrow": N_("Choose one of the arrows."),
    "hall_arrow": N_("Choose one of the arrows."),
    "exit_arrow": N_("Choose one of the arrows."),
    "means": N_("Choose what stands here."),
    "floor": N_("12 letters at most."),
    "text": N_("120 letters at most."),
    "exit_text": N_("120 letters at most."),
    "metres": N_("A whole number of metres, 0 to 2,000, or nothing."),
    "entrance": N_("Choose one of the entrances."),
    "fork": N_("Tick it or leave it."),
}


def _or_none(written: object) -> object:
    return (written.strip() or None) if isinstance(written, str) else written


Metres = Annotated[Annotated[int, Field(ge=0, le=MOST_METRES)] | None, BeforeValidator(_or_none)]


class PointForm(BaseModel):
    """A point as typed; boxes that are not ticked are simply not sent."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    place: Annotated[str, Field(min_length=1, max_length=LIMITS["place"])]
    arrow: Arrow
    means: Means
    coffee_arrow: Literal[""] | Arrow = ""
    hall_arrow: Literal[""] | Arrow = ""
    exit_arrow: Literal[""] | Arrow = ""
    floor: Annotated[str, Field(max_length=LIMITS["floor"])] = ""
    text: Annotated[str, Field(max_length=LIMITS["text"])] = ""
    exit_text: Annotated[str, Field(max_length=LIMITS["exit_text"])] = ""
    metres: Metres = None
    entrance: str = ""
    fork: bool = False

    @field_validator("*", mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return " ".join(value.replace("\0", "").split()) if isinstance(value, str) else value

    def facts(self) -> dict[str, object]:
        """As `route.add` and `route.change` take them."""
        return self.model_dump(mode="json")


def read(form: Mapping[str, str], doors: Collection[str]) -> tuple[PointForm | None, dict[str, str]]:
    """The point, or None and what is wrong: field -> message id. `doors` are the entrances there are."""
    try:
        found = PointForm.model_validate(dict(form))
    except ValidationError as error:
        fields = {str(line["loc"][0]) for line in error.errors(include_input=False) if line["loc"]}
        return None, {field: _WRONG[field] for field in fields}
    if found.entrance and found.entrance not in doors:
        return None, {"entrance": _WRONG["entrance"]}
    return found, {}


def values(one: RoutePoint) -> dict[str, Any]:
    """What stands in the form of a point."""
    facts = {name: getattr(one, name) for name in route.FACTS}
    return {**facts, "metres": "" if one.metres is None else one.metres}


def fresh(before: RoutePoint | None, entrance: str) -> dict[str, Any]:
    """The form of a new point, after the point before it where there is one."""
    return {
        "means": Means.PAPER,
        "floor": before.floor if before else "",
        "entrance": before.entrance if before else entrance,
    }
