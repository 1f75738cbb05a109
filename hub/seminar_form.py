"""The form of the seminar's facts: what may be written in each field, and what to say when it may not."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from hub.i18n import N_

ZONES = {
    "Asia/Almaty": N_("Kazakhstan: Almaty, Astana"),
    "Asia/Bishkek": N_("Kyrgyzstan: Bishkek"),
    "Asia/Tashkent": N_("Uzbekistan: Tashkent"),
}
COUNTRIES = {"KZ": N_("Kazakhstan"), "KG": N_("Kyrgyzstan"), "UZ": N_("Uzbekistan")}
MOST_PEOPLE = 100_000
_WRONG = {
    "title": N_("Give the seminar a name, 200 letters at most."),
    "organiser": N_("200 letters at most."),
    "place": N_("200 letters at most."),
    "date": N_("Choose the day of the seminar."),
    "capacity": N_("A whole number, 0 to 100,000; 0 if no limit is planned."),
    "zone": N_("Choose one of the zones."),
    "country": N_("Choose one of the countries."),
    "language": N_("Choose one of the languages."),
    "badge_on_entry": N_("Tick it or leave it."),
}

Line = Annotated[str, Field(max_length=200)]


class SeminarForm(BaseModel):
    """The facts as typed; checkboxes that are off are simply not sent."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    title: Annotated[str, Field(min_length=1, max_length=200)]
    organiser: Line = ""
    date: date
    place: Line = ""
    capacity: Annotated[int, Field(ge=0, le=MOST_PEOPLE)] = 0
    zone: Literal["Asia/Almaty", "Asia/Bishkek", "Asia/Tashkent"]
    country: Literal["KZ", "KG", "UZ"]
    language: Literal["ru", "kk", "uz", "ky", "en"]
    badge_on_entry: bool = False

    @field_validator("*", mode="before")
    @classmethod
    def _no_nul(cls, value: object) -> object:
        return value.replace("\0", "") if isinstance(value, str) else value

    @field_validator("capacity", mode="before")
    @classmethod
    def _nothing_is_zero(cls, value: object) -> object:
        return value.strip() or 0 if isinstance(value, str) else value

    def facts(self) -> dict[str, object]:
        """As `seminar.change` takes them."""
        return {**self.model_dump(), "date": self.date.isoformat()}


def read(form: Mapping[str, str]) -> tuple[SeminarForm | None, dict[str, str]]:
    """The facts, or None and what is wrong: field -> message id."""
    try:
        return SeminarForm.model_validate(dict(form)), {}
    except ValidationError as error:
        fields = {str(line["loc"][0]) for line in error.errors(include_input=False) if line["loc"]}
        return None, {field: _WRONG[field] for field in fields}
