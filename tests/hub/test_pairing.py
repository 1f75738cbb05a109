"""Letting in browsers that have no keyboard."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from hub import clock, devices, pairing
from hub.access import STAFF, Actor, Role
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry, Device, Pairing

ADDRESS = "192.168.1.20"
HOST = Actor(None, Role.HOST, "Тимур Цой", "", "192.168.1.7")

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def gate() -> pairing.Gate:
    return pairing.Gate()


def grow_old(**columns: int) -> None:
    """Move every pairing's moments into the past."""
    Pairing.update({getattr(Pairing, name): clock.now() - ms for name, ms in columns.items()}).execute()


def test_a_screen_is_let_in_by_its_code_and_comes_in_by_its_secret(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    assert [(one.code, one.role, one.address) for one in pairing.waiting()] == [(asked.code, "display", ADDRESS)]
    assert pairing.claim(asked.secret) is None, "nobody has let it in yet"
    device = pairing.let_in(asked.code, "  Дисплей   у сцены ", HOST)
    assert (device.role, device.name, device.address) == ("display", "Дисплей у сцены", ADDRESS)
    assert pairing.claim(asked.secret) == device
    assert pairing.waiting() == []
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert (entry.action, entry.subject, entry.who) == ("device_paired", "Дисплей у сцены", "Тимур Цой (host)")


def test_the_code_alone_opens_nothing(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    pairing.let_in(asked.code, "Дисплей 1", HOST)
    assert pairing.claim(asked.code) is None
    assert pairing.claim("") is None


def test_the_secret_is_stored_as_a_hash_only(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    pairing.let_in(asked.code, "Дисплей 1", HOST)
    assert asked.secret not in str(
        [*Pairing.select().tuples(), *Device.select().tuples(), *AuditEntry.select().tuples()]
    )


def test_a_lost_reply_may_be_asked_for_again_but_not_for_long(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.KIOSK, ADDRESS, gate)
    device = pairing.let_in(asked.code, "Киоск 1", HOST)
    assert [pairing.claim(asked.secret) for _ in range(3)] == [device] * 3
    grow_old(claimed_at=pairing.CLAIM_AGAIN_MS + 1)
    assert pairing.claim(asked.secret) is None


def test_a_second_tap_answers_the_device_of_the_first(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.SCREEN, ADDRESS, gate)
    device = pairing.let_in(asked.code, "Экран 1", HOST)
    assert pairing.let_in(asked.code, "Экран 2", HOST) == device
    assert [one.name for one in Device.select()] == ["Экран 1"]


def test_two_phones_at_once_make_one_device(app: Flask, gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)

    def tap(number: int) -> str:
        with app.app_context(), db.connection_context():
            return str(pairing.let_in(asked.code, f"Дисплей {number}", HOST).id)

    with ThreadPoolExecutor(8) as phones:
        assert len(set(phones.map(tap, range(8)))) == 1


def test_a_code_grows_old(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    assert pairing.waits(asked.secret)
    grow_old(expires_at=1)
    assert pairing.waiting() == []
    assert pairing.waits(asked.secret) is None
    with pytest.raises(Refusal, match="pairing_expired"):
        pairing.let_in(asked.code, "Дисплей 1", HOST)
    pairing.ask(Role.DISPLAY, ADDRESS, gate)
    with pytest.raises(Refusal, match="pairing_unknown"):
        pairing.let_in(asked.code, "Дисплей 1", HOST)


def test_a_screen_that_never_came_for_its_place_is_shut_out(gate: pairing.Gate) -> None:
    late, quick = (pairing.ask(Role.DISPLAY, ADDRESS, gate) for _ in range(2))
    for asked in (late, quick):
        pairing.let_in(asked.code, asked.code, HOST)
    pairing.claim(quick.secret)
    grow_old(expires_at=1)
    assert pairing.claim(late.secret) is None
    pairing.ask(Role.DISPLAY, ADDRESS, gate)
    assert [device.name for device in devices.everybody()] == [quick.code]


def test_a_screen_that_was_shut_out_meanwhile_does_not_come_in(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    devices.revoke(pairing.let_in(asked.code, "Дисплей 1", HOST).id)
    assert pairing.claim(asked.secret) is None


def test_a_name_is_wanted(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    with pytest.raises(Refusal, match="device_name_too_long"):
        pairing.let_in(asked.code, "Э" * 61, HOST)
    with pytest.raises(Refusal, match="device_name_required"):
        pairing.let_in(asked.code, "  ", HOST)
    assert len(pairing.waiting()) == 1


@pytest.mark.parametrize("role", STAFF)
def test_no_code_leads_to_a_persons_role(gate: pairing.Gate, role: Role) -> None:
    with pytest.raises(ValueError, match=role):
        pairing.ask(role, ADDRESS, gate)


def test_a_code_is_known_in_any_layout_and_case(gate: pairing.Gate) -> None:
    asked = pairing.ask(Role.DISPLAY, ADDRESS, gate)
    Pairing.update(code="KT4X").execute()
    assert {pairing.find(typed).code for typed in ("KT4X", "kt4x", " kt 4x", "КТ4Х", "кт4х")} == {"KT4X"}
    assert asked.code == "".join(letter for letter in asked.code if letter in pairing.ALPHABET)


def test_no_code_has_a_letter_that_is_taken_for_another() -> None:
    assert set(pairing.ALPHABET).isdisjoint("IJLO01Q6S8UVWYZ")


@pytest.mark.parametrize("odd", ["", "????", "K" * 10_000, "KT4", "'; --", "\x00"])
def test_odd_codes_are_merely_unknown(gate: pairing.Gate, odd: str) -> None:
    pairing.ask(Role.DISPLAY, ADDRESS, gate)
    with pytest.raises(Refusal, match="pairing_unknown"):
        pairing.find(odd)


def test_no_two_screens_show_one_code(gate: pairing.Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    draws = iter(["AAAA", "AAAA", "AAAA", "BBBB"])
    monkeypatch.setattr(pairing, "_draw", lambda: next(draws))
    assert [pairing.ask(Role.DISPLAY, ADDRESS, gate).code for _ in range(2)] == ["AAAA", "BBBB"]


def test_an_address_may_ask_for_so_many_a_minute() -> None:
    gate = pairing.Gate()
    for _ in range(pairing.ASKING[0].amount):
        gate.pass_by(ADDRESS)
    with pytest.raises(Refusal, match="too_many_asking"):
        gate.pass_by(ADDRESS)
    gate.pass_by("192.168.1.21")


def test_an_address_takes_no_more_than_its_share_of_the_list(gate: pairing.Gate) -> None:
    for _ in range(pairing.MOST_OF_ADDRESS):
        pairing.ask(Role.DISPLAY, ADDRESS, gate)
    with pytest.raises(Refusal, match="too_many_asking"):
        pairing.ask(Role.DISPLAY, ADDRESS, gate)
    pairing.ask(Role.DISPLAY, "192.168.1.21", gate)


def test_the_list_has_an_end_and_old_ones_make_room(gate: pairing.Gate) -> None:
    for number in range(pairing.MOST_WAITING):
        pairing.ask(Role.DISPLAY, f"10.0.0.{number}", gate)
    with pytest.raises(Refusal, match="too_many_asking"):
        pairing.ask(Role.DISPLAY, ADDRESS, gate)
    oldest = pairing.waiting()[0]
    Pairing.update(expires_at=clock.now()).where(Pairing.id == oldest.id).execute()
    pairing.ask(Role.DISPLAY, ADDRESS, gate)
    assert Pairing.select().count() == pairing.MOST_WAITING


def test_waiting_can_be_asked_for_one_role(gate: pairing.Gate) -> None:
    pairing.ask(Role.DISPLAY, ADDRESS, gate)
    kiosk = pairing.ask(Role.KIOSK, ADDRESS, gate)
    assert [one.code for one in pairing.waiting(Role.KIOSK)] == [kiosk.code]


def test_whoever_wants_something_else_leaves_the_list(gate: pairing.Gate) -> None:
    asked, other = (pairing.ask(Role.DISPLAY, ADDRESS, gate) for _ in range(2))
    pairing.withdraw(asked.secret)
    assert [one.code for one in pairing.waiting()] == [other.code]
