"""The check for old browsers tells old script from new."""

import re
from pathlib import Path

import pytest

from tests import es5
from tests.browser import ROOT

pytestmark = pytest.mark.browser


def script(folder: Path, text: str) -> Path:
    path = folder / "script.js"
    path.write_text(text, encoding="utf-8")
    return path


def test_old_script_passes(tmp_path: Path) -> None:
    es5.parses(script(tmp_path, "(function () { 'use strict'; var word = 'Стоп'; return word; })();"))


@pytest.mark.parametrize("path", sorted((ROOT / "hub/static/hub/es5").glob("*.js")), ids=lambda path: path.name)
def test_what_screens_of_any_age_share_is_old_and_holds_no_words_for_people(path: Path) -> None:
    es5.parses(path)
    assert not re.search("[А-Яа-я]", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("new", ["const a = 1", "x => x", "`a`", "f(1,)", "import 'a'", "let a", "({a})", "class A {}"])
def test_newer_script_does_not(tmp_path: Path, new: str) -> None:
    with pytest.raises(AssertionError, match=r"script\.js: SyntaxError"):
        es5.parses(script(tmp_path, new))
