"""A ticket as a picture."""

import io

import pytest
import zxingcpp
from PIL import Image

from kiosk.paper.badges import Badge
from kiosk.ticket_pictures import HEIGHT_PX, WIDTH_PX, Ticket, ticket_image, ticket_png
from tests.kiosk.paper.badge_people import CODE, FIVE, HARD, SEMINAR


def ticket(name: str = "Айгүл Қасымқызы", company: str = "ТОО «Алма Трейд»") -> Ticket:
    """A ticket to the sample seminar."""
    return Ticket(name, company, CODE, "Продажи без потерь", SEMINAR, "Show this code")


@pytest.mark.parametrize("person", [*FIVE, *HARD])
@pytest.mark.parametrize("shrunk_to", [1080, 360])
def test_every_ticket_reads_back_also_when_a_phone_shrinks_it(person: Badge, shrunk_to: int) -> None:
    picture = ticket_image(ticket(f"{person.first_name} {person.surname}", person.company))
    assert picture.size == (WIDTH_PX, HEIGHT_PX)
    small = picture.resize((shrunk_to, shrunk_to * HEIGHT_PX // WIDTH_PX))
    assert [found.text for found in zxingcpp.read_barcodes(small)] == [CODE]


def test_a_ticket_is_a_file_small_enough_for_any_letter() -> None:
    content = ticket_png(ticket())
    assert len(content) < 60_000
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "PNG"


@pytest.mark.parametrize("change", ["name", "company"])
def test_name_and_company_are_on_it(change: str) -> None:
    full = ticket()
    without = ticket(name="") if change == "name" else ticket(company="")
    assert ticket_image(full).tobytes() != ticket_image(without).tobytes()
