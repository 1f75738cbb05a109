"""The map for whoever puts the signs up."""

from functools import cache
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from signage.arrows import Arrow
from signage.paper.illustrations import look
from signage.paper.marks import Panel, Picture, Shape, Sheet
from signage.paper.papers import Paper
from signage.paper.route_map import TICK, Stop, map_sheets
from signage.paper.typefaces import CAP_HEIGHT
from tests.signage.paper.printed import LONG, PAPERS, Page, cap, imprint, lines, pages

on_every_paper = pytest.mark.parametrize("paper", PAPERS[::2], ids=lambda one: f"{one.format}-{one.orientation}")


def stops(count: int, photo: Path | None = None) -> list[Stop]:
    return [
        Stop(
            n,
            list(Arrow)[n % len(Arrow)],
            f"Место {n}",
            f"этаж {n % 3} · Бумажный знак",
            "",
            look(photo) if photo else None,
        )
        for n in range(1, count + 1)
    ]


COUNTS = (1, 6, 20)


@cache
def on_all_papers() -> dict[tuple[Paper, int], tuple[Sheet, Page]]:
    """Routes of different lengths on every paper, printed together: cutting the typeface is what takes long."""
    chosen = list(product(PAPERS[::2], COUNTS))
    made = [
        sheet for paper, count in chosen for sheet in map_sheets("", "Где стоят знаки", stops(count), imprint(paper))
    ]
    return {one: (sheet, page) for one, sheet, page in zip(chosen, made, pages(made), strict=True)}


@on_every_paper
@pytest.mark.parametrize("count", COUNTS)
def test_the_whole_route_is_on_one_sheet(paper: Paper, count: int) -> None:
    sheet, page = on_all_papers()[paper, count]
    assert not page.ink_at_edge()
    for n in range(1, count + 1):
        assert f"Место {n}" in page.words()
        assert f"этаж {n % 3}" in page.words()
    ticks = [mark for mark in sheet.marks if isinstance(mark, Panel) and mark.room.width == mark.room.height == TICK]
    assert len(ticks) == count
    assert sum(isinstance(mark, Shape) for mark in sheet.marks) == count


def test_a_route_longer_than_any_house_goes_on_overleaf() -> None:
    printed = pages(map_sheets("", "Где стоят знаки", stops(90), imprint()))
    together = " ".join(page.words() for page in printed)
    assert len(printed) > 1
    assert all(f"Место {n} этаж" in together for n in range(1, 91))


def test_before_the_route_is_drawn_there_is_an_empty_sheet() -> None:
    (page,) = pages(map_sheets("", "Где стоят знаки", [], imprint()))
    assert "Где стоят знаки" in page.words()


@on_every_paper
def test_names_of_300_letters_are_whole(paper: Paper) -> None:
    long = [Stop(n, Arrow.UP, LONG, LONG, LONG) for n in range(1, 9)]
    (sheet,) = map_sheets("", LONG, long, imprint(paper, title=LONG))
    (page,) = pages([sheet])
    assert page.words().count(LONG) == 3 * 8 + 2
    assert all(line.left + line.width <= sheet.width - 8 for line in lines(sheet))
    assert not page.ink_at_edge()


def test_photos_keep_their_proportions(tmp_path: Path) -> None:
    file = tmp_path / "tall.jpg"
    Image.new("RGB", (300, 1200), "#804020").save(file)
    (sheet,) = map_sheets("", "Где стоят знаки", stops(3, file), imprint())
    photos = [mark for mark in sheet.marks if isinstance(mark, Picture)]
    assert [mark.room.width / mark.room.height for mark in photos] == pytest.approx([0.25] * 3)


def test_box_number_arrow_and_name_stand_on_one_line_and_no_empty_frame_for_a_photo() -> None:
    (sheet,) = map_sheets("", "Где стоят знаки", stops(3), imprint())
    ticks = [mark.room for mark in sheet.marks if isinstance(mark, Panel) and mark.room.width == TICK]
    for n, tick in enumerate(ticks, start=1):
        middle = tick.top + TICK / 2
        for text in (str(n), f"Место {n}"):
            (line,) = [line for line in lines(sheet) if line.text == text]
            assert line.baseline - line.size * CAP_HEIGHT / 2 == pytest.approx(middle, abs=0.3)
    shapes = [mark.polygons for mark in sheet.marks if isinstance(mark, Shape)]
    for tick, polygons in zip(ticks, shapes, strict=True):
        heights = [y for polygon in polygons for _x, y in polygon]
        assert min(heights) < tick.top + TICK / 2 < max(heights)
    frames = [mark for mark in sheet.marks if isinstance(mark, Panel) and mark.stroke and mark.room.width != TICK]
    assert frames == []
    numbers = [line for line in lines(sheet) if line.text in {"1", "2", "3"}]
    assert [line.text for line in numbers] == ["1", "2", "3"]
    assert all(cap(line, sheet) > 6 for line in numbers)


def test_what_hangs_at_no_point_of_the_route_has_a_box_and_no_number() -> None:
    hangs = Stop(1, Arrow.LEFT, "Дверь", "", signs="Повесить: Выход")
    (page,) = pages(map_sheets("", "Где", [hangs, Stop(0, Arrow.HERE, "Кофе", "")], imprint()))
    assert "Повесить: Выход" in page.words()
    assert page.words().endswith("Кофе")


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0broken"])
def test_a_damaged_photo_is_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(content)
    assert look(file) is None
    assert look(tmp_path / "lost.jpg") is None
