"""Alarms reach those who are to hear of them on every page, and nobody else."""

import pytest
from flask import Flask

from hub import alarms
from hub.access import Role
from hub.alarms import Alarm
from tests.page_visitor import Visitor


@pytest.fixture
def wrong(app: Flask) -> list[Alarm]:
    """What a feature says is wrong: the desk is to hear of it."""
    said: list[Alarm] = []
    alarms.add(app, lambda: said, Role.DESK)
    return said


def test_only_those_who_are_to_hear_are_told(app: Flask, wrong: list[Alarm]) -> None:
    wrong.append(Alarm("paper", "В принтере кончилась бумага", "hub.home"))
    for role, hears in ((Role.DESK, True), (Role.ORGANISER, True), (Role.PHOTOGRAPHER, False)):
        visitor = Visitor(app).sign_in(role)
        visitor.open("/")
        assert ('id="alarms"' in visitor.page) is hears
        visitor.open("/alarms/now")
        assert ("В принтере кончилась бумага" in visitor.text) is hears


def test_what_is_over_comes_last_and_needs_nobody(app: Flask, wrong: list[Alarm]) -> None:
    wrong += [Alarm("a", "Бумага есть", "hub.home", over=True), Alarm("b", "Нет связи", "hub.home")]
    visitor = Visitor(app).sign_in(Role.DESK)
    visitor.open("/alarms/now")
    assert visitor.text.index("Нет связи") < visitor.text.index("Бумага есть")
    assert visitor.page.count("<a ") == 1


def test_pages_hear_when_an_alarm_begins_and_when_it_ends(app: Flask, wrong: list[Alarm]) -> None:
    with app.app_context():
        marks = [alarms.news()["mark"]]
        wrong.append(Alarm("paper", "В принтере кончилась бумага", "hub.home"))
        marks.append(alarms.news()["mark"])
        wrong[0] = Alarm("paper", "Бумага есть", "hub.home", over=True)
        marks.append(alarms.news()["mark"])
    assert len(set(marks)) == 3
