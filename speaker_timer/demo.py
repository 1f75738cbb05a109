"""The timer's part of the sample seminar: a programme of today whose first talk is under way."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hub import seminar, steady
from hub.programme import approval, versions
from hub.programme import planning as programme
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer import actions, stored, timer
from speaker_timer.actions import Action, Tap
from speaker_timer.cards import Stage
from speaker_timer.models import TimerChange
from speaker_timer.rundown import Rundown

MINUTE_MS = 60_000
RUNS_SINCE = timedelta(minutes=12)
# No programme of ours goes past midnight: this is where it may lie, however late the demo is started.
EARLIEST, LATEST = time(0, 5), time(23, 55)
HOST = "Айгерим"


@dataclass(frozen=True, slots=True)
class Line:
    """An item of the sample: from when to when, in minutes from the start of its first talk."""

    begins: int
    ends: int
    kind: Kind
    title: str
    speaker: str = ""
    company: str = ""
    phone: str = ""
    theses: str = ""
    questions_min: int = 0


ANNA = ("Анна Ким", "ТОО «Алма Трейд»", "+77010000011")
PROGRAMME = (
    Line(-35, -5, Kind.REGISTRATION, "Регистрация слушателей"),
    Line(-5, 0, Kind.OPENING, "Приветственное слово", *ANNA),
    Line(
        0, 40, Kind.PRODUCT_TALK, "CRM без потерь: обзор Битрикс24", *ANNA,
        "Куда уходят заявки\nОдин экран на отдел\nЧто считать каждый день", 5,
    ),
    Line(
        40, 70, Kind.TALK, "Команда, которая продаёт", "Ерлан Сериков", "ИП Серикова", "+77010000012",
        "Кого нанимать\nКак обучать\nКак удержать", 5,
    ),
    Line(70, 100, Kind.BREAK, "Кофе-брейк"),
    Line(
        100, 130, Kind.TALK, "План продаж, который выполняют", "Динара Ахметова", "LLP Steppe & Sons", "+77010000013",
        "Цели\nСегменты", 5,
    ),
    Line(
        130, 160, Kind.WORKSHOP, "Настройка CRM за восемь шагов", "Тимур Бакиров", "ТОО «Алма Трейд»", "+77010000014",
        "Этапы\nПовторные продажи", 5,
    ),
    Line(160, 175, Kind.QUESTIONS, "Ответы на вопросы"),
)  # fmt: skip


def stage_demo() -> None:
    """The programme laid around this moment, and a talk of it running for twelve minutes."""
    facts = seminar.current()
    now = steady.now()
    laid = lay(datetime.fromtimestamp(now / 1000, ZoneInfo(facts.zone)).replace(tzinfo=None))
    for line in PROGRAMME:
        _item(line, laid.first)
    versions.keep(programme.current(), None)
    approval.approve(None)
    _run(laid, now)


@dataclass(frozen=True, slots=True)
class Laid:
    """When the first talk of the programme is planned to begin, and which line of it runs now."""

    first: datetime
    runs: Line


def lay(now: datetime) -> Laid:
    """The first talk has run for twelve minutes; late in the evening a later one, so that the day ends before midnight.

    Where nothing fits, around midnight itself, the programme lies as near as it can.
    """
    begins = timedelta(minutes=min(line.begins for line in PROGRAMME))
    ends = timedelta(minutes=max(line.ends for line in PROGRAMME))
    soonest = datetime.combine(now, EARLIEST) - begins
    latest = datetime.combine(now, LATEST) - ends
    began = (now - RUNS_SINCE).replace(second=0, microsecond=0)
    for line in PROGRAMME:
        first = began - timedelta(minutes=line.begins)
        if line.speaker and line.kind != Kind.OPENING and first <= latest:
            return Laid(max(first, soonest), line)
    return Laid(latest, PROGRAMME[-1])


def _item(line: Line, first: datetime) -> None:
    def clock(minutes: int) -> str:
        return (first + timedelta(minutes=minutes)).strftime("%H:%M")

    ProgrammeItem.create(
        start=clock(line.begins),
        end=clock(line.ends),
        kind=line.kind,
        title=line.title,
        speaker=line.speaker,
        company=line.company,
        phone=line.phone,
        theses=line.theses,
        questions_min=line.questions_min,
        food=True if line.kind == Kind.BREAK else None,
    )


def _run(laid: Laid, now: int) -> None:
    """Everything up to the line that runs has begun, as though a host had tapped at those moments."""
    began = now - int(RUNS_SINCE.total_seconds() * 1000)
    rundown = timer.current().rundown
    back = _keep("begin", rundown, began, None)
    for line in PROGRAMME[1 : PROGRAMME.index(laid.runs) + 1]:
        at = began - (laid.runs.begins - line.begins) * MINUTE_MS
        rundown = actions.apply(rundown, Tap(Action.START_NEXT), at)
        back = _keep(Action.START_NEXT, rundown, at, back)
    if abs(actions.lag(rundown, now)) >= 2 * MINUTE_MS:
        # The programme did not fit around this moment, which is no delay to show.
        _keep(Action.SHIFT, actions.apply(rundown, Tap(Action.SHIFT), now), now, back)


def _keep(action: str, rundown: Rundown, at: int, back: int | None) -> int:
    row = TimerChange.create(
        id=str(uuid.uuid4()),
        at=at,
        who=HOST,
        action=action,
        rundown=stored.dump(rundown),
        stage=stored.dump(Stage()),
        undo_to=back,
        undo_action="" if back is None else action,
    )
    return int(row.seq)
