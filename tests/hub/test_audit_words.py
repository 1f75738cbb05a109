"""Whatever the house writes into its audit log can be read by people."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from hub import audit_words
from hub.features import FEATURES

ROOT = Path(__file__).resolve().parents[2]


def modules() -> Iterator[ast.Module]:
    """All code but the lists of words themselves."""
    for package in FEATURES:
        for path in (ROOT / package).rglob("*.py"):
            if not path.stem.endswith("words"):
                yield ast.parse(path.read_text("utf-8"))


def texts(code: ast.AST) -> Iterator[str]:
    """Every text in a piece of code; of one with places to fill in, its beginning with an ellipsis."""
    filled = {part for node in ast.walk(code) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(code):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield f"{node.value}…" if node in filled else node.value


def recorded() -> Iterator[str]:
    """Every action that code records: the texts in second place of `audit.record(…)`."""
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                yield from texts(node.args[1])


@pytest.mark.parametrize("action", sorted(set(recorded())))
def test_every_recorded_action_has_words(app: Flask, action: str) -> None:
    beginning = action.removesuffix("…")
    found = [one for one in audit_words.ACTIONS if one.startswith(beginning)]
    assert found if action.endswith("…") else action in found


def test_every_word_is_of_an_action_that_is_recorded(app: Flask) -> None:
    written = {text for module in modules() for text in texts(module)}
    beginnings = tuple(action.removesuffix("…") for action in recorded() if action.endswith("…"))
    assert {one for one in audit_words.ACTIONS if not one.startswith(beginnings)} <= written
