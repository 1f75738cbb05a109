"""The first page: what its reader can do today, the most urgent first. Features add what they offer.

Nothing here knows the features: they hand over tasks and figures when they are registered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from flask import Flask, current_app

from hub.access import Role

EXTENSION = "event_day_box_home"


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands under a task, in the reader's language, and how much it is the thing to do now."""

    text: str
    urgency: int


@dataclass(frozen=True, slots=True)
class Task:
    """A page somebody may have to open today. `title` is a message id; `tell` runs for each view of the page."""

    endpoint: str
    title: str
    roles: frozenset[Role]
    tell: Callable[[], Hint]


@dataclass(frozen=True, slots=True)
class Offer:
    """A task as it stands at this moment."""

    task: Task
    hint: Hint


@dataclass(slots=True)
class _Home:
    tasks: list[Task] = field(default_factory=list)
    figures: list[Callable[[], Iterable[tuple[str, int]]]] = field(default_factory=list)


def _home(app: Flask) -> _Home:
    found: _Home = app.extensions.setdefault(EXTENSION, _Home())
    return found


def add_task(app: Flask, task: Task) -> None:
    """Put a task on the first page of its roles; the organiser sees all."""
    _home(app).tasks.append(task)


def add_figures(app: Flask, compute: Callable[[], Iterable[tuple[str, int]]]) -> None:
    """Show the day in figures to everybody: pairs of message id and number."""
    _home(app).figures.append(compute)


def offers(role: Role) -> list[Offer]:
    """The role's tasks, the one to do now first."""
    mine = [task for task in _home(current_app).tasks if role in (Role.ORGANISER, *task.roles)]
    return sorted((Offer(task, task.tell()) for task in mine), key=lambda offer: -offer.hint.urgency)


def figures() -> list[tuple[str, int]]:
    """The day in figures."""
    return [line for compute in _home(current_app).figures for line in compute()]
