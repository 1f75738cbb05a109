"""How many letters a text may have, and that no field cuts or refuses one behind a person's back."""

import re
from pathlib import Path

import pytest
from flask import Flask

from hub import letters
from hub.errors import Refusal
from tests.live_hub import ROOT

# Where a field is cut all the same: what is searched for, a name at the door or of a desk, a PIN, a scanner's trial,
# and the kiosk's own keyboard, which stops at the end before one's eyes.
CUT = {
    "hub/setup_audit.html",
    "hub/sign_in.html",
    "kiosk/desk.html",
    "kiosk/desk_station.html",
    "kiosk/badges_scanner.html",
    "kiosk/self/form.html",
    "kiosk/self/screen_find.html",
    "attendance/people.html",
}
FORM = re.compile(r"(<form\b[^>]*>)(.*?)</form>", re.DOTALL)


def templates() -> dict[str, str]:
    """Every template by its name."""
    found: list[Path] = list(ROOT.glob("*/templates/**/*.html"))
    return {str(path).partition("/templates/")[2]: path.read_text(encoding="utf-8") for path in found}


def test_a_text_is_kept_whole_or_refused_with_how_many_letters_it_has(app: Flask) -> None:
    assert letters.demand("  Айгүл \n Қасымқызы\0 ", 15) == "Айгүл Қасымқызы"
    with pytest.raises(Refusal, match="text_too_long") as refused:
        letters.demand("Айгүл Қасымқызы", 14)
    assert refused.value.details == {"most": 14, "count": 15}
    with app.test_request_context("/?lang=en"):
        assert letters.wrong("Айгүл Қасымқызы ", 15) == ""
        assert "14" in letters.wrong("Айгүл Қасымқызы", 14)


def test_no_field_swallows_letters_in_silence() -> None:
    assert {name for name, page in templates().items() if "maxlength=" in page} == CUT


def test_no_form_lets_a_browser_refuse_what_is_empty_in_a_language_of_its_own() -> None:
    forms = [(name, *found) for name, page in templates().items() for found in FORM.findall(page)]
    bubbling = {name for name, tag, fields in forms if re.search(r"\brequired\b", fields) and "novalidate" not in tag}
    assert bubbling == set()
