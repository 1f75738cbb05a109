"""Signage's part of the sample seminar: a drawn way, whose signs stand."""

from typing import Any

from hub import clock
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.route import Means

MINUTE_MS = 60_000
SINCE = 55 * MINUTE_MS
HAND = "Динара"
STREET, YARD = "Главный вход", "Вход со двора"
DESK = "Стойка регистрации"
WAY: tuple[dict[str, Any], ...] = (
    {"entrance": STREET, "place": "Главный вход с улицы", "floor": "1", "arrow": Arrow.DOOR, "means": Means.PAPER,
     "metres": 8},
    {"entrance": STREET, "place": "Холл у гардероба", "floor": "1", "arrow": Arrow.RIGHT, "means": Means.SCREEN,
     "metres": 20},
    {"entrance": YARD, "place": "Ворота во двор", "floor": "1", "arrow": Arrow.UP, "means": Means.PERSON,
     "metres": 25},
    {"place": "Лестница у лифта", "floor": "1", "arrow": Arrow.STAIRS_UP, "means": Means.PAPER, "fork": True,
     "metres": 12, "text": "Лифт только для багажа"},
    {"place": "Коридор второго этажа", "floor": "2", "arrow": Arrow.LEFT, "means": Means.SCREEN, "metres": 15,
     "coffee_arrow": Arrow.RIGHT, "exit_text": "По лестнице, не на лифте"},
)  # fmt: skip
TO_HALL: dict[str, Any] = {
    "place": "Двери зала", "floor": "2", "arrow": Arrow.DOOR, "means": Means.PAPER, "coffee_arrow": Arrow.DOWN,
    "exit_arrow": Arrow.DOWN,
}  # fmt: skip


def stage_demo() -> None:
    """A way by two doors."""
    route.begin(DESK, None)
    for door in (STREET, YARD):
        route.add_entrance(door, None)
    for facts in WAY:
        route.add(None, **facts)
    desk = RoutePoint.get(RoutePoint.is_desk)
    route.add(None, after=desk.id, **TO_HALL)
    RoutePoint.update(placed_at=clock.now() - SINCE, placed_by=HAND).execute()
    RoutePoint.update(floor="2", exit_arrow=Arrow.DOWN, hall_arrow=Arrow.RIGHT).where(RoutePoint.is_desk).execute()
