"""One spelling for every way to write a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.folding import fold, index_words, words

SPELLINGS = [
    "Қасымқызы Kassymkyzy касымкызы Kasymkyzy Qasymqyzy KASSYMKYZY Kasimkizi",
    "Жұмабаев Джумабаев Jumabaev Zhumabaev Zhumabayev Dzhumabaev Djumabayev",
    "Oʻtkir O'tkir O’tkir O`tkir Уткир Ўткир Utkir",
    "Шаҳноза Shakhnoza Shahnoza Шахноза Shaxnoza",
    "Алия Aliya Aliia Alia Әлия Álıa",
    "Алексей Alexey Aleksei Aleksey Alexei",
    "Александр Alexander Aleksandr",
    "Ёлкина Елкина Yolkina Elkina Yelkina",
    "Берёзкина Beryozkina Berezkina БЕРЕЗКИНА",
    "Йод Иод",
    "Ғалым Галым Ghalym Galym Ğalym",
    "Айгүл Айгуль Aigul Aygul Aigül",
    "Өмір Омир Omir Ömir",
    "Сергеев Sergeev Sergeyev",
    "Васильев Vasilyev Vasiliev Vassilyev",
    "Соловьёва Solovyova Solovieva Соловьева",
    "Цой Tsoy Tsoi",
    "Нұрлан Нурлан Nurlan",
    "Әбдіқадыров Абдикадыров Abdikadyrov Abdiqadyrov Ábdiqadyrov",
    "Юлия Yulia Yuliya Iulia",
    "Щербаков Shcherbakov Scherbakov",
    "Дмитрий Dmitry Dmitriy Dmitrii",
    "Наталья Наталия Natalia Natalya",
    "Хасанов Khasanov Hasanov Xasanov Ҳасанов",
    "Ғулом Gʻulom G'ulom Гулом",
    "Диёра Diyora",
    "Қайрат Kairat Kayrat Qairat Кайрат",
    "Йылмаз Yılmaz Yilmaz",
    "Достоевский Dostoevsky Dostoevskiy Dostoyevsky",
    "Ерлан Yerlan Erlan",
    "Шохрух Shohruh Shokhrukh",
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda group: group.split()[0])
def test_all_spellings_of_a_name_fold_to_one(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize("pair", ["Омаров Умаров", "Айгүл Айнұр", "Цой Ким", "Нұрлан Нұржан", "Алия Алина"])
def test_different_names_stay_different(pair: str) -> None:
    one, two = pair.split()
    assert fold(one) != fold(two)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіў"))
def test_the_fold_of_what_is_typed_so_far_begins_the_fold_of_the_whole(name: str) -> None:
    for length in range(len(name)):
        assert fold(name).startswith(fold(name[:length]))


@given(st.text(max_size=40))
def test_every_word_of_a_text_is_found_by_itself(text: str) -> None:
    assert all(any(known.startswith(word) for known in index_words(text)) for word in words(text))


def test_words_come_apart_at_spaces_and_hyphens() -> None:
    assert words("  Ёлкина-Берёзкина, Ольга ") == ["елкина", "березкина", "олга"]
    assert words("!!! …") == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Oʻtkir", "otkir"),
        ("Oʻtkir", "Уткир"),
        ("Ёлкина-Берёзкина", "елкинаберезкина"),
        ("Ёлкина-Берёзкина", "берез"),
        ("Асан уулу", "Асануулу"),
        ("Қасымқызы", "қызы"),
        ("ТОО «ЖҰЛДЫЗ-2000»", "2000"),
    ],
)
def test_a_name_is_found_by_the_ways_people_type_it(name: str, typed: str) -> None:
    assert all(any(known.startswith(word) for known in index_words(name)) for word in words(typed))


def test_digits_are_kept_as_they_are() -> None:
    assert fold("ТОО «ЖҰЛДЫЗ-2000»") == "то джулдиз 2000"
