"""Taking full names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.full_names import name_order, split_full_name

TOLD = {
    "Қасымқызы Айгүл": ("Қасымқызы", "Айгүл", ""),
    "Айгүл Қасымқызы": ("Қасымқызы", "Айгүл", ""),
    "Цой Тимур": ("Цой", "Тимур", ""),
    "Тимур Цой": ("Цой", "Тимур", ""),
    "Oʻtkir Saidov": ("Saidov", "Oʻtkir", ""),
    "Ольга Ёлкина-Берёзкина": ("Ёлкина-Берёзкина", "Ольга", ""),
    "Нұрлан Әбдіқадыров": ("Әбдіқадыров", "Нұрлан", ""),
    "Асан уулу Бакыт": ("Асан уулу", "Бакыт", ""),
    "Бакыт Асан уулу": ("Асан уулу", "Бакыт", ""),
    "Осмонов Бакыт Асан уулу": ("Осмонов", "Бакыт", "Асан уулу"),
    "Karimov Oʻtkir Alisher oʻgʻli": ("Karimov", "Oʻtkir", "Alisher oʻgʻli"),
    "Каримова Дилноза Алишер қизи": ("Каримова", "Дилноза", "Алишер қизи"),
    "Иванов И.И.": ("Иванов", "И.", "И."),
    "И. И. Иванов": ("Иванов", "И.", "И."),
    "Иван Иванович Иванов": ("Иванов", "Иван", "Иванович"),
    "Иван Иванович": ("", "Иван", "Иванович"),
    "Абрамович Роман Аркадьевич": ("Абрамович", "Роман", "Аркадьевич"),
    "Қасымқызы Виктория Ерланұлы": ("Қасымқызы", "Виктория", "Ерланұлы"),
    "Тимур Ерланұлы Кенжебекұлы": ("Кенжебекұлы", "Тимур", "Ерланұлы"),
    "Нұрлан Әбдіқадыров Серікұлы": ("Әбдіқадыров", "Нұрлан", "Серікұлы"),
    "Ким Зарина": ("Ким", "Зарина", ""),
    "Зарина Ким": ("Ким", "Зарина", ""),
    "Ким Валентин": ("Ким", "Валентин", ""),
    "Ли Ирина": ("Ли", "Ирина", ""),
    "John SMITH": ("SMITH", "John", ""),
    "ЦОЙ Тимур": ("ЦОЙ", "Тимур", ""),
    "Салимова - Берёзкина Өмір": ("Салимова-Берёзкина", "Өмір", ""),
    "Иванов, Иван": ("Иванов", "Иван", ""),
    "Иванова (Петрова) Анна": ("Иванова (Петрова)", "Анна", ""),
    "г-н Цой Тимур": ("Цой", "Тимур", ""),
}


@pytest.mark.parametrize("text", TOLD)
def test_the_parts_of_a_name_are_told_by_their_looks(text: str) -> None:
    name = split_full_name(text)
    assert (name.surname, name.first_name, name.patronymic) == TOLD[text]
    assert name.certain


def test_without_evidence_the_order_is_the_official_one_unless_told_otherwise() -> None:
    name = split_full_name("Тан Мэй")
    assert (name.surname, name.first_name, name.certain) == ("Тан", "Мэй", False)
    name = split_full_name("Мэй Тан", first_name_first=True)
    assert (name.surname, name.first_name, name.certain) == ("Тан", "Мэй", False)


def test_a_single_word_is_a_first_name_unless_it_looks_like_a_surname() -> None:
    assert split_full_name("Айгүл").first_name == "Айгүл"
    assert split_full_name("Саидов").surname == "Саидов"
    assert split_full_name("  ").first_name == ""


@given(st.lists(st.text("абвәқОʻk-<=", min_size=1, max_size=8), min_size=1, max_size=7))
def test_no_letter_of_a_name_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    name = split_full_name(text)
    kept = name.surname + name.first_name + name.patronymic
    assert sorted(kept.replace(" ", "")) == sorted(text.replace(" ", ""))


def test_a_column_tells_in_which_order_it_is_written() -> None:
    assert name_order(["Цой Тимур", "Әбдіқадыров Нұрлан", "Иванов Иван Иванович"]) > 0
    assert name_order(["Тимур Цой", "Нұрлан Әбдіқадыров", "Иван Иванович Иванов"]) < 0
    assert name_order([]) == 0
