"""`kiosk check` tells what each feature has looked at."""

from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from hub import features
from hub.check import Finding
from hub.cli import build
from hub.settings import Settings


def said(monkeypatch: pytest.MonkeyPatch, settings: Settings, *findings: Finding) -> tuple[int, list[str]]:
    """Exit code and lines of a box with one feature that found this."""
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))
    group = build()
    monkeypatch.setattr(features, "load", lambda: [SimpleNamespace(CHECKS=(lambda folder: findings,)), features])
    result = CliRunner().invoke(group, ["check"])
    return result.exit_code, result.output.splitlines()


@pytest.mark.usefixtures("app")
def test_a_box_that_is_well_ends_green(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    assert said(monkeypatch, settings, Finding(True, "Стойка", "готов")) == (0, ["+ Стойка: готов"])


@pytest.mark.usefixtures("app")
def test_one_that_is_not_ends_red_and_shows_the_lines_to_type(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    trouble = Finding(False, "Диск", "полон", ("df -h", "rm"))
    assert said(monkeypatch, settings, trouble) == (1, ["! Диск: полон", "    df -h", "    rm"])


def test_without_a_seminar_it_is_refused(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    code, _lines = said(monkeypatch, settings)
    assert code == 1


@pytest.mark.usefixtures("app")
def test_nothing_to_look_at_is_well(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    assert said(monkeypatch, settings) == (0, [])
