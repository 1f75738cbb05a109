"""The live channel: small events over websockets. State itself travels over HTTP.

A topic's content is computed at most four times a second and only while somebody listens, so that
sixteen desks in full flight cost no more than one. It is computed afresh every two seconds in any
case: another process (an import from the command line) may have changed the database.
What cannot wait, a card for the speaker, is published at once instead.
"""

import json
import threading
import time
from collections.abc import Callable
from typing import Any

from flask import Flask, request
from flask_socketio import SocketIO, join_room

from hub import access, clock, devices, steady
from hub.access import Actor, Role
from hub.database import db
from hub.websocket_loop import Loop, Quick

SOONEST_S = 0.25
LATEST_S = 2.0

Heard = Callable[[str, Actor, dict[str, Any]], object]
Left = Callable[[str, Actor], None]


class Live:
    """Topics and who tells of them. `announce` may be called from any thread after its commit."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.io = SocketIO(app, async_mode="threading", ping_interval=5, ping_timeout=4, max_http_buffer_size=16384)
        self._channels: dict[str, frozenset[Role]] = {}
        self._topics: dict[str, Callable[[], dict[str, Any]]] = {}
        self._last: dict[str, str] = {}
        self._published = 0.0
        self._news = threading.Event()
        self._here: dict[str, Actor] = {}
        self._left_at: dict[str, int] = {}
        self._leaving: list[Left] = []
        self._quick: dict[str, Quick] = {}
        engine = self.io.server.eio
        engine._async = {**engine._async, "websocket": Loop(self._quick, self._has_joined).adopt}
        self.io.on_event("connect", self._connected)
        self.io.on_event("disconnect", self._left)
        self.io.on_event("beat", self._beat)
        self._quick["beat"] = lambda sid, content: self._beat()

    def topic(self, name: str, compute: Callable[[], dict[str, Any]], *roles: Role) -> None:
        """Declare what listeners of `name` are told, a small dictionary, and who may listen beside the organiser."""
        self._topics[name] = compute
        self.channel(name, *roles)

    def channel(self, name: str, *roles: Role) -> None:
        """Declare who, beside the organiser, may listen to what is published as `name`."""
        self._channels[name] = frozenset((*roles, Role.ORGANISER))

    def announce(self) -> None:
        """Something changed; listeners hear of it within a second."""
        self._news.set()

    def publish(self, name: str, content: dict[str, Any], to: str | None = None) -> None:
        """Tell the listeners of a topic at once, or one listener (its sid)."""
        self._published = time.monotonic()
        self.io.emit(name, content, to=to or name)

    def hear(self, name: str, handle: Heard, *roles: Role, quick: bool = False) -> None:
        """Let pages of these roles send `name`: `handle(sid, actor, content)` runs with no database open.

        What it returns goes back to the page as the acknowledgement. The organiser may send it too. A `quick` one
        never waits for anything, and is answered by the thread that reads all pages.
        """
        heard = frozenset((*roles, Role.ORGANISER))

        def from_page(sid: str, content: object) -> object:
            actor = self._here.get(sid)
            if actor is None or actor.role not in heard or not isinstance(content, dict):
                return None
            answer = handle(sid, actor, content)
            if sid not in self._here:  # it has left meanwhile: nobody must keep what it said
                self._forget(sid, actor)
            return answer

        def at_once(engine_sid: str, content: object) -> object:
            return from_page(str(self.io.server.manager.sid_from_eio_sid(engine_sid, "/")), content)

        self.io.on_event(name, lambda content=None: from_page(str(vars(request)["sid"]), content))
        if quick:
            self._quick[name] = at_once

    def when_left(self, tell: Left) -> None:
        """Call `tell(sid, actor)` whenever a page has gone; twice if it was heard while it went."""
        self._leaving.append(tell)

    def hang_up(self, device: str) -> None:
        """Close what a device still listens on: it was shut out or has signed out."""
        for sid, _ in list(self.io.server.manager.get_participants("/", device)):
            self.io.server.disconnect(sid)

    def here(self) -> set[str]:
        """The devices that have a page open."""
        return {actor.device or "" for actor in list(self._here.values())}

    def left_at(self) -> dict[str, int]:
        """When the last page of each device has gone since the hub began, epoch ms."""
        return dict(self._left_at)

    def run(self, stop: threading.Event) -> None:
        """The worker that tells. Ends when `stop` is set."""
        while not stop.is_set():
            self._news.wait(LATEST_S - SOONEST_S)
            # News come in swarms, and what has caused them has its own messages to send first: a thread that
            # computes topics would make each of those wait for its turn.
            stop.wait(SOONEST_S)
            self._let_pass(stop)
            self._news.clear()
            if self._here:
                self.tell()

    def _let_pass(self, stop: threading.Event) -> None:
        until = time.monotonic() + LATEST_S / 4
        while time.monotonic() < min(until, self._published + SOONEST_S) and not stop.is_set():
            stop.wait(SOONEST_S / 4)

    def tell(self) -> None:
        """Send every topic whose content has changed."""
        with self.app.app_context(), db.connection_context():
            for name, compute in self._topics.items():
                content = compute()
                text = json.dumps(content, sort_keys=True)
                if text != self._last.get(name):
                    self._last[name] = text
                    self.io.emit(name, content, to=name)

    def _connected(self, auth: object = None) -> bool:
        with db.connection_context():
            visitor = access.visitor()
        if visitor is None:
            return False
        for room in (visitor.device, *(name for name, roles in self._channels.items() if visitor.role in roles)):
            join_room(room)
        with db.connection_context():
            # Shut out while it was coming in: `hang_up` did not find it in its room yet.
            if not devices.is_in(visitor.device):
                return False
        self._here[str(vars(request)["sid"])] = visitor
        # A newcomer holds only what it fetched over HTTP before; telling again closes the gap.
        self._last.clear()
        self._news.set()
        return True

    def _left(self, reason: object = None) -> None:
        sid = str(vars(request)["sid"])
        actor = self._here.pop(sid, None)
        if actor is not None:
            self._left_at[actor.device or ""] = clock.now()
            self._forget(sid, actor)

    def _forget(self, sid: str, actor: Actor) -> None:
        for tell in self._leaving:
            tell(sid, actor)

    def _has_joined(self, engine_sid: str) -> bool:
        return self.io.server.manager.sid_from_eio_sid(engine_sid, "/") is not None

    def _beat(self, content: object = None) -> dict[str, int]:
        """A page's heartbeat. The reply carries the hub's times, from which the page learns its own error."""
        return {"now": clock.now(), "steady": steady.now(), "set": steady.set_number()}
