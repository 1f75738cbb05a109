"""Which driver a printer wants, by who made it and what it calls itself."""

from kiosk.paper.finding import Found
from kiosk.paper.printers import kind

# USB vendor numbers of makers with a language of their own; all others are tried with ESC/POS.
_VENDORS = {0x04F9: "brother", 0x0A5F: "zebra"}
_WORDS = (("brother", "brother"), ("ql-", "brother"), ("zebra", "zebra"), ("ztc", "zebra"), ("zpl", "zebra"))


def language_of(vendor: int, name: str) -> str:
    """The beginning of a driver's name: brother, zebra or escpos."""
    said = name.lower()
    return _VENDORS.get(vendor) or next((made for word, made in _WORDS if word in said), "escpos")


def found(driver: str, address: str, name: str, trouble: str = "") -> Found:
    """A printer with the paper and the resolution that are usual for its kind."""
    made = kind(driver)
    return Found(driver, address, name, made.papers[0], made.resolutions[0], trouble)


def brother_model(name: str) -> str:
    """The model as the address wants it, with a space before; empty where the name tells none."""
    word = next((word for word in name.replace("_", " ").split() if word.upper().startswith("QL-")), "")
    return f" {word}" if word else ""
