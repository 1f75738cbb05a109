"""What the one typeface can show, and what it cannot."""

import pytest

from hub.typeface import lacking, without_signs
from tests.conftest import CAST


def test_every_letter_of_the_five_languages_has_a_shape() -> None:
    assert lacking(" ".join(" ".join(person) for person in CAST.values()) + "ӘҒҚҢӨҰҮҺІ әғқңөұүһі ЎҲЁ Oʻ Gʻ №—«»") == ""


@pytest.mark.parametrize(
    ("name", "missing"),
    [("עברית", "עברית"), ("محمد", "محد"), ("Ли 王小明", "王小明"), ("Айгүл 🌸", ""), ("Иван\u202e", "")],
)
def test_letters_of_no_shape_are_named(name: str, missing: str) -> None:
    assert lacking(name) == missing


def test_signs_of_no_shape_are_left_out_and_letters_are_not() -> None:
    assert without_signs("🌸 Айгүл  🎉 Қасымқызы") == "Айгүл Қасымқызы"
    assert without_signs("王小明") == "王小明"
