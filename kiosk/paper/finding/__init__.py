"""Looking for printers: what is plugged in, what the print service knows, what the network announces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A printer that could be added: its driver and address as the form wants them, and the name it gives itself.

    `trouble` is a code of `printer_words.STATES` where something stands in the way already, else empty.
    """

    driver: str
    address: str
    name: str
    paper: str
    dpi: int
    trouble: str = ""
