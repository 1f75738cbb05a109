"""A printer at a USB port that no driver of the system holds: by vendor and product, as `04b8:0202`."""

import errno

from kiosk.paper import printers
from kiosk.paper.printers import PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

ADDRESS = r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}"
PRINTER_CLASS = 7
PART = 4096


class UsbLine(Line):
    """A claimed interface. Every transfer has a timeout: the library's own default is to wait for ever."""

    def __init__(self, vendor: int, product: int) -> None:
        import usb.core  # an extra: only who has such a printer installs it
        import usb.util

        self._usb = usb
        try:
            self._device = usb.core.find(idVendor=vendor, idProduct=product)
            if self._device is None:
                raise PrinterTrouble("unplugged")
            self._claim()
        except usb.core.NoBackendError as error:
            raise PrinterTrouble("libusb_missing") from error
        except usb.core.USBError as error:
            raise PrinterTrouble(_code(error.errno)) from error

    def _claim(self) -> None:
        interface = self._usb.util.find_descriptor(
            self._device.get_active_configuration(), bInterfaceClass=PRINTER_CLASS
        )
        if interface is None:
            raise PrinterTrouble("unplugged")
        self._number = interface.bInterfaceNumber
        if self._device.is_kernel_driver_active(self._number):
            self._device.detach_kernel_driver(self._number)
        self._usb.util.claim_interface(self._device, self._number)
        self._out = self._endpoint(interface, self._usb.util.ENDPOINT_OUT)
        self._in = self._endpoint(interface, self._usb.util.ENDPOINT_IN)

    def _endpoint(self, interface: object, direction: int) -> int | None:
        def goes(endpoint: object) -> bool:
            return bool(self._usb.util.endpoint_direction(vars(endpoint)["bEndpointAddress"]) == direction)

        found = self._usb.util.find_descriptor(interface, custom_match=goes)
        return None if found is None else int(found.bEndpointAddress)

    def close(self) -> None:
        """Give the interface back."""
        self._usb.util.dispose_resources(self._device)

    def _write(self, data: bytes) -> None:
        try:
            left = memoryview(data)
            while left:
                left = left[self._device.write(self._out, bytes(left[:PART]), int(printers.TIMEOUT_S * 1000)) :]
        except self._usb.core.USBTimeoutError as error:
            raise TimeoutError from error

    def _read(self, seconds: float, most: int) -> bytes:
        if self._in is None:
            raise TimeoutError
        try:
            # A whole packet must be asked for, or what is over is lost; no answer here is longer.
            return bytes(self._device.read(self._in, 64, max(1, int(seconds * 1000))))
        except self._usb.core.USBTimeoutError as error:
            raise TimeoutError from error


def _code(number: int | None) -> str:
    return {errno.EACCES: "no_permission", errno.EBUSY: "busy"}.get(number or 0, "unplugged")


def at(address: str) -> OpenLine:
    """What opens the device of these numbers, hexadecimal."""
    vendor, product = (int(part, 16) for part in address.strip().split(":"))
    return lambda: UsbLine(vendor, product)
