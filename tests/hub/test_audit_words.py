"""Whatever the house writes into its audit log can be read by people."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from hub import audit_words

ROOT = Path(__file__).resolve().parents[2]


def recorded() -> Iterator[str]:
    """Every action that code records: the texts in second place of `audit.record(…)`."""
    for package in ("hub", "kiosk", "attendance"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                    yield from (
                        text.value
                        for text in ast.walk(node.args[1])
                        if isinstance(text, ast.Constant) and isinstance(text.value, str)
                    )


@pytest.mark.parametrize("action", sorted(set(recorded())))
def test_every_recorded_action_has_words(app: Flask, action: str) -> None:
    assert action in audit_words.ACTIONS


def test_every_word_is_of_an_action_that_is_recorded(app: Flask) -> None:
    assert set(audit_words.ACTIONS) <= set(recorded())
