"""Addresses that are told: at once, again until they take it, and never in each other's way."""

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from flask import Flask

from hub import steady
from hub.access import Actor, Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from hub.workers import Workers
from speaker_timer import timer
from speaker_timer.actions import Action, Tap
from speaker_timer.cards import CardKind
from speaker_timer.models import Webhook
from speaker_timer.webhooks import addresses, couriers
from speaker_timer.webhooks.addresses import Sign
from speaker_timer.webhooks.couriers import Courier, sign, until_next_card
from speaker_timer.webhooks.posts import signature
from tests.conftest import client_as
from tests.postgresql import both_databases
from tests.speaker_timer.webhooks.receiver import Receiver
from tests.waiting import until

BY = Actor(None, Role.ORGANISER, "Айгүл", "", "127.0.0.1")


@pytest.fixture
def hub(app: Flask) -> Hub:
    """The hub of a seminar with one talk of half an hour."""
    with db.connection_context():
        ProgrammeItem.create(start="10:00", end="10:30", kind=Kind.TALK, title="Продажи", speaker="Тимур Цой")
    found: Hub = app.extensions[EXTENSION]
    return found


@pytest.fixture
def telling(hub: Hub) -> Iterator[Hub]:
    """A hub whose couriers are at work."""
    workers = Workers()
    workers.add("webhooks", couriers.keep_telling(hub))
    workers.start()
    yield hub
    workers.stop()


def add(hub: Hub, url: str) -> Webhook:
    with db.connection_context():
        hook = addresses.add(url, BY).hook
    couriers.ring(hub.app)
    return hook


def kept(hook: Webhook) -> Webhook:
    with db.connection_context():
        found: Webhook = Webhook.get_by_id(hook.id)
        return found


def has_taken(hook: Webhook, seq: int) -> bool:
    return kept(hook).told_seq == seq


def tap(hub: Hub, action: Action, amount: int | None = None) -> None:
    with hub.app.app_context(), db.connection_context():
        timer.act(Tap(action, amount), str(uuid.uuid4()), BY)
    couriers.ring(hub.app)


@both_databases
class TestAddresses:
    """The verbs, on both databases."""

    def test_an_address_has_a_secret_of_its_own_and_is_audited_without_its_query(self, database: None) -> None:
        one = addresses.add("http://192.168.1.60:9000/timer?key=abc", BY)
        two = addresses.add(" https://lamp.example/ ", BY)
        assert one.secret != two.secret
        assert [hook.url for hook in addresses.everybody()] == [
            "http://192.168.1.60:9000/timer?key=abc",
            "https://lamp.example/",
        ]
        entry = AuditEntry.select().where(AuditEntry.action == "webhook_added").order_by(AuditEntry.id).first()
        assert entry.subject == "http://192.168.1.60:9000/timer"

    @pytest.mark.parametrize(
        "url",
        ["", "lamp", "ftp://lamp/", "http://", "http://a:b@lamp/", "http://lamp/#x", "javascript:alert(1)",
         "http://lamp:99999/", "http://lamp/" + "x" * 500, "http://la mp/", "file:///etc/passwd"],
    )  # fmt: skip
    def test_what_is_no_web_address_is_refused(self, database: None, url: str) -> None:
        with pytest.raises(Refusal, match="webhook_url_malformed"):
            addresses.add(url, BY)

    def test_one_address_is_told_once(self, database: None) -> None:
        addresses.add("http://lamp:9000", BY)
        with pytest.raises(Refusal, match="webhook_known"):
            addresses.add("HTTP://LAMP:9000/", BY)

    def test_there_is_an_end_to_addresses(self, database: None) -> None:
        for number in range(addresses.MOST):
            addresses.add(f"http://lamp:{9000 + number}/", BY)
        with pytest.raises(Refusal, match="too_many_webhooks"):
            addresses.add("http://lamp:1/", BY)

    def test_a_removed_address_is_gone_with_its_secret(self, database: None) -> None:
        hook = addresses.add("http://lamp/", BY).hook
        addresses.remove(hook.id, BY)
        assert addresses.everybody() == []
        assert Webhook.get_by_id(hook.id).secret == ""
        with pytest.raises(Refusal, match="webhook_unknown"):
            addresses.remove(hook.id, BY)


def test_a_change_is_told_at_once_and_signed(telling: Hub) -> None:
    with Receiver() as receiver:
        hook = add(telling, receiver.url)
        tap(telling, Action.START_NEXT)
        got = receiver.next()
        until(partial(has_taken, hook, got.state["seq"]))
    assert got.event == "timer"
    assert got.state["item"]["title"] == "Продажи"
    assert got.headers["x-kiosk-signature"] == signature(hook.secret, got.body)
    assert kept(hook).trouble == ""


def test_a_tap_over_http_rings_the_bell(telling: Hub) -> None:
    host = client_as(telling.app, Role.HOST)
    with Receiver() as receiver:
        add(telling, receiver.url)
        assert host.post("/api/timer/cards", json={"card": "stop"}).status_code == 200
        assert receiver.next().state["card"] == "stop"


def test_a_newcomer_is_told_how_things_stand(telling: Hub) -> None:
    tap(telling, Action.START_NEXT)
    with Receiver() as receiver:
        add(telling, receiver.url)
        assert receiver.next().state["phase"] == "talk"


def test_a_card_that_comes_by_itself_is_told_when_it_comes(telling: Hub) -> None:
    with Receiver() as receiver:
        tap(telling, Action.START_NEXT)
        with db.connection_context():
            left = timer.current().rundown.remaining(steady.now())
        tap(telling, Action.ADD, 600_000 + 700 - left)
        add(telling, receiver.url)
        first = receiver.next()
        assert (first.event, first.state["card"]) == ("timer", None)
        came = receiver.next()
    assert (came.event, came.state["card"], came.state["seq"]) == ("card", "10", first.state["seq"])
    assert -100 < came.state["remaining_ms"] - 600_000 <= 0


def test_who_is_away_is_told_the_latest_alone_when_back(hub: Hub) -> None:
    clock = [0.0]
    with Receiver() as receiver:
        hook = add(hub, receiver.url)
        courier = Courier(hub, hook, lambda: clock[0])
        receiver.status = 503
        tap(hub, Action.START_NEXT)
        courier.news(Sign(1, ""))
        courier.step()
        assert (receiver.next().state["running"], kept(hook).trouble) == (True, "status:503")
        courier.step()
        assert receiver.waiting == 0, "it is not yet time to try again"
        receiver.status = 200
        tap(hub, Action.PAUSE)
        clock[0] = 1.0
        courier.step()
        assert receiver.next().state["running"] is False
        assert kept(hook).trouble == ""


def test_pauses_grow_to_half_a_minute_and_end_with_something_new(hub: Hub) -> None:
    clock = [0.0]
    with Receiver() as receiver:
        receiver.status = 500
        tap(hub, Action.START_NEXT)
        courier = Courier(hub, add(hub, receiver.url), lambda: clock[0])
        courier.news(Sign(1, ""))
        tried = []
        for second in range(120):
            clock[0] = float(second)
            courier.step()
            if receiver.waiting:
                receiver.next()
                tried.append(second)
        assert tried == [0, 1, 3, 7, 15, 31, 61, 91]
        courier.news(Sign(2, ""))
        courier.step()
        assert receiver.waiting == 1


def test_two_couriers_of_one_address_tell_it_once(hub: Hub) -> None:
    """Two hubs on one database, or a courier that was to end and its successor."""
    with Receiver() as receiver:
        tap(hub, Action.START_NEXT)
        hook = add(hub, receiver.url)
        with ThreadPoolExecutor(4) as pool:
            ends = list(pool.map(lambda _: couriers.deliver(hub, hook, "timer"), range(12)))
        assert set(ends) <= {"", None}
        receiver.next()
        assert receiver.waiting == 0
        tap(hub, Action.PAUSE)
        assert couriers.deliver(hub, hook, "timer") == ""
        assert receiver.next().state["running"] is False


def test_the_claim_of_a_courier_that_died_ends_by_itself(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = steady.now()
    monkeypatch.setattr(steady, "now", lambda: moment)
    hook = add(hub, "http://127.0.0.1:9/")
    with db.connection_context():
        assert addresses.claim(hook.id) == Sign(0, "")
        assert addresses.claim(hook.id) is None
        for later in (addresses.CLAIM_MS + 1, -3_600_000):  # time passes; somebody sets the clock back by an hour
            moment += later
            assert addresses.claim(hook.id) is not None
        addresses.remove(hook.id, BY)
        assert addresses.claim(hook.id) is None


def test_one_that_is_silent_holds_up_nobody_else(telling: Hub) -> None:
    with Receiver() as mute, Receiver() as quick:
        mute.silent = True
        stuck, well = add(telling, mute.url), add(telling, quick.url)
        tap(telling, Action.START_NEXT)
        quick.next()
        for action in (Action.PAUSE, Action.RESUME, Action.PAUSE):
            tap(telling, action)
            with db.connection_context():
                seq = timer.current().seq
            until(partial(has_taken, well, seq))
        until(lambda: kept(stuck).trouble == "timeout")
        assert kept(stuck).told_seq == 0


def test_a_removed_address_is_told_no_more(telling: Hub) -> None:
    with Receiver() as receiver, Receiver() as other:
        hook = add(telling, receiver.url)
        add(telling, other.url)
        tap(telling, Action.START_NEXT)
        receiver.next()
        other.next()
        with db.connection_context():
            addresses.remove(hook.id, BY)
        couriers.ring(telling.app)
        tap(telling, Action.PAUSE)
        while other.next().state["running"]:
            pass
        assert receiver.waiting == 0


def test_the_next_card_is_waited_for_as_long_as_it_takes(hub: Hub) -> None:
    tap(hub, Action.START_NEXT)
    with db.connection_context():
        state = timer.current()
        began = state.rundown.since or 0
        assert until_next_card(state, began) == 20 * 60
        assert until_next_card(state, began + 20 * 60_000) == 5 * 60
        assert until_next_card(state, began + 31 * 60_000) == float("inf")
        assert [sign(state, began + at * 60_000).card.split("-")[1:2] for at in (0, 20, 25, 30)] == [
            [], [CardKind.TEN], [CardKind.FIVE], [CardKind.STOP],
        ]  # fmt: skip
    tap(hub, Action.PAUSE)
    with db.connection_context():
        assert until_next_card(timer.current(), steady.now()) == float("inf")
