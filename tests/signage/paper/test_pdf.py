"""The file itself: letters that can be read out, typefaces inside, pictures not larger than paper needs."""

from pathlib import Path

import pytest
from PIL import Image

from signage.arrows import Arrow
from signage.paper.illustrations import look
from signage.paper.marks import Line, Picture, Room, Sheet
from signage.paper.way_sign import WaySign, way_sheet
from tests.conftest import CAST
from tests.signage.paper.printed import imprint, pages

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
KYRGYZ = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнҢңОоӨөПпРрСсТтУуҮүФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя"
UZBEK = "AaBbDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvXxYyZzOʻoʻGʻgʻʼ"
UZBEK_CYRILLIC = "ЎўҚқҒғҲҳ"


def written(text: str, weight: int = 700, stretch: float = 75) -> Sheet:
    return Sheet("", 210, 297, [Line(20, 40 + 20 * n, part, 8, 1, weight, stretch) for n, part in enumerate(cut(text))])


def cut(text: str) -> list[str]:
    return [text[at : at + 30] for at in range(0, len(text), 30)]


@pytest.mark.parametrize("alphabet", [KAZAKH, KYRGYZ, UZBEK, UZBEK_CYRILLIC, "«»—–…№·’“”„0123456789"])
def test_every_letter_can_be_read_out_of_the_file(alphabet: str) -> None:
    (page,) = pages([written(alphabet)])
    assert "".join(page.text.split()) == alphabet


def test_every_letter_has_a_shape_of_its_own() -> None:
    """Kazakh and Kyrgyz letters are not boxes, and not their Russian neighbours."""
    sheets = [written(letter) for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІіЎўҲҳʻО□"]
    drawn = [page.picture.tobytes() for page in pages(sheets)]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("stretch", [100, 87.5, 75])
def test_typefaces_are_embedded(stretch: float) -> None:
    (page,) = pages([written("Регистрация", 700, stretch)])
    assert page.typefaces
    assert all(page.typefaces.values())


def test_the_same_five_people_are_printed() -> None:
    cast = list(CAST.values())
    signs = [WaySign("", Arrow.UP, [f"{first_name} {surname}"], company) for surname, first_name, company, *_ in cast]
    printed = pages([way_sheet(sign, imprint()) for sign in signs])
    for page, (surname, first_name, company, *_rest) in zip(printed, cast, strict=True):
        assert f"{first_name} {surname}" in page.words()
        assert company in page.words()


@pytest.mark.parametrize(
    "text", ["קבלה", "تسجيل", "登録 中文", "Зал \u202eобратно", "👋🏽 Зал", "е\u0301\u0308", "<b>&amp;"]
)
def test_letters_of_other_scripts_neither_break_the_file_nor_leave_the_paper(text: str) -> None:
    (page,) = pages([way_sheet(WaySign("", Arrow.UP, ["Регистрация"], text), imprint(title=text))])
    assert "Регистрация" in page.words()
    assert not page.ink_at_edge()


def test_what_is_turned_stands_on_its_head() -> None:
    word = Line(20, 30, "Регистрация", 12, 60)
    upright, turned = pages([Sheet("", 210, 297, [word]), Sheet("", 210, 297, [], turned=[word])])
    assert ink_middle(turned.picture)[0] == pytest.approx(upright.picture.width - ink_middle(upright.picture)[0], abs=2)
    assert ink_middle(turned.picture)[1] == pytest.approx(
        upright.picture.height - ink_middle(upright.picture)[1], abs=2
    )
    assert "Регистрация" in turned.words()


def ink_middle(picture: Image.Image) -> tuple[float, float]:
    box = picture.convert("L").point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box is not None
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def test_a_large_photo_is_printed_no_finer_than_paper_shows(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(file, quality=95)
    found = look(file)
    assert found is not None
    (page,) = pages([Sheet("", 210, 297, [found.inside(Room(20, 20, 40, 30))])])
    assert page.images == [(320, 240)]  # 200 dots an inch


def test_what_shines_through_a_logo_is_the_paper(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    logo = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    logo.paste((0, 80, 160, 255), (0, 0, 100, 100))
    logo.save(file)
    (page,) = pages([Sheet("", 210, 297, [Picture(Room(20, 20, 40, 20), str(file))])])
    assert page.picture.getpixel((30 * 4, 30 * 4)) == (0, 80, 160)
    assert page.picture.getpixel((55 * 4, 30 * 4)) == (255, 255, 255)
