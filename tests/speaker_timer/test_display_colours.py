"""What the hall reads on the display stands out by lightness alone, whatever colours one tells apart."""

import re

import pytest

from tests.browser import ROOT

CSS = (ROOT / "speaker_timer/static/speaker_timer/display.css").read_text(encoding="utf-8")
HALL = 7.0
GROUND = "#0b0d0e"
COLOUR = r"(#[0-9a-f]{6})"


def light(colour: str) -> float:
    """The relative luminance of #rrggbb, as WCAG counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def found(pattern: str) -> str:
    """The one colour that the styles name here."""
    match = re.search(pattern, CSS)
    assert match is not None, pattern
    return match.group(1)


@pytest.mark.parametrize("kind", ["10", "5", "stop", "over", "questions", "break", "paused"])
def test_a_state_is_read_on_its_strip(kind: str) -> None:
    rule = rf"\.strip-{kind}(?:, \.strip-\w+)? \{{ background: "
    pair = re.search(rf"{rule}{COLOUR}; color: {COLOUR};", CSS) or re.search(
        rf"\.strip-\w+, \.strip-{kind} \{{ background: {COLOUR}; color: {COLOUR};", CSS
    )
    assert pair is not None
    assert contrast(*pair.groups()) >= HALL


@pytest.mark.parametrize("kind", ["10", "5", "stop", "questions", "message"])
def test_a_card_is_read_on_its_fill(kind: str) -> None:
    fill = found(rf"\.card-{kind} #frame-shape[^{{]*\{{ fill: {COLOUR}")
    ink = found(rf"(?m)^(?:\.card-\w+, )?\.card-{kind}(?:, \.card-\w+)? \{{ color: {COLOUR}; \}}")
    assert contrast(fill, ink) >= HALL


@pytest.mark.parametrize("tone", ["tone-known", "tone-stop", "lead-paused"])
def test_the_figure_is_read_in_every_state(tone: str) -> None:
    assert contrast(found(rf"\.{tone} #figure \{{ color: {COLOUR}"), GROUND) >= HALL


def test_what_is_said_beside_it_is_read_too() -> None:
    assert contrast(found(rf"(?m)^body \{{ color: {COLOUR}"), GROUND) >= HALL
    assert contrast(found(rf"#person \{{ color: {COLOUR}"), GROUND) >= HALL
