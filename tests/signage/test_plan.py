"""A screen's plan: its words, its own arrows in each phase, its announcements, and the hash of what it should show."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from hub import devices, seminar
from hub.access import Role
from hub.announcements import news, telling
from hub.announcements.telling import Kind as Told
from hub.announcements.telling import Wish
from hub.models import Device
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from signage import content_hash, day, plan, route, screens, way_out
from signage.arrows import Arrow
from signage.frames import Phase
from tests.signage.way import OLGA, add

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def noon(database: None) -> None:
    """A programme whose talk is on by its plan, whenever the test runs."""
    now = datetime.now(UTC)
    ahead = 12 - now.hour
    local = now.astimezone(timezone(timedelta(hours=ahead)))
    seminar.change(OLGA, date=local.date().isoformat(), zone=f"Etc/GMT{-ahead:+d}")
    ProgrammeItem.create(start="09:00", end="10:00", kind=Kind.REGISTRATION, title="Регистрация")
    ProgrammeItem.create(start="10:00", end="15:00", kind=Kind.TALK, title="Куда уходят заявки", speaker="Тимур Цой")
    ProgrammeItem.create(start="15:00", end="15:30", kind=Kind.BREAK, title="Кофе-брейк")


@pytest.fixture
def screen(database: None) -> Device:
    """A paired screen without a place."""
    return devices.admit(Role.SCREEN, "Экран у входа", "127.0.0.1")


def placed(screen: Device, **facts: Any) -> day.Glass:
    """The screen at a new point."""
    point = add("Холл", **{"arrow": Arrow.LEFT, **facts})
    screens.change(screen.id, OLGA, point=point.id)
    return day.today().glass_of(screen)


def told(glass: day.Glass) -> list[tuple[str, str | None]]:
    """Each frame's phase and arrow."""
    frames = plan.frames_of(glass, day.today())
    return [(one.phase, one.arrow.name if one.arrow else None) for one in frames]


def test_a_screen_without_a_place_shows_the_seminar_and_tells_the_team_its_name(screen: Device) -> None:
    (frame,) = plan.frames_of(day.today().glass_of(screen), day.today())
    assert frame.phase == plan.NOWHERE
    assert frame.words["ru"].head == seminar.current().title
    assert "Экран у входа" in frame.words["ru"].note


def test_without_a_programme_people_arrive(screen: Device) -> None:
    assert told(placed(screen)) == [(Phase.ARRIVING, "left")]


@pytest.mark.usefixtures("noon")
def test_each_phase_has_its_own_arrow(screen: Device) -> None:
    glass = placed(screen, coffee_arrow=Arrow.RIGHT)
    assert told(glass) == [(Phase.RUNNING, "left"), (Phase.BREAK, "right"), (Phase.OVER, "right")]


@pytest.mark.usefixtures("noon")
def test_the_desks_own_screen_points_nowhere_for_coffee(screen: Device) -> None:
    desk = next(one for one in route.points() if one.is_desk)
    screens.change(screen.id, OLGA, point=desk.id)
    assert told(day.today().glass_of(screen)) == [(Phase.RUNNING, "here"), (Phase.BREAK, None), (Phase.OVER, None)]


@pytest.mark.usefixtures("noon")
def test_who_has_passed_the_desk_is_shown_the_hall(screen: Device) -> None:
    desk = next(one for one in route.points() if one.is_desk)
    route.change(desk.id, OLGA, hall_arrow=Arrow.UP_RIGHT)
    screens.change(screen.id, OLGA, point=desk.id)
    assert told(day.today().glass_of(screen)) == [(Phase.RUNNING, "up_right"), (Phase.BREAK, None), (Phase.OVER, None)]
    door = add("Дверь зала", Arrow.DOOR, after=desk.id, coffee_arrow=Arrow.DOWN)
    screens.change(screen.id, OLGA, point=door.id)
    glass = day.today().glass_of(screen)
    assert told(glass)[:2] == [(Phase.RUNNING, "door"), (Phase.BREAK, "down")]
    assert day.today().facts(glass).beyond_desk
    assert not day.today().facts(placed(screen)).beyond_desk


@pytest.mark.usefixtures("noon")
def test_late_comers_go_to_the_desk_first_and_those_called_back_to_the_hall(screen: Device) -> None:
    ProgrammeItem.create(start="15:30", end="16:00", kind=Kind.TALK, title="Ответы на вопросы")
    phases = dict(told(placed(screen, hall_arrow=Arrow.RIGHT)))
    assert (phases[Phase.RUNNING], phases[Phase.RETURNING]) == ("left", "right")


@pytest.mark.usefixtures("noon")
def test_the_talk_that_is_on_is_named_with_what_follows(screen: Device) -> None:
    words = plan.frames_of(placed(screen), day.today())[0].words["ru"]
    assert words.head == "Куда уходят заявки"
    assert words.lines[0] == "Тимур Цой"
    assert "15:00" in words.lines[1]


def test_no_lift_leads_out_of_a_burning_house(screen: Device) -> None:
    assert way_out.exit_of(placed(screen, arrow=Arrow.LIFT).point, ["ru"]).arrow is None
    assert way_out.exit_of(placed(screen, arrow=Arrow.LEFT).point, ["ru"]).arrow is not None


def test_the_expected_hash_is_of_the_frame_and_of_its_looks(screen: Device) -> None:
    glass = placed(screen)
    before = plan.expected(glass, day.today(), news.for_devices(news.now()))
    assert before == plan.frames_of(glass, day.today())[0].hash
    screens.change(screen.id, OLGA, theme="dark")
    assert plan.expected(day.today().glass_of(screen), day.today(), news.for_devices(news.now())) != before


def test_an_announcement_is_expected_where_it_is_meant(screen: Device) -> None:
    other = devices.admit(Role.SCREEN, "Экран у зала", "127.0.0.1")
    telling.tell(Wish("a", Told.FREE, "Ключи на стойке", screens=[other.id]), OLGA)
    standing = news.for_devices(news.now())
    assert plan.announcement_parts(day.today().glass_of(screen), standing) == []
    assert "Ключи на стойке" in plan.announcement_parts(day.today().glass_of(other), standing)


def test_an_evacuation_leaves_nothing_else_standing(screen: Device) -> None:
    telling.tell(Wish("a", Told.FREE, "Ключи на стойке"), OLGA)
    telling.tell(Wish("b", Told.EVACUATION), OLGA)
    parts = plan.announcement_parts(placed(screen, exit_text="По лестнице"), news.for_devices(news.now()))
    assert parts[0] == "evacuation"
    assert "По лестнице" in parts
    assert "Ключи на стойке" not in parts


@pytest.mark.parametrize(("own", "says_it"), [("По лестнице, не на лифте", True), ("Через фойе", False)])
def test_the_rule_about_the_lift_is_said_once(screen: Device, own: str, says_it: bool) -> None:
    way = way_out.exit_of(placed(screen, exit_text=own).point, ["ru"])
    first, rule = way_out.say(way, "Общие слова", "ru", typed=False)
    assert first == own
    assert bool(rule) is not says_it
    assert rule != "Общие слова"


def test_words_that_somebody_typed_are_said_beside_the_places_own(screen: Device) -> None:
    way = way_out.exit_of(placed(screen, exit_text="По лестнице").point, ["ru"])
    assert way_out.say(way, "Сбор у фонтана", "ru", typed=True) == ("По лестнице", "Сбор у фонтана")
    nowhere = way_out.exit_of(None, ["ru"])
    assert way_out.say(nowhere, "Общие слова", "ru", typed=False) == ("Общие слова", "")


@pytest.mark.usefixtures("noon")
def test_below_an_announcement_the_way_is_expected_too(screen: Device) -> None:
    glass = placed(screen)
    telling.tell(Wish("a", Told.FREE, "Ключи на стойке"), OLGA)
    standing = news.for_devices(news.now())
    before = plan.expected(glass, day.today(), standing)
    route.change(glass.looks.__data__["point"], OLGA, arrow=Arrow.RIGHT)
    assert plan.expected(day.today().glass_of(screen), day.today(), standing) != before


def test_the_mark_changes_with_what_a_screen_shows(screen: Device) -> None:
    marks = [day.told_mark()]
    point = add("Холл")
    marks.append(day.told_mark())
    screens.change(screen.id, OLGA, point=point.id)
    marks.append(day.told_mark())
    route.change(point.id, OLGA, arrow=Arrow.DOWN)
    marks.append(day.told_mark())
    assert len({one["mark"] for one in marks}) == 4
    assert day.told_mark() == marks[-1]


def test_pages_hash_as_the_hub_does() -> None:
    """The published vectors of FNV-1a, for letters of one byte by UTF-16 units."""
    assert content_hash.of_parts([]) == "811c9dc5"
    assert content_hash.of_parts(["a"]) == "e40c292c"
    assert content_hash.of_parts(["Ұлт", "қ"]) != content_hash.of_parts(["Ұлтқ"])
