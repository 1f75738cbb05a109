"""The emulator understands what a library of others sends, in all three of its ways."""

import pytest
from escpos.printer import Network

from kiosk.paper.badges import render
from tests.kiosk.paper.badge_people import FIVE, ROLL
from tests.printer_emulator import PrinterEmulator


@pytest.mark.parametrize("way", ["bitImageRaster", "graphics", "bitImageColumn"])
def test_a_picture_comes_out_as_another_program_sent_it(way: str) -> None:
    badge = render(FIVE[0], ROLL).crop((0, 0, ROLL.width, 384))
    with PrinterEmulator() as emulator:
        host, port = emulator.address.split(":")
        printer = Network(host, int(port), timeout=3)
        width = {"media": {"width": {"pixels": badge.width}}}
        printer.profile.profile_data = {**printer.profile.profile_data, **width}
        printer.open()
        assert printer.is_online()
        assert printer.paper_status() == 2
        printer.image(badge.convert("L"), impl=way)
        printer.cut()
        (out,) = emulator.wait_for(1)
        printer.close()
    assert out.tobytes() == badge.tobytes()


def test_its_moods_are_those_another_program_knows() -> None:
    with PrinterEmulator("out_of_paper") as emulator:
        host, port = emulator.address.split(":")
        printer = Network(host, int(port), timeout=3)
        printer.open()
        assert not printer.is_online()
        assert printer.paper_status() == 0
        printer.close()
