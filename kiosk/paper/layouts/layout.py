"""What a layout's file may say. It is strict: a misspelt or impossible word is told, never guessed.

Places are percent of the badge inside its margins, so that one file serves every paper; the smallest sizes that people
must still read are millimetres. Each file has three arrangements: for wide badges, for tall ones, for flat strips.
"""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

Kind = Literal["seminar", "logo", "first_name", "surname", "company", "position", "ribbon", "qr", "rule"]
Shape = Literal["wide", "tall", "strip"]
Align = Literal["left", "centre", "right"]
Stand = Literal["top", "middle", "bottom"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SHAPES: tuple[Shape, ...] = get_args(Shape)

# Millimetres from the foot to the head of an "x": names are read across a table, the rest in the hand.
LEGIBLE_NAME_MM = 1.6
LEGIBLE_MM = 1.2
_ROUNDING = 0.01

Percent = Annotated[float, Field(ge=0, le=100)]
Extent = Annotated[float, Field(gt=0, le=100)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Place(_Strict):
    """A rectangle, in percent of the badge inside its margins."""

    x: Percent
    y: Percent
    width: Extent
    height: Extent

    @model_validator(mode="after")
    def _inside(self) -> "Place":
        if self.x + self.width > 100 + _ROUNDING or self.y + self.height > 100 + _ROUNDING:
            raise ValueError("outside")
        return self


class Rule(Place):
    """A line, or a band if it is high."""


class Picture(Place):
    """The QR or the logo: as large as its place allows. `gives_to` gets the place of one that is missing."""

    align: Align = "centre"
    stand: Stand = "middle"
    gives_to: Kind | None = None


class Text(Picture):
    """Words: `largest` em in percent of the badge's height, the smallest legible x-height in mm, lines at most."""

    weight: Annotated[int, Field(ge=300, le=900)] = 600
    largest: Annotated[float, Field(ge=2, le=100)] = 100
    legible: Annotated[float, Field(ge=LEGIBLE_MM, le=10)] = LEGIBLE_MM
    lines: Annotated[int, Field(ge=1, le=4)] = 1


class Name(Text):
    """Somebody's name, which is never set smaller than can be read across a table."""

    legible: Annotated[float, Field(ge=LEGIBLE_NAME_MM, le=20)] = LEGIBLE_NAME_MM


Element = Rule | Picture | Text | Name


class Arrangement(_Strict):
    """Where everything stands on badges of one shape; what is left out is not printed. `margin` is in mm."""

    margin: Annotated[float, Field(ge=1, le=15)] = 2
    seminar: Text | None = None
    logo: Picture | None = None
    first_name: Name | None = None
    surname: Name | None = None
    company: Text | None = None
    position: Text | None = None
    ribbon: Text | None = None
    qr: Picture | None = None
    rule: Rule | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> "Arrangement":
        if self.first_name is None and self.surname is None:
            raise ValueError("nameless")
        return self

    def elements(self) -> dict[Kind, Element]:
        """What stands on the badge, in the order in which people read it."""
        return {kind: element for kind in KINDS if (element := getattr(self, kind)) is not None}


class Layout(_Strict):
    """A whole file."""

    version: Literal[1] = 1
    wide: Arrangement
    tall: Arrangement
    strip: Arrangement

    def of(self, shape: Shape) -> Arrangement:
        """The arrangement for badges of this shape."""
        return {"wide": self.wide, "tall": self.tall, "strip": self.strip}[shape]
