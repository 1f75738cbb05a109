"""The minder's page, its JSON and what it tells phones, on a day whose clock the test holds."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from hub import steady
from hub.access import Role
from hub.database import db
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer.readiness import readiness_news
from tests.conftest import client_as
from tests.page_visitor import Visitor

ZONE = ZoneInfo("Asia/Almaty")
LINES = (
    ("10:00", "10:40", Kind.PRODUCT_TALK, "CRM без потерь", "Тимур Цой", "ИП Серикова", "+7 701 000 00 02"),
    ("10:40", "11:10", Kind.TALK, "Команда, которая продаёт", "Oʻtkir Saidov", "MCHJ «Samarqand Savdo»", ""),
    ("11:10", "11:40", Kind.BREAK, "Кофе-брейк", "", "", ""),
    ("11:40", "12:10", Kind.TALK, "План продаж", "Ольга Ёлкина-Берёзкина", "ОсОО Бишкек Мебель", "тел. позже"),
)
TIMUR, UTKIR, OLGA = 1, 2, 4


class Day:
    """The seminar's day at a time of the test's choosing."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def at(self, clock: str) -> int:
        hour, minute = map(int, clock.split(":"))
        moment = int(datetime(2026, 11, 28, hour, minute, tzinfo=ZONE).timestamp() * 1000)
        self._patch.setattr(steady, "now", lambda: moment)
        return moment


@pytest.fixture
def day(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Day:
    """A programme of three talks, at nine in the morning."""
    with db.connection_context():
        for start, end, kind, title, speaker, company, phone in LINES:
            ProgrammeItem.create(
                start=start, end=end, kind=kind, title=title, speaker=speaker, company=company, phone=phone
            )
    held = Day(monkeypatch)
    held.at("09:00")
    return held


def news(app: Flask) -> dict[str, list[dict[str, object]]]:
    with app.app_context(), db.connection_context():
        return readiness_news.news()


def test_a_day_without_speakers_says_what_comes(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.MINDER)
    visitor.open("/timer/speakers")
    assert "The programme names no speakers yet" in visitor.text
    assert "To the programme" not in visitor.text
    organiser = Visitor(app).sign_in(Role.ORGANISER)
    organiser.open("/timer/speakers")
    assert 'href="/programme"' in organiser.page


def test_long_before_the_talks_nobody_has_to_be_looked_for(app: Flask, day: Day) -> None:
    visitor = Visitor(app).sign_in(Role.MINDER)
    visitor.open("/timer/speakers")
    assert "Nobody has to be looked for now" in visitor.text
    assert visitor.page.count("<li class=") == 3


def test_the_one_to_look_for_is_on_top_with_a_phone_to_tap(app: Flask, day: Day) -> None:
    day.at("09:31")
    visitor = Visitor(app).sign_in(Role.MINDER)
    visitor.open("/timer/speakers")
    assert "Please look for them now · 1" in visitor.text
    assert visitor.page.index("asked-heading") < visitor.page.index("Тимур Цой") < visitor.page.index("coming-heading")
    assert 'href="tel:+77010000002"' in visitor.page


def test_a_missing_phone_is_said_and_leads_the_organiser_to_the_programme(app: Flask, day: Day) -> None:
    day.at("10:11")
    minder, organiser = Visitor(app).sign_in(Role.MINDER), Visitor(app).sign_in(Role.ORGANISER)
    minder.open("/timer/speakers")
    assert "No phone is known: ask the organiser" in minder.text
    organiser.open("/timer/speakers")
    assert "No phone: write it in the programme" in organiser.text


def test_an_answer_by_form_is_kept(app: Flask, day: Day) -> None:
    day.at("09:31")
    visitor = Visitor(app).sign_in(Role.MINDER)
    visitor.open("/timer/speakers")
    wish = str(uuid.uuid4())
    for _ in range(2):
        assert visitor.send(f"/timer/speakers/{TIMUR}", answer="here", wish=wish).status_code == 302
    visitor.open("/timer/speakers")
    assert "is here 09:31, Динара" in visitor.text
    assert "Nobody has to be looked for now" in visitor.text


@pytest.mark.parametrize("fields", [{"answer": "here"}, {"answer": "maybe", "wish": str(uuid.uuid4())}])
def test_a_malformed_form_is_refused(app: Flask, day: Day, fields: dict[str, str]) -> None:
    visitor = Visitor(app).sign_in(Role.MINDER)
    visitor.open("/timer/speakers")
    assert visitor.send(f"/timer/speakers/{TIMUR}", **fields).status_code == 422


def test_the_same_answers_by_json(app: Flask, day: Day) -> None:
    now = day.at("10:12")
    minder = client_as(app, Role.MINDER)
    tap = {"answer": "absent", "id": str(uuid.uuid4())}
    for _ in range(2):
        reply = minder.post(f"/api/timer/speakers/{UTKIR}", json=tap)
    assert reply.status_code == 200
    talks = {talk["item"]: talk for talk in (reply.json or {})["talks"]}
    assert (talks[UTKIR]["answer"], talks[UTKIR]["answered_at"], talks[UTKIR]["why"]) == ("absent", now, "absent")
    assert talks == {talk["item"]: talk for talk in (minder.get("/api/timer/speakers").json or {})["talks"]}
    assert list(talks) == [TIMUR, UTKIR, OLGA]


def test_no_answer_is_possible_where_nobody_speaks(app: Flask, day: Day) -> None:
    minder = client_as(app, Role.MINDER)
    for item in (3, 99):
        reply = minder.post(f"/api/timer/speakers/{item}", json={"answer": "here"})
        assert (reply.status_code, (reply.json or {})["error"]) == (404, "talk_unknown")


def test_phones_hear_who_is_asked_after_and_who_is_raised(app: Flask, day: Day) -> None:
    begins = day.at("10:00")
    day.at("09:29")
    assert (news(app)["asked"], news(app)["raised"]) == ([], [])
    day.at("09:30")
    line = {"item": TIMUR, "title": "CRM без потерь", "speaker": "Тимур Цой", "phone": "+7 701 000 00 02"}
    assert news(app)["asked"] == [{**line, "start": begins}]
    assert news(app)["raised"] == []
    day.at("09:35")
    assert news(app)["raised"] == [{**line, "start": begins, "why": "no_answer"}]
    client_as(app, Role.HOST).post(f"/api/timer/speakers/{TIMUR}", json={"answer": "called"})
    assert news(app)["raised"] == []
    day.at("09:40")
    assert news(app)["raised"][0]["why"] == "called"


def test_the_mark_changes_with_an_answer_and_with_a_minute_of_delay_alone(app: Flask, day: Day) -> None:
    day.at("10:30")
    first = news(app)["mark"]
    client_as(app, Role.HOST).post(f"/api/timer/speakers/{OLGA}", json={"answer": "here"})
    second = news(app)["mark"]
    assert first != second
    day.at("10:31")
    assert news(app)["mark"] != second, "nothing has begun: everything moves on"


@pytest.mark.parametrize("role", [Role.MINDER, Role.HOST])
def test_the_first_page_asks_too(app: Flask, day: Day, role: Role) -> None:
    visitor = Visitor(app).sign_in(role)
    assert "3 talks ahead" in visitor.open("/").text
    assert "Are the speakers here?" in visitor.text
    day.at("09:31")
    visitor.open("/")
    assert "Is Тимур Цой here? The talk begins at 10:00." in visitor.text
    assert visitor.page.index("task now") < visitor.page.index("/timer/speakers")
