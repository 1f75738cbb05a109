"""Names of files that people see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.file_names import safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Қасымқызы Айгүл", "Қасымқызы Айгүл"),
        ("Saidov Oʻtkir", "Saidov Oʻtkir"),
        ("../../etc/passwd", "etc passwd"),
        (".скрытый", "скрытый"),
        ("a\x00b\nc", "a b c"),
        ("", "-"),
        ("/", "-"),
    ],
)
def test_a_name_stays_readable_and_becomes_harmless(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=400))
def test_any_text_makes_one_name_of_a_file(text: str) -> None:
    name = safe_name(text)
    assert name
    assert not set(name) & set('/\\<>:"|?*\x00\n')
    assert not name.startswith(".")
    assert len(name.encode()) <= 180
