"""The sign on the hall's door: its name, the day."""

from functools import cache
from itertools import pairwise

import pytest

from signage.paper.door_sign import Entry, door_sheets
from signage.paper.marks import Sheet
from signage.paper.papers import Paper
from tests.signage.paper.printed import LONG, PAPERS, Page, cap, imprint, lines, pages

DAY = (
    Entry("09:30", "Регистрация слушателей"),
    Entry("10:05", "CRM без потерь", "Айгүл Қасымқызы, ТОО «Алма Трейд»"),
    Entry("10:45", "Sotuv boʻlimi", "Oʻtkir Saidov, MCHJ «Samarqand Savdo»"),
    Entry("11:15", "Кофе-брейк"),
    Entry("11:45", "Склад", "Нұрлан Әбдіқадыров"),
)
on_every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda one: f"{one.format}-{one.orientation}")


@cache
def on_all_papers() -> dict[Paper, tuple[Sheet, Page]]:
    """The sign on every paper, printed together: cutting the typeface is what takes long."""
    made = [sheet for paper in PAPERS for sheet in door_sheets("", "Зал «Достық»", DAY, imprint(paper))]
    return {paper: (sheet, page) for paper, sheet, page in zip(PAPERS, made, pages(made), strict=True)}


@on_every_paper
def test_the_name_and_the_whole_day_are_on_one_sheet(paper: Paper) -> None:
    sheet, page = on_all_papers()[paper]
    assert not page.ink_at_edge()
    words = page.words()
    for entry in DAY:
        assert entry.time in words
        assert entry.title in words
        assert entry.who in words
    assert cap(lines(sheet)[0], sheet) >= 10


@pytest.mark.parametrize("paper", PAPERS[:4:2], ids=["upright", "sideways"])
def test_a_name_of_300_letters_and_a_day_of_40_items_are_whole(paper: Paper) -> None:
    day = [
        Entry(f"{9 + n // 6:02}:{n % 6}0", f"Доклад {n}: {LONG[:120].strip()}", LONG[:80].strip()) for n in range(40)
    ]
    sheets = door_sheets("", LONG, day, imprint(paper))
    printed = pages(sheets)
    assert all(LONG in page.words() for page in printed)
    together = " ".join(page.words() for page in printed)
    assert all(entry.time in together and entry.title in together for entry in day)
    for sheet, page in zip(sheets, printed, strict=True):
        assert not page.ink_at_edge()
        assert all(line.baseline <= sheet.height - 8 for line in lines(sheet))
        assert all(line.left + line.width <= sheet.width - 8 for line in lines(sheet))


def test_lines_of_the_day_do_not_run_into_each_other() -> None:
    (sheet,) = door_sheets("", "Зал", DAY, imprint())
    listed = sorted({round(line.baseline, 3) for line in lines(sheet) if line.baseline < 250})
    assert len(listed) >= 9
    assert all(below - above >= 4 for above, below in pairwise(listed))


def test_without_a_programme_the_name_has_the_whole_sheet() -> None:
    alone = door_sheets("", "Зал 2", (), imprint())
    among = door_sheets("", "Зал 2", DAY, imprint())
    assert len(alone) == 1
    assert lines(alone[0])[0].size >= lines(among[0])[0].size
