"""Invented attendees for measurements: as many as asked, the same every time, named as people here are."""

import random

from peewee import chunked

from hub import clock, seminar
from hub.database import write
from kiosk import search, tickets
from kiosk.attendees import put_texts
from kiosk.models import Attendee, SearchToken
from tests.live_hub import LiveHub

BEGINNINGS = (
    "Әбді", "Ахмет", "Бек", "Досым", "Ерлан", "Жұма", "Иван", "Кәрім", "Қасым", "Қуан", "Мұрат", "Нұр", "Өтеген",
    "Петр", "Рахым", "Сейт", "Серік", "Соловь", "Тілеу", "Турсун", "Үсен", "Шаймерден", "Ысқақ", "Юлдаш", "Бактыбек",
)  # fmt: skip
MIDDLES = ("", "бек", "жан", "қали", "мұхаммед", "хан", "бай", "дулла", "ғали", "әлі", "тай", "дар")
ENDINGS = ("ов", "ова", "ев", "ева", "ұлы", "қызы", "баев", "баева", "беков", "бекова", "енко", "ский")
FIRST_NAMES = (
    "Айгүл", "Тимур", "Oʻtkir", "Ольга", "Нұрлан", "Әсел", "Данияр", "Gulnora", "Сергей", "Жанна", "Бақытжан", "Назгүл",
    "Алмаз", "Марина", "Шахноза", "Ербол", "Diyor", "Камила", "Андрей", "Төлеген", "Мадина", "Рустам", "Светлана",
)  # fmt: skip
FIRMS = (
    "Алма Трейд",
    "Бишкек Мебель",
    "Samarqand Savdo",
    "ЖҰЛДЫЗ",
    "Степной Дом",
    "Көктем",
    "Tashkent Textile",
    "Восход",
)
FORMS = ("ТОО", "ИП", "MCHJ", "ОсОО", "АО")
SEED = 20261128
AT_ONCE = 500


def fill(hub: LiveHub, count: int) -> list[str]:
    """Put `count` attendees into the hub's seminar; returns their ticket codes."""
    chance = random.Random(SEED)
    with hub.tables():
        people = [_person(chance, number, seminar.current().tag) for number in range(count)]
        write(lambda: _insert(people))
    return [str(person.code) for person in people]


def _person(chance: random.Random, number: int, tag: str) -> Attendee:
    person = Attendee(
        id=number + 1,
        code=tickets.new_code(tag),
        source="list",
        created_at=clock.now(),
        position="Менеджер",
    )
    texts = {
        "surname": chance.choice(BEGINNINGS) + chance.choice(MIDDLES) + chance.choice(ENDINGS),
        "first_name": chance.choice(FIRST_NAMES),
        "company": f"{chance.choice(FORMS)} «{chance.choice(FIRMS)}-{chance.randrange(200)}»",
        "email": f"guest{number}@example.com",
        "phone": f"+7 701 {chance.randrange(10**7):07d}",
    }
    put_texts(person, texts)
    return person


def _insert(people: list[Attendee]) -> None:
    for some in chunked(people, AT_ONCE):
        Attendee.insert_many([row.__data__ for row in some]).execute()
    tokens = ((token, person.id) for person in people for token in sorted(search.tokens(person)))
    for lines in chunked(tokens, 10 * AT_ONCE):
        SearchToken.insert_many(lines, fields=[SearchToken.token, SearchToken.attendee]).execute()
