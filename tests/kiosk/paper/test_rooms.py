"""Neighbours on a badge share their places: names with each other, and what they leave with the company below."""

import pytest

from kiosk.paper.badges import Badge, laid_out
from kiosk.paper.layouts.composing import X_HEIGHT, Composition
from kiosk.paper.layouts.layout import LEGIBLE_MM, Kind
from kiosk.paper.layouts.pieces import Words
from kiosk.paper.layouts.problems import problems
from kiosk.paper.layouts.shipping import SHIPPED
from kiosk.paper.papers import sheet
from tests.kiosk.paper.badge_people import LONG, badge

TALL = ("62x100", "4x6in", "a7", "a6")
POSITION = "Заместитель генерального директора по развитию"
# Ninety letters each, as registers of companies and lists of posts have them.
NINETY = (
    ("Товарищество с ограниченной ответственностью «Восточно-Казахстанский мебельный комбинат № 1»",
     "Заместитель генерального директора по развитию розничной сети и работе с партнёрами СНГ и ЕС"),
    ("«Qashqadaryo viloyati qurilish materiallari ishlab chiqarish» masʼuliyati cheklangan jamiyat",
     "Boshqaruv raisining tashqi iqtisodiy aloqalar va investitsiyalar boʻyicha birinchi oʻrinbosari"),
)  # fmt: skip
# What is read on somebody's chest: 2.2 mm from the foot to the head of a capital.
EASY_MM = 1.65


def words(made: Composition) -> dict[Kind, Words]:
    return {piece.kind: piece for piece in made.pieces if isinstance(piece, Words)}


@pytest.mark.parametrize("paper", ["roll80", "29x90", "62x100"])
@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize(
    "person", [badge("Гульмира", "Исакова"), badge("Виктория", "Ли"), badge("Мирзошарифходжа", "Абдурахмонзода")]
)
def test_a_surname_is_never_larger_than_the_first_name(code: str, paper: str, person: Badge) -> None:
    said = words(laid_out(person, sheet(paper, 203), SHIPPED[code]))
    assert said["first_name"].block.face.size >= said["surname"].block.face.size


@pytest.mark.parametrize("paper", ["roll80", "29x90", "62x100"])
@pytest.mark.parametrize("code", SHIPPED)
def test_somebody_of_one_name_is_called_by_it_in_large_letters(code: str, paper: str) -> None:
    first, only = (
        words(laid_out(badge(*names, "ИП"), sheet(paper, 203), SHIPPED[code]))
        for names in (("Мадонна", ""), ("", "Мадонна"))
    )
    assert only["first_name"] == first["first_name"]
    assert "surname" not in only


@pytest.mark.parametrize("paper", TALL)
@pytest.mark.parametrize("code", SHIPPED)
def test_long_texts_on_a_large_label_take_more_lines_of_legible_letters(code: str, paper: str) -> None:
    made = laid_out(badge("Тимур", "Цой", LONG, POSITION), sheet(paper, 203), SHIPPED[code])
    for kind in ("company", "position"):
        block = words(made)[kind].block
        assert not block.lines[-1].endswith("…"), (kind, block.lines)
        assert block.face.size * X_HEIGHT >= made.surface.dots(EASY_MM) - 1


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize(("company", "position"), NINETY)
def test_ninety_letters_of_a_company_and_of_a_position_are_whole_on_the_common_label(
    code: str, dpi: int, company: str, position: str
) -> None:
    assert min(len(company), len(position)) >= 90
    for first_name, surname, role in (("Тимур", "Цой", ""), ("Нұрлан", "Әбдіқадыров", "Докладчик")):
        made = laid_out(badge(first_name, surname, company, position, role), sheet("62x100", dpi), SHIPPED[code])
        assert problems(made) == []
        for kind in ("company", "position"):
            block = words(made)[kind].block
            assert " ".join(block.lines).replace("- ", "-") == (company if kind == "company" else position)
            assert block.face.size * X_HEIGHT >= made.surface.dots(LEGIBLE_MM) - 1


def test_what_fits_as_large_as_the_layout_wants_it_is_not_made_smaller() -> None:
    made = laid_out(badge("Тимур", "Цой", "ИП", POSITION), sheet("62x100", 203), SHIPPED["classic"])
    assert words(made)["position"].block.face.size * X_HEIGHT >= made.surface.dots(EASY_MM) - 1


def test_a_company_reaches_up_to_the_name_only_as_far_as_it_must() -> None:
    paper = sheet("62x100", 203)
    short, long = (
        words(laid_out(badge("Тимур", "Цой", name, "РОП"), paper, SHIPPED["big_name"])) for name in ("ИП", LONG)
    )
    assert short["company"].letters.bottom == long["company"].letters.bottom
    assert long["surname"].letters.bottom < long["company"].letters.top < short["company"].letters.top
    assert short["surname"].letters == long["surname"].letters
