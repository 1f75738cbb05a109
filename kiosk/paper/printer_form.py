"""The form of a printer: what may be written in each field, and what to say when it may not."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from hub.i18n import N_
from kiosk.paper.papers import PAPERS, RESOLUTIONS
from kiosk.paper.printer_list import PrinterFacts

NETWORK = "escpos_network"
_ADDRESS = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?")
_WRONG = {
    "name": N_("Give the printer a name, 60 letters at most."),
    "driver": N_("Choose the kind of printer."),
    "address": N_("The printer's address in the network, as 192.168.1.50 or 192.168.1.50:9100."),
    "paper": N_("Choose the paper."),
    "dpi": N_("Choose the resolution."),
    "station": N_("60 letters at most."),
}


class PrinterForm(BaseModel):
    """The fields as typed."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    name: Annotated[str, Field(min_length=1, max_length=60)]
    driver: Literal["escpos_network", "picture_folder"]
    address: Annotated[str, Field(max_length=100)] = ""
    paper: str
    dpi: int
    is_default: bool = False
    station: Annotated[str, Field(max_length=60)] = ""

    @field_validator("*", mode="before")
    @classmethod
    def _no_nul(cls, value: object) -> object:
        return value.replace("\0", "") if isinstance(value, str) else value

    @field_validator("paper")
    @classmethod
    def _known_paper(cls, code: str) -> str:
        if code not in PAPERS:
            raise ValueError("paper")
        return code

    @field_validator("dpi")
    @classmethod
    def _known_resolution(cls, dpi: int) -> int:
        if dpi not in RESOLUTIONS:
            raise ValueError("dpi")
        return dpi

    @model_validator(mode="after")
    def _network_printers_have_an_address(self) -> "PrinterForm":
        if self.driver == NETWORK and not _ADDRESS.fullmatch(self.address):
            raise ValueError("address")
        return self


def read(form: Mapping[str, str]) -> tuple[PrinterFacts | None, dict[str, str]]:
    """The facts, or None and what is wrong: field -> message id."""
    try:
        return PrinterFacts(**PrinterForm.model_validate(dict(form)).model_dump()), {}
    except ValidationError as error:
        fields = {str(line["loc"][0]) if line["loc"] else "address" for line in error.errors(include_input=False)}
        return None, {field: _WRONG[field] for field in fields if field in _WRONG}
