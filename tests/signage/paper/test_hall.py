"""What a hall is called, of an address."""

import pytest

from signage.paper.hall import hall_of


@pytest.mark.parametrize(
    ("place", "hall"),
    [
        ("Гостиница «Алматы», зал 2", "Зал 2"),
        ("Алматы, гостиница «Достық», конференц-зал", "Конференц-зал"),
        ("Бишкек, пр. Чуй, 2-зал", "2-зал"),
        ("Астана, мәжіліс залы, 3-қабат", "Мәжіліс залы"),
        ("Toshkent, majlislar zali", "Majlislar zali"),
        ("Hotel Dostyk, Hall 2, Almaty", "Hall 2"),
        ("Университет; ауд. 301", "Ауд. 301"),
        ("Алматы, ул. Залесская, 5", "Алматы, ул. Залесская, 5"),
        (" Алматы ", "Алматы"),
        ("", ""),
    ],
)
def test_the_part_that_names_a_hall_is_its_name(place: str, hall: str) -> None:
    assert hall_of(place) == hall
