"""What is plugged in, by a bus that looks as the kernel shows it."""

from pathlib import Path

from kiosk.paper.finding import Found, usb_bus


def plug(bus: Path, port: str, node: str = "", kind: str = "07", **facts: str) -> None:
    """A device with one interface of this class; `node` is the file that the system made for it."""
    device, interface = bus / port, bus / f"{port}:1.0"
    device.mkdir(parents=True)
    interface.mkdir()
    for name, value in facts.items():
        (device / name).write_text(f"{value}\n")
    (interface / "bInterfaceClass").write_text(f"{kind}\n")
    if node:
        (interface / "usbmisc" / node).mkdir(parents=True)


def test_printers_are_told_from_other_devices_and_by_their_makers(tmp_path: Path) -> None:
    bus, dev = tmp_path / "bus", tmp_path / "dev"
    dev.mkdir()
    for name in ("lp0", "lp1"):
        (dev / name).touch()
    plug(bus, "1-1", "lp0", idVendor="04f9", idProduct="2042", manufacturer="Brother", product="QL-700")
    plug(bus, "1-2", "lp1", idVendor="0a5f", idProduct="0081", manufacturer="Zebra", product="ZTC ZD420")
    plug(bus, "1-3", idVendor="04b8", idProduct="0202", manufacturer="EPSON", product="TM-T20")
    plug(bus, "1-4", kind="03", idVendor="046d", idProduct="c31c", product="Keyboard")
    assert usb_bus.look(bus, dev) == [
        Found("brother_file", f"{dev}/lp0 QL-700", "Brother QL-700", "endless62", 300),
        Found("zebra_file", f"{dev}/lp1", "Zebra ZTC ZD420", "62x100", 203),
        Found("escpos_usb", "04b8:0202", "EPSON TM-T20", "roll80", 203),
    ]


def test_a_device_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    plug(tmp_path / "bus", "1-1", "lp7", idVendor="0519", idProduct="0003", product="TSP100")
    (found,) = usb_bus.look(tmp_path / "bus", tmp_path / "dev")
    assert (found.driver, found.trouble) == ("escpos_file", "unplugged")


def test_without_a_bus_nothing_is_found(tmp_path: Path) -> None:
    assert usb_bus.look(tmp_path / "none", tmp_path) == []
