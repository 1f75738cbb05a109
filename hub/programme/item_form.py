"""The form of one item: what may be written in each field, and what to say when it may not."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from hub.errors import Refusal
from hub.i18n import N_
from hub.programme import planning, theses, times, words
from hub.programme.kinds import Kind
from hub.programme.lines import LIMITS, Line

MOST_MINUTES = 180
_MINUTES = N_("A whole number of minutes, 0 to 180, or nothing.")
_WRONG = {
    "start": N_("Write a time, as 10:05."),
    "end": N_("Write a time, as 10:45."),
    "kind": N_("Choose one of the kinds."),
    "title": N_("300 letters at most: please shorten it."),
    "speaker": N_("200 letters at most."),
    "company": N_("200 letters at most."),
    "phone": N_("60 letters at most."),
    "theses": N_("2,000 letters at most."),
    "food": N_("Choose one of the answers."),
    "questions_min": N_("A whole number of minutes, 0 to 180."),
    "least_min": N_("A whole number of minutes, 0 to 180."),
    "card_10": _MINUTES,
    "card_5": _MINUTES,
    "card_stop": _MINUTES,
}
_EMPTY = {"title": N_("Write a title, as it should stand in the programme.")}
# Where a refusal of the verb belongs in the form.
_OF_REFUSAL = {
    "item_title_required": "title",
    "item_ends_before_start": "end",
    "item_questions_too_long": "questions_min",
}
FOOD = {"": None, "yes": True, "no": False}


def _clock(written: object) -> str:
    found = times.read_clock(str(written))
    if found is None:
        raise ValueError
    return times.clock(found)


def _or_none(written: object) -> object:
    return (written.strip() or None) if isinstance(written, str) else written


def _or_zero(written: object) -> object:
    return (written.strip() or 0) if isinstance(written, str) else written


Clock = Annotated[str, BeforeValidator(_clock)]
Bounded = Annotated[int, Field(ge=0, le=MOST_MINUTES)]
Minutes = Annotated[Bounded, BeforeValidator(_or_zero)]
CardMinutes = Annotated[Bounded | None, BeforeValidator(_or_none)]


class ItemForm(BaseModel):
    """An item as typed. A card without minutes does not go by itself."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    start: Clock
    end: Clock
    kind: Kind
    title: Annotated[str, Field(min_length=1, max_length=LIMITS["title"])]
    speaker: Annotated[str, Field(max_length=LIMITS["speaker"])] = ""
    company: Annotated[str, Field(max_length=LIMITS["company"])] = ""
    phone: Annotated[str, Field(max_length=LIMITS["phone"])] = ""
    theses: Annotated[str, Field(max_length=LIMITS["theses"])] = ""
    food: Literal["", "yes", "no"] = ""
    questions_min: Minutes = 0
    least_min: Minutes = 0
    card_10: CardMinutes = None
    card_5: CardMinutes = None
    card_stop: CardMinutes = None

    @field_validator("*", mode="before")
    @classmethod
    def _no_nul(cls, value: object) -> object:
        return value.replace("\0", "") if isinstance(value, str) else value

    def line(self) -> Line:
        """As `planning` takes it."""
        return Line(
            self.start,
            self.end,
            self.kind,
            " ".join(self.title.split()),
            " ".join(self.speaker.split()),
            " ".join(self.company.split()),
            self.phone,
            theses.kept(self.theses, "\n"),
            self.questions_min,
            FOOD[self.food] if self.kind == Kind.BREAK else None,
            self.least_min,
            *(None if card is None else card * 60 for card in (self.card_10, self.card_5, self.card_stop)),
        )


def read(form: Mapping[str, str]) -> tuple[Line | None, dict[str, str]]:
    """The item, or None and what is wrong: field -> message id."""
    try:
        return planning.checked(ItemForm.model_validate(dict(form)).line()), {}
    except ValidationError as error:
        found = {str(line["loc"][0]): line["type"] for line in error.errors(include_input=False) if line["loc"]}
        return None, {field: _wrong(field, kind) for field, kind in found.items()}
    except Refusal as refusal:
        return None, {_OF_REFUSAL[refusal.code]: words.TEXTS[refusal.code][1]}


def _wrong(field: str, kind: str) -> str:
    """What to say of a field; `kind` is pydantic's name for what is wrong with it."""
    empty = kind in {"missing", "string_too_short"}
    return _EMPTY.get(field, _WRONG[field]) if empty else _WRONG[field]


def values(line: Line) -> dict[str, Any]:
    """What stands in the form of an item."""
    cards = {"card_10": line.card_10_s, "card_5": line.card_5_s, "card_stop": line.card_stop_s}
    return {
        **{name: getattr(line, name) for name in ("start", "end", "kind", "title", "speaker", "company", "phone")},
        "seen": planning.state(line),
        "theses": line.theses,
        "questions_min": line.questions_min,
        "least_min": line.least_min,
        "food": {None: "", True: "yes", False: "no"}[line.food],
        **{name: "" if left is None else left // 60 for name, left in cards.items()},
    }


def fresh(programme: list[Line]) -> dict[str, Any]:
    """The form of a new item: a talk after the last one."""
    start = max((times.minutes(line.end) for line in programme), default=10 * 60)
    end = min(start + 30, times.DAY - 1)
    return values(Line(times.clock(start), times.clock(end), Kind.TALK, ""))
