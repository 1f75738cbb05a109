"""The check for old browsers tells old script from new."""

from pathlib import Path

import pytest

from tests import es5

pytestmark = pytest.mark.browser


def script(folder: Path, text: str) -> Path:
    path = folder / "script.js"
    path.write_text(text, encoding="utf-8")
    return path


def test_old_script_passes(tmp_path: Path) -> None:
    es5.parses(script(tmp_path, "(function () { 'use strict'; var word = 'Стоп'; return word; })();"))


@pytest.mark.parametrize("new", ["const a = 1", "x => x", "`a`", "f(1,)", "import 'a'", "let a", "({a})", "class A {}"])
def test_newer_script_does_not(tmp_path: Path, new: str) -> None:
    with pytest.raises(AssertionError, match=r"script\.js: SyntaxError"):
        es5.parses(script(tmp_path, new))
