"""The printer of the sample seminar."""

from pathlib import Path

import pytest
from PIL import Image

from kiosk.paper.badges import render
from kiosk.paper.printers import PrinterStatus, PrinterTrouble, open_printer
from tests.kiosk.paper.badge_people import FIVE, ROLL


def test_a_badge_becomes_a_picture_named_for_its_owner(tmp_path: Path) -> None:
    printer = open_printer("picture_folder", str(tmp_path / "badges"), ROLL)
    badge = render(FIVE[0], ROLL)
    printer.print_badge(badge, "Қасымқызы Айгүл")
    (saved,) = (tmp_path / "badges").iterdir()
    assert saved.name == "Қасымқызы Айгүл.png"
    with Image.open(saved) as picture:
        assert picture.tobytes() == badge.tobytes()


def test_a_second_badge_never_replaces_the_first(tmp_path: Path) -> None:
    printer = open_printer("picture_folder", str(tmp_path), ROLL)
    for person in FIVE[:3]:
        printer.print_badge(render(person, ROLL), "Цой Тимур")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["Цой Тимур (2).png", "Цой Тимур (3).png", "Цой Тимур.png"]


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    printer = open_printer("picture_folder", str(tmp_path / "badges"), ROLL)
    printer.print_badge(render(FIVE[0], ROLL), "../../Цой\x00/Тимур")
    assert [path.parent.name for path in tmp_path.rglob("*.png")] == ["badges"]


def test_a_folder_that_cannot_be_written_is_a_trouble_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "badges").write_text("a file in the way")
    printer = open_printer("picture_folder", str(tmp_path / "badges"), ROLL)
    assert printer.status() == PrinterStatus(False, "offline")
    with pytest.raises(PrinterTrouble, match="offline"):
        printer.print_badge(render(FIVE[0], ROLL), "Цой")
    assert [path.name for path in tmp_path.iterdir()] == ["badges"]
