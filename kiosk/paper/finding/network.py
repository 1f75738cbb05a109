"""Printers in the network: those that announce themselves, and the one at an address that somebody names.

Nothing else is knocked at: the network at a venue is the landlord's.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from threading import Event

from kiosk.paper.finding import Found, makers
from kiosk.paper.printers import PrinterTrouble
from kiosk.paper.printers.lines import network

EXTRA = "find"
# What a printer announces -> does its port take raw bytes? That of the second is another protocol's.
RAW, LPD, IPP = "_pdl-datastream._tcp.local.", "_printer._tcp.local.", "_ipp._tcp.local."
LISTEN_S = 3.0
RESOLVE_MS = 1000
_STATE = b"\x10\x04\x01"
_ASK_S = 1.0


@dataclass(frozen=True, slots=True)
class Announced:
    """A service as it was announced; `facts` is its text record."""

    service: str
    host: str
    port: int
    name: str
    facts: dict[str, str]


def can_listen() -> bool:
    """Is the package there that hears announcements?"""
    return find_spec("zeroconf") is not None


def listen(interfaces: Iterable[str] | None = None, seconds: float = LISTEN_S) -> list[Found]:
    """Printers that announce themselves within `seconds`; `interfaces` are addresses of this box, all if left out."""
    if not can_listen():
        return []
    import zeroconf  # an extra: a box whose printers are known needs none

    heard: list[tuple[str, str]] = []

    def hear(service_type: str, name: str, **_others: object) -> None:
        if (service_type, name) not in heard:
            heard.append((service_type, name))

    where = zeroconf.InterfaceChoice.All if interfaces is None else list(interfaces)
    with zeroconf.Zeroconf(interfaces=where, ip_version=zeroconf.IPVersion.V4Only) as ears:
        browser = zeroconf.ServiceBrowser(ears, [RAW, LPD, IPP], handlers=[hear])
        Event().wait(seconds)
        browser.cancel()
        infos = [(service, ears.get_service_info(service, name, timeout=RESOLVE_MS)) for service, name in heard]
    announced = [
        Announced(service, info.parsed_addresses()[0], info.port or 0, info.get_name(), _texts(info.decoded_properties))
        for service, info in infos
        if info is not None and info.parsed_addresses()
    ]
    return best(announced)


def _texts(properties: dict[str, str | None]) -> dict[str, str]:
    return {name: value or "" for name, value in properties.items()}


def best(announced: Iterable[Announced]) -> list[Found]:
    """One way to each printer: its own language where it is a badge printer, else IPP, else raw."""
    ways: dict[str, Announced] = {}
    for one in announced:
        known = ways.get(one.host)
        if known is None or _rank(one) < _rank(known):
            ways[one.host] = one
    return [_found(ways[host]) for host in sorted(ways)]


def _rank(one: Announced) -> int:
    if _language(one) != "escpos":
        return (RAW, LPD, IPP).index(one.service)
    return (IPP, RAW, LPD).index(one.service)


def _language(one: Announced) -> str:
    return makers.language_of(0, " ".join((one.name, one.facts.get("ty", ""), one.facts.get("usb_MFG", ""))))


def _found(one: Announced) -> Found:
    name = one.facts.get("ty") or one.name
    language = _language(one)
    if one.service == IPP and language == "escpos":
        return makers.found("cups_queue", f"ipp://{one.host}:{one.port}/{one.facts.get('rp', 'ipp/print')}", name)
    port = one.port if one.service == RAW else network.PORT
    model = makers.brother_model(name) if language == "brother" else ""
    return makers.found(f"{language}_network", f"{one.host}:{port}{model}", name)


def knock(address: str) -> Found | None:
    """The printer at an address that a person gives, `host` or `host:port`; None where nobody opens.

    Whoever answers the receipt printers' question is one; whoever is silent may be any other, and a person chooses.
    """
    host, port = network.place(address)
    try:
        with network.NetworkLine(host, port) as line:
            line.send(_STATE)
            answer = line.receive(time.monotonic() + _ASK_S)
    except PrinterTrouble as trouble:
        return None if trouble.code == "unreachable" else makers.found("escpos_network", f"{host}:{port}", host, "mute")
    silent = answer is None or answer[0] & 0x93 != 0x12
    return makers.found("escpos_network", f"{host}:{port}", host, "mute" if silent else "")
