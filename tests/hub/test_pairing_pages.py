"""The code on the screen, and where a person lets it in."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue

from hub import access, clock, pairing_pages
from hub.access import MARK, Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.models import Device, Pairing
from tests.conftest import client_as
from tests.page_visitor import Visitor

CODE = re.compile(r'class="code"[^>]*>((?:<span>[A-Z2-9]</span>){4})<')
PATH = "/a-screen"


@pytest.fixture(autouse=True)
def a_screen(app: Flask) -> None:
    """A feature's public page for a display."""

    def page() -> ResponseReturnValue:
        if access.visitor() is None:
            return pairing_pages.pairing_page(Role.DISPLAY, "Speaker timer")
        return "the timer itself"

    app.add_url_rule(PATH, "a_screen", access.public(page))
    app.add_url_rule("/another-screen", "another", access.public(lambda: pairing_pages.pairing_page(Role.SCREEN, "X")))


@pytest.fixture
def screen(app: Flask) -> Visitor:
    """A browser without a keyboard that has opened its page."""
    found = Visitor(app)
    found.open(PATH)
    return found


@pytest.fixture
def host(app: Flask) -> Visitor:
    return Visitor(app).sign_in(Role.HOST)


def code(screen: Visitor) -> str:
    """What stands on the screen."""
    found = CODE.search(screen.page)
    assert found, screen.text
    return re.sub("<[^>]*>", "", found[1])


def state(screen: Visitor) -> object:
    """What the screen's script is told."""
    return (screen.client.get("/pairing/state").json or {})["state"]


def let_in(person: Visitor, screen: Visitor, name: str = "Дисплей у сцены") -> None:
    """A person lets the screen in."""
    path = f"/pairing/{code(screen)}"
    person.open(path)
    assert person.send(path, name=name).status_code == 302


def grow_old() -> None:
    with db.connection_context():
        Pairing.update(expires_at=clock.now() - 1).execute()


def test_a_screen_shows_its_code_and_what_to_do(screen: Visitor) -> None:
    assert "Speaker timer" in screen.text
    assert "let this code in" in screen.text
    assert "data:image/svg+xml;base64," in screen.page
    assert state(screen) == "waiting"


def test_opened_again_it_shows_the_same_code(screen: Visitor) -> None:
    before = code(screen)
    screen.open(PATH)
    assert code(screen) == before


@pytest.mark.parametrize("role", [Role.HOST, Role.MINDER, Role.DESK, Role.ORGANISER])
def test_the_team_lets_a_screen_in_and_it_comes_in_by_itself(app: Flask, screen: Visitor, role: Role) -> None:
    let_in(Visitor(app).sign_in(role), screen)
    assert state(screen) == "in"
    screen.open(PATH)
    assert screen.page == "the timer itself"


def test_a_screen_that_was_off_meanwhile_comes_in_when_it_is_opened(host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    assert screen.open(f"{PATH}?view=corner").headers["Location"] == f"{PATH}?view=corner"
    screen.open(PATH)
    assert screen.page == "the timer itself"


def test_a_lost_reply_does_not_leave_a_screen_outside(host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    before = screen.client.get_cookie("session")
    assert before is not None
    assert state(screen) == "in"
    screen.client.set_cookie("session", before.value)
    assert state(screen) == "in"
    screen.open(PATH)
    assert screen.page == "the timer itself"


def test_after_the_code_has_grown_old_the_screen_asks_anew(host: Visitor, screen: Visitor) -> None:
    old = code(screen)
    grow_old()
    assert state(screen) == "gone"
    reply = host.open(f"/pairing/{old}")
    assert reply.status_code == 410
    assert "This code has grown old" in host.text
    screen.open(PATH)
    assert code(screen) != old
    assert state(screen) == "waiting"


def test_a_screen_that_is_shut_out_shows_a_new_code(app: Flask, host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    state(screen)
    with db.connection_context():
        device = Device.get(Device.role == Role.DISPLAY)
    organiser = Visitor(app).sign_in(Role.ORGANISER)
    organiser.open("/setup/entry")
    assert "Дисплей у сцены" in organiser.text
    organiser.send(f"/pairing/devices/{device.id}/remove")
    assert state(screen) == "gone"
    screen.open(PATH)
    assert code(screen)


def test_a_screen_that_becomes_another_leaves_its_first_place(host: Visitor, screen: Visitor) -> None:
    before = code(screen)
    screen.open("/another-screen")
    assert host.open(f"/pairing/{before}").status_code == 404
    host.open("/pairing")
    assert code(screen) in host.text


def test_a_device_is_kept_out_of_every_page_of_the_staff(app: Flask, host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    assert state(screen) == "in"
    for rule in app.url_map.iter_rules():
        roles = vars(app.view_functions[rule.endpoint]).get(MARK)
        if roles and Role.DISPLAY not in roles:
            path = re.sub(r"<[^>]+>", "1", re.sub(r"<any\((\w+)[^)]*\):\w+>", r"\1", rule.rule))
            for method in (rule.methods or set()) & {"GET", "POST", "PATCH"}:
                assert screen.client.open(path, method=method).status_code == 403, (method, path)


def test_a_person_may_sign_in_on_a_browser_that_is_a_device(host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    state(screen)
    assert screen.open("/").status_code == 403
    screen.sign_in(Role.HOST, "Ольга Ёлкина-Берёзкина")
    screen.open("/")
    assert "Ольга Ёлкина-Берёзкина" in screen.text


def test_whoever_is_signed_in_is_never_asked_for_a_code(host: Visitor) -> None:
    assert state(host) == "in"
    host.open(PATH)
    assert host.page == "the timer itself"


def test_a_planted_cookie_does_not_make_its_planter_a_person(app: Flask, host: Visitor, screen: Visitor) -> None:
    """Whoever gives a screen the cookie of their own may at most become the same display, and for a minute only."""
    planted = screen.client.get_cookie("session")
    assert planted is not None
    let_in(host, screen)
    state(screen)
    with db.connection_context():
        Pairing.update(claimed_at=clock.now() - 61_000).execute()
    thief = Visitor(app)
    thief.client.set_cookie("session", planted.value)
    assert state(thief) == "gone"


def test_the_cookie_of_a_device_holds_no_secret_of_its_pairing(host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    state(screen)
    with screen.client.session_transaction() as kept:
        assert sorted(kept) == ["_permanent", "device", "stays"]


def test_the_list_offers_names_that_are_free(app: Flask, host: Visitor, screen: Visitor) -> None:
    host.open("/pairing")
    let_in(host, screen, "Дисплей 1")
    for _ in range(2):
        Visitor(app).open(PATH)
    host.open("/pairing")
    waiting = host.page.partition('id="in-heading"')[0]
    names = re.findall(r'name="name" value="([^"]+)"', waiting)
    assert len(set(names)) == 2
    assert "Дисплей 1" in host.text


def test_the_organiser_lets_in_from_the_page_of_the_ways_in(app: Flask, screen: Visitor) -> None:
    organiser = Visitor(app).sign_in(Role.ORGANISER)
    organiser.open("/setup/entry")
    assert code(screen) in organiser.text
    reply = organiser.send(f"/pairing/{code(screen)}", name="Дисплей 1", **{"from": "entry"})
    assert reply.headers["Location"] == "/setup/entry"
    organiser.open("/setup/entry")
    assert "Дисплей 1 is in." in organiser.text
    organiser.open("/setup/audit")
    assert "Screen let in Дисплей 1" in organiser.text


def test_a_missing_name_is_told_at_the_name(host: Visitor, screen: Visitor) -> None:
    path = f"/pairing/{code(screen)}"
    host.open(path)
    assert host.send(path, name=" ").status_code == 422
    assert 'aria-describedby="name-wrong name-hint"' in host.page


def test_a_wrong_code_is_told_above_those_that_wait(host: Visitor, screen: Visitor) -> None:
    assert host.open("/pairing/ABC").status_code == 404
    assert "No screen shows this code" in host.text
    assert code(screen) in host.text


def test_a_code_that_is_in_already_is_said_to_be_in(host: Visitor, screen: Visitor) -> None:
    let_in(host, screen)
    host.open(f"/pairing/{code(screen)}", follow=True)
    assert "Дисплей у сцены is in." in host.text


def test_a_stranger_is_asked_to_sign_in_before_letting_anything_in(app: Flask, screen: Visitor) -> None:
    door = Visitor(app).open(f"/pairing/{code(screen)}").headers["Location"]
    assert door.startswith("/sign-in?next=/pairing/")


def test_a_photographer_lets_nothing_in(app: Flask, screen: Visitor) -> None:
    assert Visitor(app).sign_in(Role.PHOTOGRAPHER).open(f"/pairing/{code(screen)}").status_code == 403


def test_too_many_askers_are_told_to_wait_and_ask_again_by_themselves(app: Flask) -> None:
    replies = [Visitor(app).open(PATH) for _ in range(25)]
    assert [reply.status_code for reply in replies] == [200] * 20 + [429] * 5
    assert f'data-try-again="{pairing_pages.TRY_AGAIN_S}"' in replies[-1].text


def test_a_guest_whose_link_was_closed_has_no_place_among_the_screens(app: Flask) -> None:
    guest = Visitor(app)
    with guest.client.session_transaction() as kept:
        kept[pairing_pages.GUEST] = True
    assert guest.open(PATH).status_code == 410
    assert "This link no longer opens" in guest.text


def test_a_tap_on_the_remote_lets_a_screen_in(app: Flask, screen: Visitor) -> None:
    remote = client_as(app, Role.HOST)
    waiting = (remote.get("/api/pairings").json or {})["waiting"]
    assert [(one["code"], one["role"]) for one in waiting] == [(code(screen), "display")]
    asked = {"code": waiting[0]["code"], "name": waiting[0]["name"]}
    device = remote.post("/api/pairings", json=asked).json or {}
    assert (device["name"], device["role"]) == (asked["name"], "display")
    assert remote.post("/api/pairings", json=asked).json == device, "a second tap"
    assert state(screen) == "in"
    assert remote.get("/api/pairings").json == {"waiting": []}


@pytest.mark.parametrize(
    ("asked", "status", "error"),
    [
        ({"code": "ABC", "name": "Дисплей"}, 404, "pairing_unknown"),
        ({"code": "ABC"}, 422, "malformed_request"),
        ({"code": 1, "name": "Дисплей"}, 422, "malformed_request"),
    ],
)
def test_what_the_remote_gets_wrong_is_told(app: Flask, asked: dict[str, object], status: int, error: str) -> None:
    reply = client_as(app, Role.HOST).post("/api/pairings", json=asked)
    assert (reply.status_code, (reply.json or {})["error"]) == (status, error)


def test_phones_hear_at_once_who_waits(app: Flask, desk: FlaskClient, screen: Visitor) -> None:
    hub: Hub = app.extensions[EXTENSION]
    token = desk.environ_base["HTTP_AUTHORIZATION"]
    socket = hub.live.io.test_client(app, headers={"Authorization": token})
    hub.live.tell()
    told = {event["name"]: event["args"][0] for event in socket.get_received()}
    assert told["pairings"] == {"count": 1, "codes": [code(screen)]}
