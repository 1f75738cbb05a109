"""What the timer puts on the first page."""

from flask import Flask
from flask_babel import gettext as _

from hub import home, i18n, seminar
from hub.access import Role
from hub.home import Hint, Task
from hub.i18n import N_
from hub.programme.kinds import Kind
from speaker_timer import telling, timer
from speaker_timer.rundown import expected, is_past

# Above the desk's 20 while somebody speaks, beneath it before.
RUNS, WAITS, IDLE = 25, 12, 3


def add(app: Flask) -> None:
    """Put the host's task on the first page."""
    home.add_task(app, TASK)


def _remote() -> Hint:
    state = timer.current()
    at = telling.this_moment().now
    if not state.rundown.slots:
        return Hint(_("There is no programme yet."), IDLE)
    running = state.planned(state.rundown.current)
    if running is not None:
        return Hint(_("Now: %(title)s", title=running.row.title), RUNS)
    if is_past(state.rundown, at):
        return Hint(_("The programme is over."), IDLE)
    ahead = (span for span in expected(state.rundown, at) if span.item in _waiting(state))
    following = next(ahead, None)
    plan = state.planned(following.item) if following else None
    if following is None or plan is None:
        return Hint(_("The programme is over."), IDLE)
    time = i18n.clock_time(following.start, seminar.current().zone)
    return Hint(_("At %(time)s: %(title)s", time=time, title=plan.row.title), WAITS)


def _waiting(state: timer.State) -> set[int]:
    return {slot.item for slot in state.rundown.waiting if slot.kind != Kind.REGISTRATION}


TASK = Task("timer_remote.remote", N_("Host's remote"), frozenset({Role.HOST}), _remote)
