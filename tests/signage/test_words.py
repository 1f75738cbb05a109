"""The words of each phase, in the languages of a screen, with the organiser's own before the house's."""

from dataclasses import replace

import pytest

from hub import seminar
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from hub.programme.plan import Planned
from signage import words
from signage.arrows import Arrow
from signage.frames import Frame, Phase
from signage.models import RoutePoint
from signage.words import Facts, Words

pytestmark = pytest.mark.usefixtures("database")

TEN = 1_795_842_000_000  # 2026-11-28 10:00 in Almaty
TALK, BREAK = 1, 2
LANGUAGES = ["ru", "kk", "uz", "ky", "en"]


def facts(own: dict[tuple[str, str], str] | None = None) -> Facts:
    """A talk and a break, at a point with a text of its own."""
    rows = {
        TALK: ProgrammeItem(id=TALK, kind=Kind.TALK, title="Куда уходят заявки", speaker="Тимур Цой", company="ИП"),
        BREAK: ProgrammeItem(id=BREAK, kind=Kind.BREAK, title="", speaker="", company=""),
    }
    point = RoutePoint(place="Холл", arrow=Arrow.LEFT, text="Второй этаж")
    return Facts(seminar.current(), {n: Planned(row, TEN, TEN + 1) for n, row in rows.items()}, point, own or {})


def russian(frame: Frame) -> Words:
    return words.say(frame, facts(), ["ru"])["ru"]


def test_before_the_beginning_the_way_to_the_desk_is_named() -> None:
    said = russian(Frame(0, Phase.ARRIVING, following=TALK, following_at=TEN))
    assert said.lines == ("Продажи без потерь", "Второй этаж")
    assert "10:00" in said.note


def test_beyond_the_desk_the_hall_is_named_and_not_the_desk() -> None:
    here = replace(facts(), beyond_desk=True)
    for phase in (Phase.ARRIVING, Phase.RUNNING):
        at_desk, beyond = (words.say(Frame(TEN, phase, TALK, TEN), one, ["en"])["en"] for one in (facts(), here))
        assert "Registration" in words.short(phase, at_desk)
        assert words.short(phase, beyond) == "Hall"


def test_a_talk_is_named_with_its_speaker_and_what_follows() -> None:
    said = russian(Frame(TEN, Phase.RUNNING, TALK, TEN, BREAK, TEN))
    assert (said.head, said.lines[0]) == ("Куда уходят заявки", "Тимур Цой, ИП")
    assert "10:00" in said.lines[1]
    assert said.label
    assert said.note


def test_between_two_items_the_seminar_is_named() -> None:
    assert russian(Frame(0, Phase.RUNNING, following=TALK, following_at=TEN)).head == "Продажи без потерь"


def test_a_break_without_a_title_says_when_to_be_back() -> None:
    said = russian(Frame(TEN, Phase.BREAK, BREAK, TEN, TALK, TEN))
    assert said.head
    assert "10:00" in said.lines[0]
    assert "Куда уходят заявки" in said.note


def test_at_the_end_the_way_out_is_named_first_where_an_arrow_leads_there() -> None:
    over = Frame(TEN, Phase.OVER)
    said = words.say(over, facts(), ["en"])["en"]
    assert (said.label, said.note, words.short(Phase.OVER, said)) == ("Way out", "", "Way out")
    assert said.head.startswith("Thank you")
    at_door = replace(facts(), point=RoutePoint(place="Выход", arrow=Arrow.UP, exit_arrow=Arrow.HERE))
    here = words.say(over, at_door, ["en"])["en"]
    assert (here.label, words.short(Phase.OVER, here)) == ("", here.head)


@pytest.mark.parametrize("phase", list(Phase))
def test_every_language_has_words_for_every_phase(phase: Phase) -> None:
    said = words.say(Frame(0, phase, TALK, TEN, BREAK, TEN), facts(), LANGUAGES)
    assert list(said) == LANGUAGES
    assert all(one.head for one in said.values())


def test_the_organisers_own_words_come_first() -> None:
    own = {(str(Phase.BREAK), "ru"): "Обед"}
    said = words.say(Frame(0, Phase.BREAK, BREAK, TEN), facts(own), ["ru", "en"])
    assert said["ru"].head == "Обед"
    assert said["en"].head != "Обед"


def test_a_screen_without_a_place_is_told_by_its_name() -> None:
    assert "Экран 3" in words.nowhere("Экран 3", "Семинар", ["ru"])["ru"].note


def test_side_by_side_a_title_and_a_speaker_are_said_once() -> None:
    running = Frame(TEN, Phase.RUNNING, TALK, TEN, TALK, TEN)
    said = words.once(Phase.RUNNING, words.say(running, facts(), ["ru", "en"]))
    assert (said["ru"].label, said["ru"].head, len(said["ru"].lines)) != ("", "", 0)
    # What is left says when it goes on; "now" without a title would name nothing.
    assert (said["en"].label, said["en"].head, len(said["en"].lines)) == ("", "", 1)
    assert said["en"].note


def test_side_by_side_the_way_out_keeps_its_noun_in_each_language() -> None:
    own = {(str(Phase.OVER), code): "2031" for code in ("ru", "en")}
    said = words.once(Phase.OVER, words.say(Frame(TEN, Phase.OVER), facts(own), ["ru", "en"]))
    assert said["en"].label == "Way out"
    assert said["en"].head == ""


def test_below_an_announcement_two_languages_say_a_common_word_once() -> None:
    said = {"ru": Words("Зал"), "kk": Words("Зал"), "en": Words("Hall")}
    assert words.shorts(Phase.ARRIVING, said, together=True) == {"ru": "Зал", "kk": "", "en": "Hall"}
    assert words.shorts(Phase.ARRIVING, said, together=False)["kk"] == "Зал"
