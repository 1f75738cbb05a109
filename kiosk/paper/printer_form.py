"""The form of a printer: what may be written in each field, and what to say when it may not."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from hub.i18n import N_
from kiosk.paper.printer_list import PrinterFacts
from kiosk.paper.printers import DRIVERS, kind
from kiosk.requests import RowId

NETWORK = "escpos_network"
_WRONG = {
    "name": N_("Give the printer a name, 60 letters at most."),
    "driver": N_("Choose the kind of printer."),
    "address": N_("This is no address of such a printer."),
    "paper": N_("Choose a paper that such a printer takes."),
    "dpi": N_("Choose a resolution that such a printer has."),
    "station": N_("60 letters at most."),
    "second": N_("Choose another printer, or none."),
}


class PrinterForm(BaseModel):
    """The fields as typed. What fits together is known by the kind of printer."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    name: Annotated[str, Field(min_length=1, max_length=60)]
    driver: str
    address: Annotated[str, Field(max_length=100)] = ""
    paper: Annotated[str, Field(max_length=16)]
    dpi: int
    is_default: bool = False
    station: Annotated[str, Field(max_length=60)] = ""
    second: RowId | None = None
    layout: Annotated[str, Field(max_length=60)] = ""

    @field_validator("*", mode="before")
    @classmethod
    def _no_nul(cls, value: object) -> object:
        return value.replace("\0", "") if isinstance(value, str) else value

    @field_validator("second", mode="before")
    @classmethod
    def _none_is_empty(cls, value: object) -> object:
        return value or None

    @field_validator("driver")
    @classmethod
    def _known_driver(cls, driver: str) -> str:
        if driver not in DRIVERS:
            raise ValueError("driver")
        return driver

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "PrinterForm":
        made = kind(self.driver)
        wrong = [
            field
            for field, fits in (
                ("address", made.fits(self.address)),
                ("paper", self.paper in made.papers),
                ("dpi", self.dpi in made.resolutions),
            )
            if not fits
        ]
        if wrong:
            raise ValueError(" ".join(wrong))
        return self


def read(form: Mapping[str, str]) -> tuple[PrinterFacts | None, dict[str, str]]:
    """The facts, or None and what is wrong: field -> message id."""
    try:
        return PrinterFacts(**PrinterForm.model_validate(dict(form)).model_dump()), {}
    except ValidationError as error:
        fields: set[str] = set()
        for line in error.errors(include_input=False):
            unfit = str(line.get("ctx", {}).get("error", "")).split()
            fields |= {str(line["loc"][0])} if line["loc"] else set(unfit)
        return None, {field: _WRONG[field] for field in fields if field in _WRONG}
