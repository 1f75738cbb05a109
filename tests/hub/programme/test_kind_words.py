"""Kinds, named in a column or told by the title."""

import pytest

from hub.programme.kind_words import guessed, named
from hub.programme.kinds import Kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Регистрация", Kind.REGISTRATION), ("Check-in", Kind.REGISTRATION), ("Тіркеу", Kind.REGISTRATION),
        ("Открытие", Kind.OPENING), ("Приветствие", Kind.OPENING), ("Welcome", Kind.OPENING), ("Ашылу", Kind.OPENING),
        ("Доклад", Kind.TALK), ("Talk", Kind.TALK), ("Баяндама", Kind.TALK), ("Выступление", Kind.TALK),
        ("Доклад о продукте", Kind.PRODUCT_TALK), ("Product talk", Kind.PRODUCT_TALK),
        ("Мастер-класс", Kind.WORKSHOP), ("мастер класс", Kind.WORKSHOP), ("Демо", Kind.WORKSHOP),
        ("Workshop", Kind.WORKSHOP), ("Шеберлік сабағы", Kind.WORKSHOP),
        ("Кофе-брейк", Kind.BREAK), ("Перерыв", Kind.BREAK), ("Coffee break", Kind.BREAK), ("Үзіліс", Kind.BREAK),
        ("Вопросы", Kind.QUESTIONS), ("Вопросы и ответы", Kind.QUESTIONS), ("Q&A", Kind.QUESTIONS),
        ("Сұрақтар", Kind.QUESTIONS), ("Закрытие", Kind.OTHER), ("Розыгрыш", Kind.OTHER),
        ("product_talk", Kind.PRODUCT_TALK), ("Чудо", None), ("", None),
    ],
)  # fmt: skip
def test_words_name_kinds_in_three_languages(word: str, kind: Kind | None) -> None:
    assert named(word) == kind


@pytest.mark.parametrize("kind", list(Kind))
def test_our_own_names_are_understood(kind: Kind) -> None:
    assert named(kind.upper()) == kind


@pytest.mark.parametrize(
    ("title", "speaker", "kind"),
    [
        ("Регистрация слушателей", "", Kind.REGISTRATION),
        ("Приветственное слово", "Айгүл Қасымқызы", Kind.OPENING),
        ("CRM без потерь: обзор Битрикс24", "Айгүл Қасымқызы", Kind.PRODUCT_TALK),
        ("Команда, которая продаёт", "Тимур Цой", Kind.TALK),
        ("Вопросы, которые задаёт клиент", "Тимур Цой", Kind.TALK),
        ("Кофе, который продаёт", "Тимур Цой", Kind.TALK),
        ("Открытие рынка", "Oʻtkir Saidov", Kind.TALK),
        ("Мастер-класс: настройка", "Ольга Ёлкина-Берёзкина", Kind.WORKSHOP),
        ("Кофе-брейк", "", Kind.BREAK),
        ("Ответы на вопросы", "", Kind.QUESTIONS),
        ("Свободное время", "", Kind.OTHER),
    ],
)
def test_without_a_column_the_title_tells(title: str, speaker: str, kind: Kind) -> None:
    assert guessed(title, speaker) == kind
