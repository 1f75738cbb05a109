"""Printers that announce themselves, on the loopback, and the one at an address."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
import zeroconf

from kiosk.paper.finding import Found, network
from kiosk.paper.finding.network import IPP, LPD, RAW, Announced
from tests.printer_emulator import PrinterEmulator

LOOPBACK = "127.0.0.1"


def announced(service: str, name: str, port: int, host: str = "10.0.0.5", **facts: str) -> Announced:
    return Announced(service, host, port, name, facts)


@pytest.mark.parametrize(
    ("services", "expected"),
    [
        (
            [announced(IPP, "Brother", 631, rp="ipp/print"), announced(RAW, "Brother", 9100, ty="Brother QL-820NWB")],
            Found("brother_network", "10.0.0.5:9100 QL-820NWB", "Brother QL-820NWB", "endless62", 300),
        ),
        (
            [announced(RAW, "HP", 9100), announced(IPP, "HP", 631, ty="HP LaserJet", rp="ipp/print")],
            Found("cups_queue", "ipp://10.0.0.5:631/ipp/print", "HP LaserJet", "roll58", 203),
        ),
        (
            [announced(LPD, "TM-m30", 515)],
            Found("escpos_network", "10.0.0.5:9100", "TM-m30", "roll80", 203),
        ),
        (
            [announced(RAW, "ZD421", 6101, ty="Zebra ZD421")],
            Found("zebra_network", "10.0.0.5:6101", "Zebra ZD421", "62x100", 203),
        ),
    ],
)
def test_of_the_ways_to_a_printer_the_best_is_offered(services: list[Announced], expected: Found) -> None:
    (found,) = network.best(services)
    assert (found.driver, found.address, found.name) == (expected.driver, expected.address, expected.name)
    assert list(network.best(reversed(services))) == [found]


def test_a_printer_that_announces_itself_is_heard() -> None:
    with ThreadPoolExecutor(1) as apart:  # zeroconf takes its thread's running loop: here that may be the browser's
        found = apart.submit(heard_on_the_loopback).result()
    assert [(one.driver, one.address) for one in found] == [("zebra_network", "127.0.0.2:9101")]


def heard_on_the_loopback() -> list[Found]:
    with zeroconf.Zeroconf(interfaces=[LOOPBACK], ip_version=zeroconf.IPVersion.V4Only) as voice:
        voice.register_service(
            zeroconf.ServiceInfo(
                RAW,
                f"Zebra at the door.{RAW}",
                addresses=[socket.inet_aton("127.0.0.2")],
                port=9101,
                properties={"ty": "Zebra ZD421"},
                server="zebra-door.local.",
            ),
            cooperating_responders=True,  # nobody else is asked for the name
        )
        return network.listen([LOOPBACK], seconds=5)


def test_only_the_named_address_is_asked_and_says_what_it_is() -> None:
    with PrinterEmulator() as machine:
        found = network.knock(machine.address)
        assert found is not None
        assert (found.driver, found.address, found.trouble) == ("escpos_network", machine.address, "")
        assert machine.badges == []
    with PrinterEmulator("mute") as machine:
        silent = network.knock(machine.address)
        assert silent is not None
        assert silent.trouble == "mute"
    with PrinterEmulator("off") as machine:
        assert network.knock(machine.address) is None
