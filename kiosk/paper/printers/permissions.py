"""What lets the box print where the system does not: a line for udev."""

import grp
import os
import re

AFTERWARDS = "sudo udevadm control --reload && sudo udevadm trigger"
RULES = "/etc/udev/rules.d/70-badge-printers.rules"
_NUMBERS = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


def udev_line(address: str) -> str:
    """The rule that gives this device, a file or USB numbers, to the group under which the hub runs."""
    group = grp.getgrgid(os.getgid()).gr_name
    place = address.strip().split(" ")[0].partition("@")[0]
    if numbers := _NUMBERS.fullmatch(place):
        vendor, product = numbers[1].lower(), numbers[2].lower()
        device = f'SUBSYSTEM=="usb", ATTR{{idVendor}}=="{vendor}", ATTR{{idProduct}}=="{product}"'
    elif "/usb/lp" in place:
        device = 'SUBSYSTEM=="usbmisc", KERNEL=="lp[0-9]*"'
    else:
        device = f'KERNEL=="{place.removeprefix("/dev/")}"'
    return f'{device}, MODE="0660", GROUP="{group}"'
