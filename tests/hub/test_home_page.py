"""The first page: what each role can do today."""

import re

from flask import Flask

from hub.access import Role
from kiosk.models import Attendee
from tests.page_visitor import Visitor

FIRST_TASK = re.compile(r'class="task now" href="([^"]+)"')


def first_task(visitor: Visitor) -> str | None:
    visitor.open("/")
    found = FIRST_TASK.search(visitor.page)
    return found[1] if found else None


def test_an_organiser_without_a_list_is_told_to_import_one(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    assert first_task(visitor) == "/import"
    assert "Begin with this" in visitor.text


def test_an_organiser_with_a_list_is_led_to_the_desk(app: Flask, cast: dict[str, Attendee]) -> None:
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    assert first_task(visitor) == "/desk"
    assert "5 attendees in the list" in visitor.text


def test_the_desk_manager_sees_the_desk_first_and_no_setup(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.DESK)
    assert first_task(visitor) == "/desk"
    assert "/setup" not in visitor.page
    assert "/import" not in visitor.page


def test_everybody_of_the_team_may_announce_and_sees_the_day_in_figures(app: Flask, cast: dict[str, Attendee]) -> None:
    visitor = Visitor(app).sign_in(Role.PHOTOGRAPHER)
    assert first_task(visitor) == "/announcements"
    assert "registered 5" in visitor.text
