"""The sample seminar's day, minute by minute: what is done at it and what a path screen must show, written by hand.

The first talk begins seven minutes late and runs over, so that the break is expected twenty minutes late and is eaten
to ten; somebody tells of a moved hall for ten minutes; one screen is switched off and on.
"""

from dataclasses import dataclass

from signage.demo import DESK
from tests.signage.day_hub import HALL, STREET, TITLE

# The way from each screen in each phase: to the desk, at the desk on to the hall, to the hall, to the
# coffee, out. "" shows no arrow.
ARROWS = {
    STREET: {"arriving": "left", "running": "left", "returning": "left", "break": "stairs_up", "over": "right"},
    HALL: {
        "arriving": "down_right",
        "running": "down_right",
        "returning": "here",
        "break": "up",
        "over": "stairs_down",
    },
    DESK: {"arriving": "here", "running": "up_right", "returning": "up_right", "break": "", "over": ""},
}
TEXTS = {STREET: ["Второй этаж, зал «Ұлы дала»"], HALL: [], DESK: []}
LATE = "Сначала регистрация, потом зал"
OPENING, BREAK = "Приветственное слово", "Кофе-брейк"
CRM, TEAM = "CRM без потерь: обзор Битрикс24", "Команда, которая продаёт"
PLAN, STEPS = "План продаж, который выполняют", "Настройка CRM за восемь шагов"
QUESTIONS = "Ответы на вопросы"
WHO = {
    OPENING: "Анна Ким, ТОО «Алма Трейд»",
    CRM: "Анна Ким, ТОО «Алма Трейд»",
    TEAM: "Ерлан Сериков, ИП Серикова",
    PLAN: "Динара Ахметова, LLP Steppe & Sons",
    STEPS: "Тимур Бакиров, ТОО «Алма Трейд»",
}


@dataclass(frozen=True)
class Minute:
    """At `clock` somebody does `taps`; then every screen shows `phase` and these words."""

    clock: str
    phase: str
    label: str
    head: str
    lines: tuple[str, ...]
    note: str
    taps: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()

    def on(self, place: str) -> dict[str, object]:
        """What the screen at a place must show."""
        own = TEXTS[place] if self.phase == "arriving" else []
        return {
            "phase": self.phase,
            "arrow": ARROWS[place][self.phase],
            # Below an announcement only the way is left of it; where no arrow leads out, nothing names the way out.
            "label": "" if self.covered or (self.phase == "over" and not ARROWS[place]["over"]) else self.label,
            "head": "" if self.covered else self.head,
            "lines": [] if self.covered else [*self.lines, *own],
            "note": self.note,
            "clock": self.clock,
            "away": False,
            "covered": list(self.covered),
        }


def arriving(clock: str) -> Minute:
    return Minute(clock, "arriving", "", "Регистрация", (TITLE,), "Начало в 10:00")


def on(clock: str, title: str, next_at: str, following: str, *taps: str, covered: tuple[str, ...] = ()) -> Minute:
    """An item is on; with nothing after it `following` is empty."""
    who = [WHO[title]] if title in WHO else []
    ahead = [f"Дальше, в {next_at}: {following}"] if following else []
    return Minute(clock, "running", "Сейчас", title, (*who, *ahead), LATE, taps, covered)


def between(clock: str, next_at: str, following: str, *taps: str) -> Minute:
    return Minute(clock, "running", "", TITLE, (f"Дальше, в {next_at}: {following}",), LATE, taps)


def pause(clock: str, back_at: str, *taps: str) -> Minute:
    return Minute(clock, "break", "", BREAK, (f"Продолжим в {back_at}",), f"Дальше: {PLAN}", taps)


def called_back(clock: str) -> Minute:
    return Minute(clock, "returning", "", "Пора в зал", (PLAN,), "")


def over(clock: str, *taps: str) -> Minute:
    said = "Пожалуйста, сдайте анкету у стола регистрации."
    return Minute(clock, "over", "Выход", "Спасибо, что были с нами", (said,), "", taps)


MOVED = ("Смена зала", "Зал 3, второй этаж")
DAY = (
    arriving("09:20"),
    arriving("09:30"),
    arriving("09:40"),
    arriving("09:50"),
    arriving("09:59"),
    on("10:00", OPENING, "10:05", CRM),  # nobody has tapped: by the plan
    on("10:04", OPENING, "10:09", CRM, "start_next"),
    on("10:10", OPENING, "10:10", CRM),  # it runs over, and the next is expected any moment
    on("10:12", CRM, "10:52", TEAM, "start_next"),
    on("10:20", CRM, "10:52", TEAM),
    on("10:30", CRM, "10:52", TEAM),
    on("10:40", CRM, "10:52", TEAM, "off_and_on"),
    on("10:50", CRM, "10:52", TEAM),
    on("10:58", CRM, "10:58", TEAM),
    on("11:05", TEAM, "11:35", BREAK, "start_next"),  # twenty minutes late
    on("11:15", TEAM, "11:35", BREAK),
    on("11:20", TEAM, "11:35", BREAK, "eat_break"),
    on("11:30", TEAM, "11:35", BREAK),
    pause("11:35", "11:45", "start_next"),  # twenty minutes late, and ten long
    pause("11:40", "11:45"),
    called_back("11:44"),
    called_back("11:47"),  # the break runs over
    on("11:48", PLAN, "12:18", STEPS, "start_next"),
    on("11:58", PLAN, "12:18", STEPS),
    on("12:08", PLAN, "12:18", STEPS, "moved", covered=MOVED),
    on("12:16", PLAN, "12:18", STEPS, covered=MOVED),
    on("12:18", PLAN, "12:18", STEPS),
    between("12:19", "12:19", STEPS, "finish"),
    on("12:21", STEPS, "12:51", QUESTIONS, "start_next"),
    on("12:31", STEPS, "12:51", QUESTIONS),
    on("12:41", STEPS, "12:51", QUESTIONS),
    on("12:51", QUESTIONS, "", "", "start_next"),
    on("13:00", QUESTIONS, "", ""),
    on("13:06", QUESTIONS, "", ""),
    over("13:08", "finish"),
    over("13:18"),
    over("13:28"),
)
