"""The organiser's own words: for all screens, for one, and none again."""

import pytest

from hub import devices
from hub.access import Actor, Role
from hub.errors import Refusal
from hub.models import AuditEntry
from signage import phase_texts
from signage.frames import Phase
from signage.models import PhaseText

ORGANISER = Actor(None, Role.ORGANISER, "Динара", "", "127.0.0.1")
COFFEE = (Phase.BREAK, "ru")

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def screen(database: None) -> str:
    return str(devices.admit(Role.SCREEN, "Экран 1", "").id)


def test_a_screens_own_words_come_before_those_for_all(screen: str) -> None:
    phase_texts.write(None, {COFFEE: "Кофе", (Phase.OVER, "ru"): "До встречи"}, ORGANISER)
    phase_texts.write(screen, {COFFEE: "Кофе за этой дверью"}, ORGANISER)
    assert phase_texts.of_screen(PhaseText.select(), screen) == {
        COFFEE: "Кофе за этой дверью",
        (Phase.OVER, "ru"): "До встречи",
    }
    assert phase_texts.of_screen(PhaseText.select(), "another") == phase_texts.kept(None)


def test_empty_words_give_the_screen_back_to_the_house(screen: str) -> None:
    for where in (None, screen):
        phase_texts.write(where, {COFFEE: "Кофе"}, ORGANISER)
        assert phase_texts.write(where, {COFFEE: " "}, ORGANISER) == 1
        assert phase_texts.kept(where) == {}


def test_words_are_kept_once_however_often_they_are_written() -> None:
    for words in ("Кофе", "Чай", "Чай"):
        phase_texts.write(None, {COFFEE: words}, ORGANISER)
    assert phase_texts.kept(None) == {COFFEE: "Чай"}
    assert AuditEntry.select().where(AuditEntry.action == "phase_reworded").count() == 2


def test_words_longer_than_a_screen_can_show_are_refused_whole_and_other_phases_are_left_out() -> None:
    most: dict[tuple[str, str], str] = {COFFEE: "к" * phase_texts.LONGEST}
    assert phase_texts.write(None, {**most, ("lunch", "ru"): "Обед"}, ORGANISER) == 1
    with pytest.raises(Refusal, match="text_too_long") as refused:
        phase_texts.write(None, {COFFEE: "к" * 81, (Phase.OVER, "ru"): "До встречи"}, ORGANISER)
    assert refused.value.details == {"most": 80, "count": 81}
    assert phase_texts.kept(None) == most


def test_a_screen_that_is_not_paired_has_no_words() -> None:
    with pytest.raises(Refusal, match="screen_unknown"):
        phase_texts.write("nobody", {COFFEE: "Кофе"}, ORGANISER)
