"""A printer at a USB port, the bus played by a backend of our own: what is sent to its endpoint is a badge."""

import errno
import threading
from types import SimpleNamespace
from typing import Any

import pytest
import usb.backend.libusb1
import usb.core

from kiosk.paper.badges import render
from kiosk.paper.papers import sheet
from kiosk.paper.printers import Printer, PrinterStatus, open_printer
from tests.escpos_paper import EscposPaper
from tests.kiosk.paper.badge_people import FIVE, ROLL

NUMBERS = (0x04B8, 0x0202)
OUT, IN = 0x01, 0x82
_FIELDS = """
    bcdUSB bDeviceClass bDeviceSubClass bDeviceProtocol bMaxPacketSize0 bcdDevice iManufacturer iProduct iSerialNumber
    address bus port_number wTotalLength iConfiguration bmAttributes bMaxPower bInterfaceNumber bAlternateSetting
    bInterfaceSubClass bInterfaceProtocol iInterface bInterval bRefresh bSynchAddress
"""


class Bus:
    """A backend as the library wants one: one receipt printer, plugged in; `denied`: it may not be opened."""

    def __init__(self, *, answers: bool = True, denied: bool = False) -> None:
        self.answers, self.denied = answers, denied
        self.badges: list[Any] = []
        self.kernel, self.claimed = True, False
        self._heard, self._said = bytearray(), bytearray()
        self._paper = EscposPaper(self._take, self._say, lambda: "ok", self.badges.append)

    def _take(self, length: int) -> bytes:
        if len(self._heard) < length:
            raise EOFError
        taken = bytes(self._heard[:length])
        del self._heard[:length]
        return taken

    def _say(self, answer: bytes, *, out: bool = False) -> None:
        if self.answers:
            self._said += answer

    def enumerate_devices(self) -> list[str]:
        return ["printer"]

    def get_device_descriptor(self, device: str) -> SimpleNamespace:
        return _described(
            bLength=18, bDescriptorType=1, idVendor=NUMBERS[0], idProduct=NUMBERS[1], bNumConfigurations=1
        )

    def get_configuration_descriptor(self, device: str, number: int) -> SimpleNamespace:
        return _described(bLength=9, bDescriptorType=2, bNumInterfaces=1, bConfigurationValue=1)

    def get_interface_descriptor(self, device: str, number: int, alternate: int, configuration: int) -> SimpleNamespace:
        if alternate:
            raise IndexError
        return _described(bLength=9, bDescriptorType=4, bNumEndpoints=2, bInterfaceClass=7)

    def get_endpoint_descriptor(self, device: str, endpoint: int, *place: int) -> SimpleNamespace:
        return _described(
            bLength=7, bDescriptorType=5, bEndpointAddress=(OUT, IN)[endpoint], wMaxPacketSize=64, bmAttributes=2
        )

    def open_device(self, device: str) -> str:
        if self.denied:
            raise usb.core.USBError("denied", errno=errno.EACCES)
        return device

    def close_device(self, handle: str) -> None: ...

    def get_configuration(self, handle: str) -> int:
        return 1

    def is_kernel_driver_active(self, handle: str, number: int) -> bool:
        return self.kernel

    def detach_kernel_driver(self, handle: str, number: int) -> None:
        self.kernel = False

    def claim_interface(self, handle: str, number: int) -> None:
        self.claimed = True

    def release_interface(self, handle: str, number: int) -> None:
        self.claimed = False

    def bulk_write(self, handle: str, endpoint: int, number: int, data: Any, timeout: int) -> int:
        assert endpoint == OUT
        assert self.claimed
        assert not self.kernel
        assert 0 < timeout <= 5000, "the library's own default is to wait for ever"
        self._heard += data.tobytes()
        self._obey()
        return len(data)

    def _obey(self) -> None:
        """Obey each whole command; of one that is not whole yet nothing has happened."""
        while self._heard:
            before = bytes(self._heard)
            try:
                self._paper.command()
            except EOFError:
                self._heard = bytearray(before)
                return

    def bulk_read(self, handle: str, endpoint: int, number: int, buffer: Any, timeout: int) -> int:
        assert endpoint == IN
        if not self._said:
            threading.Event().wait(timeout / 1000)
            raise usb.core.USBTimeoutError("nothing")
        count = min(len(self._said), len(buffer))
        buffer[:count] = type(buffer)("B", self._said[:count])
        del self._said[:count]
        return count

    intr_write = iso_write = bulk_write
    intr_read = iso_read = bulk_read


def _described(**facts: int) -> SimpleNamespace:
    usual = dict.fromkeys(_FIELDS.split(), 0)
    empty: dict[str, Any] = {"port_numbers": None, "speed": None, "extra_descriptors": []}
    return SimpleNamespace(**{**usual, **empty, **facts})


def plugged(bus: Bus | None, monkeypatch: pytest.MonkeyPatch) -> Printer:
    """The driver, with this bus instead of the machine's own; None: the system's library is absent."""
    monkeypatch.setattr(usb.backend.libusb1, "get_backend", lambda *a, **k: bus)
    for other in ("libusb0", "openusb"):
        monkeypatch.setattr(f"usb.backend.{other}.get_backend", lambda *a, **k: None)
    return open_printer("escpos_usb", "04b8:0202", ROLL)


def test_a_badge_goes_through_the_bus_dot_for_dot_and_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    bus = Bus()
    printer = plugged(bus, monkeypatch)
    badge = render(FIVE[0], ROLL)
    assert printer.status() == PrinterStatus(True, "ok")
    assert printer.print_badge(badge, "") == "printed"
    assert [out.tobytes() for out in bus.badges] == [badge.tobytes()]
    assert not bus.claimed


@pytest.mark.usefixtures("in_a_hurry")
def test_a_printer_that_never_answers_is_only_said_to_have_got_it(monkeypatch: pytest.MonkeyPatch) -> None:
    bus = Bus(answers=False)
    printer = plugged(bus, monkeypatch)
    assert printer.print_badge(render(FIVE[0], ROLL), "") == "sent"
    assert len(bus.badges) == 1


@pytest.mark.parametrize(("bus", "code"), [(Bus(denied=True), "no_permission"), (None, "libusb_missing")])
def test_what_is_in_the_way_is_told(bus: Bus | None, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plugged(bus, monkeypatch).status() == PrinterStatus(False, code)


def test_another_printer_on_the_bus_is_not_taken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged(Bus(), monkeypatch)
    other = open_printer("brother_usb", "04f9:2042 QL-700", sheet("endless62", 300))
    assert other.status() == PrinterStatus(False, "unplugged")
