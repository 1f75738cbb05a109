"""Bring the catalogues up to the texts in the code: `python -m tools.catalogues`.

Message ids are English and need no catalogue of their own. What is new comes out empty, for a person to translate;
the tests name whatever is still empty.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "hub" / "translations"
LANGUAGES = ("ru", "kk", "uz", "ky")
PYBABEL = Path(sys.executable).parent / "pybabel"


def extract(target: Path) -> None:
    """Write a template of all messages in code and templates to `target`."""
    keywords = ("-k", "N_", "-k", "_l")
    _babel("extract", "-F", "babel.cfg", *keywords, "--add-location=file", "--sort-output", "-o", target, ".")


def main() -> None:
    """Update every language's catalogue and compile it."""
    template = FOLDER / "messages.pot"
    extract(template)
    for language in LANGUAGES:
        known = (FOLDER / language / "LC_MESSAGES" / "messages.po").exists()
        options = ("--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date") if known else ()
        _babel("update" if known else "init", "-i", template, "-d", FOLDER, "-l", language, *options)
    template.unlink()
    _babel("compile", "-d", FOLDER)


def _babel(*arguments: object) -> None:
    subprocess.run([PYBABEL, "--quiet", *map(str, arguments)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
