"""What somebody wants on paper: which signs, at which points, in which languages, how large."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from hub.errors import Refusal
from hub.i18n import LANGUAGES
from signage.paper.papers import Colour, Format, Orientation, Paper

LONGEST_HALL = 300
LONGEST_ADDRESS = 200


class Kind(StrEnum):
    """The signs there are."""

    WAY = "way"
    HALL = "hall"
    TABLE = "table"
    DOOR = "door"
    COFFEE = "coffee"
    EXIT = "exit"
    MAP = "map"


ALL_KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Order:
    """`points` None: those where a paper sign is to stand; `address` leads to the route, empty: no QR."""

    paper: Paper = field(default_factory=Paper)
    languages: tuple[str, ...] = ("ru",)
    kinds: tuple[Kind, ...] = ALL_KINDS
    points: frozenset[int] | None = None
    hall: str = ""
    address: str = ""


class Wish(BaseModel):
    """An order as a page's address tells it; what is left out has the usual value."""

    model_config = ConfigDict(extra="ignore")

    size: Format = Format.A4
    turned: Orientation = Orientation.PORTRAIT
    colour: Colour = Colour.YELLOW
    main: str = "ru"
    also: list[str] = []
    sign: list[Kind] = []
    point: list[int] = Field(default=[], max_length=1000)
    hall: str = Field(default="", max_length=LONGEST_HALL)
    chosen: bool = False

    @field_validator("main", "also")
    @classmethod
    def _known(cls, value: str | list[str]) -> str | list[str]:
        if not set([value] if isinstance(value, str) else value) <= set(LANGUAGES):
            raise ValueError("no such language")
        return value

    def order(self, hall: str, address: str) -> Order:
        """The order; before anything was chosen it is for every sign."""
        return Order(
            Paper(self.size, self.turned, self.colour),
            tuple(dict.fromkeys([self.main, *self.also])),
            tuple(kind for kind in Kind if kind in self.sign) if self.chosen else ALL_KINDS,
            frozenset(self.point) if self.chosen else None,
            (self.hall if self.chosen else hall).strip(),
            address,
        )


def read(given: dict[str, list[str]], main: str) -> Wish:
    """A wish from an address; `main` is the box's own language. Raises Refusal `malformed_request`."""
    single = {name: values[-1] for name, values in given.items() if name not in _LISTS}
    lists = {name: values for name, values in given.items() if name in _LISTS}
    try:
        return Wish.model_validate({"main": main, **single, **lists})
    except ValidationError as error:
        names = sorted({str(fault["loc"][0]) for fault in error.errors()})
        raise Refusal("malformed_request", fields=", ".join(names)) from None


_LISTS: Collection[str] = frozenset({"also", "sign", "point"})
