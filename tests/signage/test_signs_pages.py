"""The page of those who mind the screens, and what it makes of what the screens say."""

import re
from collections.abc import Callable, Mapping

import pytest
from flask import Flask

from hub import devices, pairing, steady
from hub.access import Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.models import Device
from signage import minding, route, screens, screens_seen, signs_pages, trouble
from signage.models import RoutePoint, Screen
from signage.screens_seen import Heard
from signage.trouble import Hours
from tests.page_visitor import Visitor
from tests.signage.way import TIMUR

Says = Callable[[Mapping[str, Heard]], None]
MINUTE = 60_000
RIGHT = Heard(here=True, heard_at=1, size="1080x1920", hash="ab", expected="ab", thumb="/api/screens/1/thumb?of=1")


@pytest.fixture
def point(app: Flask) -> RoutePoint:
    """A point of the way beside the desk's own."""
    with db.connection_context():
        return route.add(TIMUR, place="У лестницы", arrow="up", means="screen")


@pytest.fixture
def screen(app: Flask, point: RoutePoint) -> str:
    """A paired screen that stands there."""
    with db.connection_context():
        device = str(devices.admit(Role.SCREEN, "Экран 1", "").id)
        screens.change(device, TIMUR, point=point.id)
    return device


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Says:
    """Let the screens say this of themselves."""

    def say(heard: Mapping[str, Heard]) -> None:
        monkeypatch.setattr(screens_seen, "heard", lambda app: dict(heard))

    say({})
    return say


@pytest.fixture
def needed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seminar is on. Only a hub that has woken knows what time it is."""
    now = steady.now()
    monkeypatch.setattr(trouble, "hours", lambda rundown, moment: Hours(now - 60 * MINUTE, now + 60 * MINUTE))


def long_gone() -> Heard:
    return Heard(here=False, heard_at=steady.now() - 10 * MINUTE, size="1920x1080", hash="ab", expected="ab")


@pytest.fixture
def minder(app: Flask) -> Visitor:
    return Visitor(app).sign_in(Role.MINDER)


def test_every_point_stands_in_its_order_with_its_screen(minder: Visitor, screen: str, says: Says) -> None:
    says({screen: RIGHT})
    minder.open("/signs")
    with db.connection_context():
        desk = route.points()[-1].place
    assert minder.text.index("У лестницы") < minder.text.index("Экран 1") < minder.text.index(desk)
    assert "Shows what it should" in minder.text
    assert "1080 × 1920 · last seen " in minder.text
    assert RIGHT.thumb in minder.page


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        (Heard(here=True, heard_at=1, hash="ab", expected="cd"), "Shows something else than it should"),
        (Heard(here=False, heard_at=1, hash="ab", expected="ab"), "No connection since"),
        (Heard(here=False, heard_at=None), "Its page is not open"),
    ],
)
def test_a_screen_that_shows_no_right_thing_is_told_apart(
    minder: Visitor, screen: str, says: Says, heard: Heard, told: str
) -> None:
    says({screen: heard})
    minder.open("/signs")
    assert told in minder.text


def test_a_screen_without_a_place_is_listed_below(minder: Visitor, says: Says) -> None:
    with db.connection_context():
        devices.admit(Role.SCREEN, "Запасной", "")
    minder.open("/signs")
    assert minder.text.index("Without a place") < minder.text.index("Запасной")


@pytest.mark.usefixtures("needed")
def test_a_screen_that_is_away_for_long_is_trouble_on_the_page_the_first_page_and_the_channel(
    app: Flask, minder: Visitor, screen: str, says: Says
) -> None:
    says({screen: long_gone()})
    minder.open("/signs")
    assert "У лестницы (Экран 1): no connection since" in minder.text
    minder.open("/")
    assert 'class="task now" href="/signs"' in minder.page
    hub: Hub = app.extensions[EXTENSION]
    with app.app_context(), db.connection_context():
        (away,) = hub.live._topics[minding.TOPIC]()["away"]
    assert (away["device"], away["place"]) == (screen, "У лестницы")


@pytest.mark.usefixtures("needed")
def test_the_trouble_is_gone_when_the_screen_is_back(app: Flask, screen: str, says: Says) -> None:
    for heard, count in ((long_gone(), 1), (RIGHT, 0)):
        says({screen: heard})
        with app.test_request_context(), db.connection_context():
            assert str(signs_pages.trouble()["away"]).count("'device':") == count


@pytest.mark.usefixtures("needed")
def test_the_minder_hears_of_a_lost_screen_on_any_page_and_hears_when_it_is_back(
    minder: Visitor, screen: str, says: Says
) -> None:
    for path, told in (("/", True), ("/signs", False)):  # whose list says the same
        minder.open(path)
        assert ('id="alarms"' in minder.page) is told
    for heard, words in ((long_gone(), "no connection since"), (RIGHT, "connected again since")):
        says({screen: heard})
        minder.open("/alarms/now")
        assert f"У лестницы (Экран 1): {words}" in minder.text
        assert minder.page.count("data-alarm=") == 1


@pytest.mark.usefixtures("needed")
def test_a_screen_that_was_let_in_a_moment_ago_is_not_missed(
    app: Flask, screen: str, says: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens_seen, "awake_at", lambda app: steady.now() - 10 * MINUTE)
    with app.test_request_context(), db.connection_context():
        assert signs_pages.trouble() == {"away": []}
        Device.update(created_at=steady.now() - 2 * MINUTE).where(Device.id == screen).execute()
        assert str(signs_pages.trouble()["away"]).count("'device':") == 1


@pytest.mark.usefixtures("needed")
def test_a_spare_screen_troubles_nobody(app: Flask, screen: str, says: Says) -> None:
    says({screen: long_gone()})
    with app.test_request_context(), db.connection_context():
        screens.change(screen, TIMUR, point=None)
        assert signs_pages.trouble() == {"away": []}


def waiting_code() -> str:
    with db.connection_context():
        return pairing.ask(Role.SCREEN, "192.168.1.30", pairing.Gate()).code


def test_a_new_screen_comes_in_at_its_place_by_one_form(minder: Visitor, point: RoutePoint, says: Says) -> None:
    code = waiting_code()
    minder.open("/signs")
    assert f"New screen, code {code}" in minder.text
    assert minder.send("/signs/let-in", code=code, name="Экран у лестницы", point=str(point.id)).status_code == 302
    with db.connection_context():
        row = Screen.get()
        assert (row.device.name, row.__data__["point"]) == ("Экран у лестницы", point.id)


def test_without_a_name_of_its_own_a_new_screen_takes_the_one_offered(minder: Visitor, says: Says) -> None:
    code = waiting_code()
    minder.open("/signs")
    minder.send("/signs/let-in", code=code, name="", point="")
    with db.connection_context():
        name = Screen.get().device.name
    assert name
    minder.open("/signs")
    assert f"{name} is in." in minder.text


def test_a_display_that_waits_is_no_path_screen(minder: Visitor, says: Says) -> None:
    with db.connection_context():
        code = pairing.ask(Role.DISPLAY, "192.168.1.30", pairing.Gate()).code
    minder.open("/signs")
    assert code not in minder.text


def test_a_code_that_has_grown_old_is_told_on_the_list(minder: Visitor, says: Says) -> None:
    minder.open("/signs")
    assert minder.send("/signs/let-in", code="ABCD", name="Экран", point="").status_code == 302
    minder.open("/signs")
    assert "No screen shows this code." in minder.text


def test_a_screens_settings_are_kept(minder: Visitor, screen: str, says: Says) -> None:
    path = f"/signs/screens/{screen}"
    minder.open(path)
    sent = {"name": "Экран 7", "point": "", "turned": "180", "theme": "dark", "languages": "kk", "side_by_side": "yes"}
    assert minder.send(path, **sent).status_code == 302
    with db.connection_context():
        row = Screen.get_by_id(screen)
        found = (row.device.name, row.point, row.turned, row.theme, row.languages, row.side_by_side)
    assert found == ("Экран 7", None, 180, "dark", "kk", True)


@pytest.mark.parametrize("wrong", [{"turned": "45"}, {"theme": "pink"}, {"name": " "}, {"point": "999"}])
def test_settings_that_cannot_be_are_refused_and_nothing_is_saved(
    minder: Visitor, screen: str, says: Says, wrong: dict[str, str]
) -> None:
    path = f"/signs/screens/{screen}"
    minder.open(path)
    sent = {"name": "Экран 7", "turned": "90", "theme": "dark", **wrong}
    assert minder.send(path, **sent).status_code in {404, 422}
    with db.connection_context():
        assert (Screen.get_by_id(screen).turned, Device.get_by_id(screen).name) == (0, "Экран 1")


def test_what_was_chosen_stays_when_a_name_is_refused_at_its_field(minder: Visitor, screen: str, says: Says) -> None:
    path = f"/signs/screens/{screen}"
    minder.open(path)
    sent = {"name": "я" * 61, "point": "", "turned": "90", "theme": "dark", "languages": "kk", "side_by_side": "yes"}
    assert minder.send(path, **sent).status_code == 422
    assert 'aria-describedby="name-wrong' in minder.page
    for kept in ("я" * 61, "90", "dark", "kk", "yes"):
        assert re.search(f'value="{kept}"( checked| required)', minder.page), kept


def test_a_screen_that_is_shut_out_is_no_longer_listed(minder: Visitor, screen: str, says: Says) -> None:
    minder.open(f"/signs/screens/{screen}")
    assert minder.send(f"/signs/screens/{screen}/unpair").status_code == 302
    minder.open("/signs")
    assert "Экран 1" not in minder.text
    assert minder.open(f"/signs/screens/{screen}").status_code == 404


def test_the_desk_and_the_host_look_and_do_not_settle(app: Flask, screen: str, says: Says) -> None:
    for role in (Role.DESK, Role.HOST):
        visitor = Visitor(app).sign_in(role)
        assert visitor.open("/signs").status_code == 200
        assert "/signs/screens/" not in visitor.page
        assert visitor.open(f"/signs/screens/{screen}").status_code == 403


def test_names_are_shown_as_words(minder: Visitor, screen: str, says: Says) -> None:
    with db.connection_context():
        screens.change(screen, TIMUR, name="<script>alert(1)</script>")
    minder.open("/signs")
    assert "<script>alert" not in minder.page
