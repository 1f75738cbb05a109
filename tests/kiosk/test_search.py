"""Finding people by whatever is known of them, on both databases."""

import pytest
from flask.testing import FlaskClient

from kiosk import search
from kiosk.models import Attendee, SearchToken
from tests.postgresql import both_databases

pytestmark = [both_databases, pytest.mark.usefixtures("cast")]

FOUND = [
    ("Қасымқызы", "aigul"), ("Kassymkyzy", "aigul"), ("касымкызы", "aigul"), ("KASYMKYZY", "aigul"), ("қас", "aigul"),
    ("айгуль кас", "aigul"), ("кас айгүл", "aigul"), ("aigul", "aigul"), ("алма трейд", "aigul"), ("трейд", "aigul"),
    ("0001", "aigul"), ("+7 701 000 00 01", "aigul"), ("8 701 000-00-01", "aigul"), ("7010000001", "aigul"),
    ("цой", "timur"), ("Tsoy", "timur"), ("ТИМУР ЦОЙ", "timur"), ("tsoi timur", "timur"), ("серикова", "timur"),
    ("Oʻtkir", "utkir"), ("O'tkir", "utkir"), ("otkir", "utkir"), ("уткир", "utkir"), ("саидов", "utkir"),
    ("Saidov O‘tkir", "utkir"), ("samarqand", "utkir"), ("самарканд", "utkir"), ("0003", "utkir"),
    ("Ёлкина", "olga"), ("елкина", "olga"), ("берёзкина ольга", "olga"), ("березкина", "olga"), ("olga", "olga"),
    ("Yolkina", "olga"), ("ёлкина-берёзкина", "olga"), ("бишкек", "olga"), ("0004", "olga"), ("000 004", "olga"),
    ("Нұрлан", "nurlan"), ("нурлан", "nurlan"), ("Nurlan Abdi", "nurlan"), ("абдикадыров", "nurlan"),
    ("жулдыз", "nurlan"), ("ЖҰЛДЫЗ-2000", "nurlan"), ("жулдыз 2000", "nurlan"), ("0005", "nurlan"),
]  # fmt: skip


def find(desk: FlaskClient, query: str, **more: object) -> tuple[list[int], int]:
    """Numbers of those found, and how many there are in all."""
    reply = desk.get("/api/attendees", query_string={"q": query, **more})
    assert reply.status_code == 200, reply.json
    answer = reply.json or {}
    return [person["id"] for person in answer["attendees"]], answer["total"]


def test_a_spelling_finds_its_person_alone(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    for query, who in FOUND:
        assert find(desk, query) == ([cast[who].id], 1), query


def test_what_is_not_there_is_not_found(desk: FlaskClient) -> None:
    for query in ("Петров", "цой айгүл", "9999", "!!!", "🎫", "%", "_", "' OR 1=1 --", "щ" * 200):
        assert find(desk, query) == ([], 0), query


def test_an_empty_search_shows_everybody_by_surname(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    numbers, total = find(desk, "")
    assert total == 5
    order = sorted(cast.values(), key=lambda person: person.sort_key)
    assert numbers == [person.id for person in order]


def test_the_total_counts_those_beyond_the_limit(desk: FlaskClient) -> None:
    numbers, total = find(desk, "", limit=2)
    assert (len(numbers), total) == (2, 5)


def test_one_letter_is_enough_as_you_type(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    numbers, _ = find(desk, "ц")
    assert cast["timur"].id in numbers


def test_nobody_is_lost_while_the_name_is_being_typed(desk: FlaskClient) -> None:
    for whole in ("касымкызы айгул", "саидов уткир", "елкина березкина ольга"):
        wanted = set(find(desk, whole)[0])
        for end in range(1, len(whole)):
            assert wanted <= set(find(desk, whole[:end])[0]), whole[:end]


@pytest.mark.usefixtures("database")
def test_who_is_renamed_leaves_no_old_words_behind(cast: dict[str, Attendee]) -> None:
    person = cast["timur"]
    person.surname = "Кимов"
    search.index(person)
    kept = {row.token for row in SearchToken.select().where(SearchToken.attendee == person.id)}
    assert kept == search.tokens(person)


def test_a_word_said_often_is_looked_for_once(desk: FlaskClient) -> None:
    assert len(find(desk, "цой " * 50)[0]) == 1
