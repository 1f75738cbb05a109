"""The programme's pages: list, item, versions, and what the coordinator knows."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import seminar
from hub.access import Role
from hub.database import db
from hub.programme import approval, planning
from hub.programme.lines import Line
from tests.conftest import client_as
from tests.hub.programme.programmes import BREAK, BY, ORGANISER, PRODUCT, TALK, fields, planned
from tests.page_visitor import Visitor


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """The organiser, looking at the programme."""
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/programme")
    return found


@pytest.fixture
def programme(app: Flask) -> list[Line]:
    """A good programme."""
    with app.app_context(), db.connection_context():
        seminar.change(BY, organiser=ORGANISER)
        return planned()


def kept(app: Flask) -> list[Line]:
    with app.app_context(), db.connection_context():
        return planning.current()


def test_an_empty_programme_says_what_to_do_first(visitor: Visitor) -> None:
    assert "There is no programme yet" in visitor.text
    assert 'href="/programme/import"' in visitor.page
    assert 'href="/programme/items/new"' in visitor.page


def test_the_host_looks_and_changes_nothing(app: Flask, programme: list[Line]) -> None:
    host = Visitor(app).sign_in(Role.HOST)
    host.open("/programme")
    assert "CRM без потерь" in host.text
    assert "tel:+77010000001" in host.page
    assert "/programme/items" not in host.page
    assert host.open("/programme/items/1").status_code == 403
    assert host.open("/programme/versions").status_code == 200
    assert host.open("/").status_code == 200
    assert "09:30–13:00, 8 items" in host.text


@pytest.mark.parametrize("role", [Role.DESK, Role.MINDER, Role.PHOTOGRAPHER, Role.DISPLAY, Role.SCREEN])
def test_nobody_else_sees_the_pages(app: Flask, role: Role) -> None:
    assert client_as(app, role).get("/programme").status_code == 403


def test_a_good_programme_is_called_good(visitor: Visitor, programme: list[Line]) -> None:
    visitor.open("/programme")
    assert "The programme is as it should be" in visitor.text
    assert (
        "09:30–13:00 · 3 h 30 min · the hall is needed for 5 h 30 min at least: the programme and 2 h more"
        in visitor.text
    )


def test_an_item_is_written_and_shown(app: Flask, visitor: Visitor) -> None:
    visitor.open("/programme/items/new")
    reply = visitor.send("/programme/items/new", **{**fields(TALK), "start": "1045", "end": "11.15", "card_10": ""})
    assert reply.status_code == 302
    (line,) = kept(app)
    assert line == replace(TALK, id=line.id, card_10_s=None)
    visitor.open("/programme")
    for words in ("10:45", "Тимур Цой", "ИП Серикова", "+7 701 000 00 02", "Сегменты", "go by themselves: 5 min, Stop"):
        assert words in visitor.text


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"start": "скоро"}, "start", "Write a time"),
        ({"end": ""}, "end", "Write a time"),
        ({"end": "10:45"}, "end", "The end must come after the start"),
        ({"end": "09:00"}, "end", "The end must come after the start"),
        ({"title": "  "}, "title", "Write a title, as it should stand"),
        ({"title": "я" * 301}, "title", "300 letters at most: please"),
        ({"kind": "чудо"}, "kind", "Choose one of the kinds"),
        ({"phone": "7" * 61}, "phone", "60 letters"),
        ({"questions_min": "много"}, "questions_min", "A whole number"),
        ({"questions_min": "30"}, "questions_min", "shorter than the item"),
        ({"card_5": "181"}, "card_5", "A whole number"),
        ({"card_stop": "-1"}, "card_stop", "A whole number"),
        ({"food": "пирог"}, "food", "Choose one"),
    ],
)
def test_a_wrong_field_is_marked_and_what_was_typed_stays(
    app: Flask, visitor: Visitor, changed: dict[str, str], field: str, said: str
) -> None:
    visitor.open("/programme/items/new")
    assert "Do not add it" in visitor.text
    reply = visitor.send("/programme/items/new", **{**fields(TALK), **changed})
    assert reply.status_code == 422
    assert said in visitor.text
    assert f'aria-describedby="{field}-wrong' in visitor.page
    assert "Команда, которая продаёт" in visitor.page or field == "title"
    assert "ИП Серикова" in visitor.page
    assert kept(app) == []


def test_an_item_is_changed_and_removed(app: Flask, visitor: Visitor, programme: list[Line]) -> None:
    talk = programme[3]
    visitor.open(f"/programme/items/{talk.id}")
    assert 'value="10:45"' in visitor.page
    assert visitor.send(f"/programme/items/{talk.id}", **fields(replace(talk, end="11:10"))).status_code == 302
    assert kept(app)[3].end == "11:10"
    visitor.send(f"/programme/items/{talk.id}/remove")
    assert len(kept(app)) == 7
    assert visitor.open(f"/programme/items/{talk.id}").status_code == 404
    assert visitor.send(f"/programme/items/{talk.id}", **fields(talk)).status_code == 404


def test_two_who_change_one_item_lose_nothing_unseen(app: Flask, visitor: Visitor, programme: list[Line]) -> None:
    talk = programme[3]
    page = f"/programme/items/{talk.id}"
    seen = {"seen": planning.state(talk)}
    visitor.open(page)
    assert seen["seen"] in visitor.page
    assert visitor.send(page, **fields(replace(talk, end="11:10")), **seen).status_code == 302
    late = fields(replace(talk, title="Отдел продаж"))
    assert visitor.send(page, **late, **seen).status_code == 409
    assert "Отдел продаж" in visitor.page
    assert (kept(app)[3].end, kept(app)[3].title) == ("11:10", talk.title)
    assert visitor.send(page, **late, seen=planning.state(kept(app)[3])).status_code == 302
    assert kept(app)[3].title == "Отдел продаж"


def test_the_same_item_saved_twice_is_no_conflict(visitor: Visitor, programme: list[Line]) -> None:
    talk = programme[3]
    visitor.open(f"/programme/items/{talk.id}")
    changed = fields(replace(talk, end="11:10")) | {"seen": planning.state(talk)}
    replies = [visitor.send(f"/programme/items/{talk.id}", **changed).status_code for _ in range(2)]
    assert replies == [302, 302]


def test_an_overlap_is_saved_and_advised_against_beside_its_item(
    app: Flask, visitor: Visitor, programme: list[Line]
) -> None:
    talk = programme[3]
    visitor.open("/programme")
    assert visitor.send(f"/programme/items/{talk.id}", **fields(replace(talk, end="11:20"))).status_code == 302
    visitor.open("/programme")
    assert visitor.text.count("“Кофе-брейк” begins before “Команда, которая продаёт” has ended") == 2
    visitor.open(f"/programme/items/{talk.id}")
    assert "begins before" in visitor.text


def test_points_at_stake_are_named_once(app: Flask, visitor: Visitor) -> None:
    with app.app_context(), db.connection_context():
        planned(PRODUCT, replace(BREAK, food=False))
    visitor.open("/programme")
    assert "20 points at stake" in visitor.text
    assert "−20 points" in visitor.text


def test_food_belongs_to_breaks_alone(app: Flask, visitor: Visitor) -> None:
    visitor.send("/programme/items/new", **{**fields(TALK), "food": "yes"})
    visitor.send("/programme/items/new", **fields(BREAK))
    assert [line.food for line in kept(app)] == [None, True]


def test_the_duty_is_shown_until_the_coordinator_is_told(app: Flask, visitor: Visitor, programme: list[Line]) -> None:
    visitor.open("/programme")
    assert visitor.send("/programme/approve", version="1").status_code == 302
    visitor.open("/programme")
    assert "The coordinator has approved the programme" in visitor.text
    visitor.send(f"/programme/items/{programme[3].id}", **fields(replace(programme[3], end="11:10")))
    visitor.open("/programme")
    assert "Tell the coordinator: the programme was changed" in visitor.text
    assert "End 11:15 → 11:10" in visitor.text
    visitor.open("/")
    assert 'class="task now" href="/programme"' in visitor.page
    assert "20 points at stake" in visitor.text
    assert visitor.send("/programme/tell", version="1").status_code == 409, "an older page was looked at"
    visitor.send("/programme/tell", version="2")
    visitor.open("/programme")
    assert "The coordinator knows the programme as it is" in visitor.text
    visitor.open("/")
    assert 'class="task now" href="/programme"' not in visitor.page


@pytest.mark.parametrize("version", ["", "x", "9" * 20])
def test_a_forged_version_is_refused(visitor: Visitor, programme: list[Line], version: str) -> None:
    assert visitor.send("/programme/approve", version=version).status_code == 422


def test_versions_tell_who_changed_what(app: Flask, visitor: Visitor, programme: list[Line]) -> None:
    with app.app_context(), db.connection_context():
        approval.approve(BY)
    visitor.send(f"/programme/items/{programme[3].id}", **fields(replace(programme[3], title="Отдел продаж")))
    visitor.send(f"/programme/items/{programme[7].id}/remove")
    visitor.open("/programme/versions")
    told = visitor.text
    assert "removed 12:45–13:00 Ответы на вопросы" in told
    assert "Title Команда, которая продаёт → Отдел продаж" in told
    assert "Approved by the coordinator" in told
    assert told.index("version 3") < told.index("version 2") < told.index("version 1")
    assert "Динара · organiser" in told


def test_the_audit_log_tells_the_kind_in_words(visitor: Visitor, programme: list[Line]) -> None:
    visitor.send(f"/programme/items/{programme[3].id}", **{**fields(programme[3]), "kind": "workshop"})
    visitor.open("/setup/audit")
    assert "Kind: Talk → Master class" in visitor.text


def test_hostile_texts_are_shown_as_texts(visitor: Visitor) -> None:
    visitor.open("/programme/items/new")
    visitor.send("/programme/items/new", **{**fields(TALK), "title": "<script>alert(1)</script>", "speaker": '"><b>x'})
    for path in ("/programme", "/programme/items/1", "/programme/versions", "/setup/audit"):
        visitor.open(path)
        assert "<script>alert" not in visitor.page
        assert '"><b>x' not in visitor.page


def test_the_api_tells_the_programme_and_phones_to_those_who_call(app: Flask, programme: list[Line]) -> None:
    said = client_as(app, Role.HOST).get("/api/programme").json or {}
    item = said["items"][3]
    assert (said["version"], len(said["items"])) == (1, 8)
    assert (item["start"], item["end"]) == ("2026-11-28T05:45:00.000+00:00", "2026-11-28T06:15:00.000+00:00")
    assert (item["kind"], item["theses"], item["phone"]) == ("talk", ["Цели", "Сегменты"], "+7 701 000 00 02")
    assert item["cards"] == {"ten": 600, "five": 300, "stop": 0}
    for role in (Role.DISPLAY, Role.SCREEN, Role.DESK):
        reply = client_as(app, role).get("/api/programme")
        assert {line["phone"] for line in (reply.json or {})["items"]} == {""}
    assert client_as(app, Role.KIOSK).get("/api/programme").status_code == 403


def test_an_empty_programme_has_no_version(organiser: FlaskClient) -> None:
    assert organiser.get("/api/programme").json == {"version": None, "items": []}
