"""The threads that tell addresses how the timer stands: one for each address, so that a slow one holds up nobody else.

Nothing is queued: whoever could not take a state gets the one that holds when it can.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask

from hub import steady
from hub.box import Hub
from hub.database import db
from hub.workers import Work, Workers
from speaker_timer import cards, telling, timer
from speaker_timer.models import Webhook
from speaker_timer.timer import State
from speaker_timer.webhooks import addresses
from speaker_timer.webhooks.addresses import Sign
from speaker_timer.webhooks.posts import PostTrouble, post

EXTENSION = "event_day_box_webhooks"
LATEST_S = 1.0  # also without a ring: an address was added by another hub, a state came from one
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 30.0
BUSY_S = 0.5  # until another courier of the same address is looked for again
STOP_S = 0.25
CHANGE, CARD, TEST = "timer", "card", "test"


@dataclass(slots=True)
class Bell:
    """Rung after each change of the timer or of the addresses."""

    rung: threading.Event = field(default_factory=threading.Event)


def ring(app: Flask) -> None:
    """Something changed: tell the addresses. Costs its caller nothing."""
    _bell(app).rung.set()


def _bell(app: Flask) -> Bell:
    found: Bell = app.extensions.setdefault(EXTENSION, Bell())
    return found


class Courier:
    """Tells one address. `news(sign)` hands it the present; `step` tells it, again and again until it is taken."""

    def __init__(self, hub: Hub, hook: Webhook, now: Callable[[], float] = time.monotonic) -> None:
        self._hub, self._hook, self._now = hub, hook, now
        self._woken = threading.Event()
        self._wanted: Sign | None = None
        self._told: Sign | None = None
        self._pause, self._again_at = 0.0, 0.0

    def news(self, sign: Sign) -> None:
        """There is this to be told. Something new is tried at once, however long the last pause was to be."""
        if sign != self._wanted:
            self._wanted = sign
            self._again_at = 0.0
            self._woken.set()

    def run(self, stop: threading.Event) -> None:
        """The work of this address's thread."""
        while not stop.is_set():
            self._woken.wait(min(max(self._again_at - self._now(), 0.0), STOP_S) if self._due else STOP_S)
            self._woken.clear()
            self.step()

    @property
    def _due(self) -> bool:
        return self._wanted is not None and self._wanted != self._told

    def step(self) -> None:
        """Tell the present state, if the address has not taken it and it is time to try."""
        wanted = self._wanted
        if wanted is None or not self._due or self._now() < self._again_at:
            return
        event = CARD if self._told and self._told.seq == wanted.seq else CHANGE
        trouble = deliver(self._hub, self._hook, event)
        if trouble is None:
            self._again_at = self._now() + BUSY_S
        elif trouble:
            self._pause = min(LONGEST_PAUSE_S, self._pause * 2 or FIRST_PAUSE_S)
            # Something new may have come meanwhile; it is tried at once.
            self._again_at = self._now() + self._pause if wanted == self._wanted else 0.0
        else:
            self._told, self._pause = wanted, 0.0


def deliver(hub: Hub, hook: Webhook, event: str) -> str | None:
    """Tell an address the present state, once, whoever else is about to: another hub, a courier that was to end.

    Returns the trouble, or an empty string; None while another courier is on its way.
    """
    with hub.app.app_context(), db.connection_context():
        told = addresses.claim(hook.id)
        if told is None:
            return None
        if told == sign(timer.current(), steady.now()):
            addresses.release(hook.id)
            return ""
    return tell(hub, hook, event)


def tell(hub: Hub, hook: Webhook, event: str) -> str:
    """POST the present state to an address and keep what came of it. Returns the trouble, or an empty string."""
    with hub.app.app_context(), db.connection_context():
        state = timer.current()
        present = sign(state, steady.now())
        body = telling.told(state).model_dump_json().encode()
    trouble = ""
    try:
        post(hook.url, hook.secret, event, body)
    except PostTrouble as error:
        trouble = f"{error.code}:{error.status}" if error.status else error.code
    with db.connection_context():
        if trouble:
            addresses.failed(hook.id, trouble)
        else:
            addresses.took(hook.id, present)
    return trouble


def keep_telling(hub: Hub) -> Work:
    """The worker that keeps a courier for each address and tells them all when something has changed."""

    def work(stop: threading.Event) -> None:
        bell = _bell(hub.app)
        couriers: dict[int, tuple[Courier, Workers]] = {}
        try:
            while not stop.is_set():
                wait_s = _round(hub, couriers)
                bell.rung.wait(wait_s)
                bell.rung.clear()
        finally:
            for _, thread in couriers.values():
                thread.stop(STOP_S)

    return work


def _round(hub: Hub, couriers: dict[int, tuple[Courier, Workers]]) -> float:
    """Tell every address how things stand; returns how long nothing will change by itself, seconds."""
    with hub.app.app_context(), db.connection_context():
        hooks = {int(hook.id): hook for hook in addresses.everybody()}
        state = timer.current() if hooks else None
    for gone in couriers.keys() - hooks.keys():
        couriers.pop(gone)[1].stop(0)
    for number in hooks.keys() - couriers.keys():
        couriers[number] = _courier(hub, hooks[number])
    if state is None or not state.seq:
        return LATEST_S
    now = steady.now()
    for courier, _ in couriers.values():
        courier.news(sign(state, now))
    return min(LATEST_S, until_next_card(state, now))


def _courier(hub: Hub, hook: Webhook) -> tuple[Courier, Workers]:
    courier, thread = Courier(hub, hook), Workers()
    thread.add(f"webhook {hook.id}", courier.run)
    thread.start()
    return courier, thread


def sign(state: State, now: int) -> Sign:
    """What an address must have been told by now."""
    on = cards.shown(state.rundown, state.stage, now)
    return Sign(state.seq, on.key if on else "")


def until_next_card(state: State, now: int) -> float:
    """Seconds until a card comes by itself; infinite when none will."""
    if state.rundown.since is None:
        return float("inf")
    elapsed = state.rundown.elapsed(now)
    ahead = [cue.at - elapsed for cue in cards.cues(state.rundown, state.stage) if cue.at > elapsed]
    return min(ahead, default=float("inf")) / 1000
