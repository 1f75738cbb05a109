"""A programme of the five people, as the tests of the programme write it."""

from collections.abc import Sequence
from pathlib import Path

from hub.access import Actor, Role
from hub.programme import headings, planning
from hub.programme.headings import recognise
from hub.programme.kinds import Kind
from hub.programme.lines import Line
from hub.programme.rows import RowRead, read_rows
from hub.sheets.sheets import sheet_of

SAMPLES = Path(__file__).parents[2] / "samples"
ORGANISER = "ТОО «Алма Трейд»"
AIGUL = ("Айгүл Қасымқызы", ORGANISER, "+7 701 000 00 01")
TIMUR = ("Тимур Цой", "ИП Серикова", "+7 701 000 00 02")
UTKIR = ("Oʻtkir Saidov", "MCHJ «Samarqand Savdo»", "+998 90 000 00 03")
OLGA = ("Ольга Ёлкина-Берёзкина", "ОсОО Бишкек Мебель", "+996 555 000 004")
NURLAN = ("Нұрлан Әбдіқадыров", "ТОО «ЖҰЛДЫЗ-2000»", "+7 777 000 00 05")
THESES = "Цели\nСегменты"
BY = Actor(None, Role.ORGANISER, "Айгүл Қасымқызы", "", "127.0.0.1")

REGISTRATION = Line("09:30", "10:00", Kind.REGISTRATION, "Регистрация слушателей")
OPENING = Line("10:00", "10:05", Kind.OPENING, "Приветственное слово", *AIGUL)
PRODUCT = Line("10:05", "10:45", Kind.PRODUCT_TALK, "CRM без потерь", *AIGUL, THESES)
TALK = Line("10:45", "11:15", Kind.TALK, "Команда, которая продаёт", *TIMUR, THESES)
BREAK = Line("11:15", "11:45", Kind.BREAK, "Кофе-брейк", food=True)
SECOND = Line("11:45", "12:15", Kind.TALK, "План продаж", *UTKIR, THESES)
WORKSHOP = Line("12:15", "12:45", Kind.WORKSHOP, "Настройка за восемь шагов", *OLGA, THESES)
QUESTIONS = Line("12:45", "13:00", Kind.QUESTIONS, "Ответы на вопросы")
EVERYTHING = (REGISTRATION, OPENING, PRODUCT, TALK, BREAK, SECOND, WORKSHOP, QUESTIONS)

HEAD = ("Начало", "Конец", "Тип", "Название", "Докладчик", "Компания", "Тезисы")


def planned(*lines: Line) -> list[Line]:
    """These lines, or the usual ones, as the programme of the open seminar."""
    planning.replace(lines or EVERYTHING, BY)
    return planning.current()


def read(*rows: Sequence[str], head: Sequence[str] = HEAD) -> list[RowRead]:
    """Rows that were never a file."""
    sheet = sheet_of("", enumerate([list(head), *map(list, rows)], start=1))
    assert headings.likeness(sheet)[0] > 1
    return read_rows(sheet, recognise(sheet))


def fields(line: Line) -> dict[str, str]:
    """What a person types into the form of an item."""
    typed = {
        name: str(getattr(line, name)) for name in ("start", "end", "kind", "title", "speaker", "company", "phone")
    }
    cards = {"card_10": "10", "card_5": "5", "card_stop": "0"}
    food = {None: "", True: "yes", False: "no"}[line.food]
    return {**typed, "theses": line.theses, "food": food, "questions_min": "0", "least_min": "15", **cards}
