"""The form of a layout: one arrangement as flat fields, the others carried along unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from kiosk.paper.layouts.layout import (
    KINDS,
    SHAPES,
    Arrangement,
    Element,
    Kind,
    Layout,
    Name,
    Picture,
    Rule,
    Shape,
    Text,
)
from kiosk.paper.layouts.shipping import CLASSIC, SHIPPED

PLACE = ("x", "y", "width", "height")
MODELS: dict[Kind, type[Element]] = {
    "seminar": Text,
    "logo": Picture,
    "first_name": Name,
    "surname": Name,
    "company": Text,
    "position": Text,
    "ribbon": Text,
    "qr": Picture,
    "rule": Rule,
}
_WORDS = ("align", "stand", "gives_to")
_WHOLE = ("weight", "lines")
_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was sent: the layout it means, or None and the names of the fields that are wrong."""

    shape: Shape
    base: Layout
    values: Mapping[str, str]
    layout: Layout | None
    wrong: frozenset[str] = field(default=frozenset())


def flat(arrangement: Arrangement) -> dict[str, str]:
    """An arrangement as the form's fields. An element that it lacks has the place it would have if it came."""
    values = {"margin": _shown(arrangement.margin)}
    elements = arrangement.elements()
    for kind in KINDS:
        element = elements.get(kind)
        if element is not None:
            values[f"{kind}.on"] = "true"
        for name, value in (element or _newcomer(kind)).model_dump().items():
            values[f"{kind}.{name}"] = _shown(value)
    return values


def read(form: Mapping[str, str]) -> Draft:
    """What a form means. Wrong fields are named «company.x»; a form without its base starts from the classic layout."""
    shape: Shape = next((one for one in SHAPES if one == form.get("shape")), "wide")
    base = _base(form.get("base", ""))
    wrong: set[str] = set()
    said: dict[str, Any] = {"margin": _number(form, "margin", wrong)}
    for kind in KINDS:
        if form.get(f"{kind}.on"):
            said[kind] = {name: _value(form, kind, name, wrong) for name in MODELS[kind].model_fields}
    if wrong:
        return Draft(shape, base, form, None, frozenset(wrong))
    try:
        arrangement = Arrangement.model_validate(said)
    except ValidationError as error:
        places = [line["loc"] for line in error.errors(include_input=False, include_url=False)]
        return Draft(shape, base, form, None, frozenset(map(_field, places)))
    return Draft(shape, base, form, base.model_copy(update={shape: arrangement}))


def _base(text: str) -> Layout:
    try:
        return Layout.model_validate_json(text)
    except ValidationError:
        return CLASSIC


def _value(form: Mapping[str, str], kind: Kind, name: str, wrong: set[str]) -> object:
    key = f"{kind}.{name}"
    if name in _WORDS:
        return form.get(key) or None if name == "gives_to" else form.get(key)
    number = _number(form, key, wrong)
    if name in _WHOLE and number is not None:
        if not number.is_integer():
            wrong.add(key)
        return int(number)
    return number


def _number(form: Mapping[str, str], key: str, wrong: set[str]) -> float | None:
    typed = form.get(key, "").strip().replace(",", ".")[:_LONGEST_NUMBER]
    try:
        number = float(typed)
    except ValueError:
        wrong.add(key)
        return None
    if abs(number) > 1000 or number != number:
        wrong.add(key)
        return None
    return number


def _field(place: tuple[int | str, ...]) -> str:
    """The field to mark: a place outside the badge is told at its first number, a badge without names at the name."""
    if not place:
        return "first_name.on"
    return ".".join(map(str, place)) if len(place) > 1 or place == ("margin",) else f"{place[0]}.x"


def _newcomer(kind: Kind) -> Element:
    """Where an element stands when it is first switched on: as in a layout of the box that has it."""
    for layout in SHIPPED.values():
        for shape in SHAPES:
            found = layout.of(shape).elements().get(kind)
            if found is not None:
                return found
    raise KeyError(kind)


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float | int) else str(value or "")
