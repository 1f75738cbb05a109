"""The order of a list."""

import pytest

from kiosk.alphabet import list_key

LIST = [
    ("Saidov", "Oʻtkir"), ("Yoʻldosheva", "Dilnoza"), ("Абдуллаев", "Азиз"), ("Әбдіқадыров", "Нұрлан"),
    ("Гаджиев", "Эльдар"), ("Ёлкина", "Ольга"), ("Ергалиев", "Асан"), ("Жумабаева", "Чынара"), ("Кан", "Анна"),
    ("Қайратқызы", "Ұлжан"), ("Лебедев", "Илья"), ("Хасанова", "Алия"), ("Эсенов", "Мирлан"), ("Юсупов", "Алишер"),
]  # fmt: skip


def test_names_stand_as_their_readers_look_for_them() -> None:
    assert sorted(LIST, key=lambda name: list_key(*name)) == LIST


def test_first_names_decide_within_a_surname() -> None:
    assert list_key("Ким", "Анна") < list_key("Ким", "Юрий") < list_key("Кимов", "Анна")


@pytest.mark.parametrize(("one", "other"), [("ЦОЙ", "Цой"), ("Oʻtkirov", "O'tkirov"), ("Ёлкин", "Елкин")])
def test_spelling_moves_nobody(one: str, other: str) -> None:
    assert list_key(one, "") == list_key(other, "")
