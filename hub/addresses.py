"""Where phones of this network find the hub."""

import fcntl
import io
import socket
import struct

import qrcode

_SIOCGIFADDR = 0x8915
_SIOCGIFFLAGS = 0x8913
_UP, _LOOPBACK = 0x1, 0x8


def of(host: str) -> list[str]:
    """Addresses to open, this machine's own first and the network's last."""
    if host not in {"0.0.0.0", "::"}:  # noqa: S104  compared, not bound
        return [host]
    return ["127.0.0.1", *_of_interfaces()]


def _of_interfaces() -> list[str]:
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            address = _address(probe, name)
            if address and address not in found:
                found.append(address)
    return found


def _address(probe: socket.socket, interface: str) -> str | None:
    """The IPv4 address of an interface that is up and leads outside, asked of the kernel (Linux)."""
    packed = struct.pack("256s", interface[:15].encode())
    try:
        flags = struct.unpack("H", fcntl.ioctl(probe, _SIOCGIFFLAGS, packed)[16:18])[0]
        if not flags & _UP or flags & _LOOPBACK:
            return None
        return socket.inet_ntoa(fcntl.ioctl(probe, _SIOCGIFADDR, packed)[20:24])
    except OSError:
        return None


def terminal_qr(text: str) -> str:
    """A QR drawn with characters, for a phone to scan off the terminal."""
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    drawn = io.StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()
