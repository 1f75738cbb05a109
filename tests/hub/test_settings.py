"""Settings are read strictly: what is not understood stops the start by its name."""

from pathlib import Path

import pytest

from hub.settings import Settings, SettingsError, load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"KIOSK_{name.upper()}", raising=False)


def test_without_any_setting_the_box_starts() -> None:
    found = load({})
    assert (found.data, found.port, found.language) == (Path("data"), 8000, "ru")


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("kiosk.toml").write_text('port = 1\nlanguage = "kk"\nhost = "10.0.0.1"\n', encoding="utf-8")
    monkeypatch.setenv("KIOSK_PORT", "2")
    monkeypatch.setenv("KIOSK_LANGUAGE", "uz")
    found = load(port=3)
    assert (found.port, found.language, found.host) == (3, "uz", "10.0.0.1")


@pytest.mark.parametrize("name", ["KIOSK_PROT", "KIOSK_", "kiosk_dta"])
def test_an_unknown_setting_stops_the_start(name: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load({name: "1"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "http"),
        ("port", "0"),
        ("port", "65536"),
        ("language", "de"),
        ("trusted_proxies", "-1"),
        ("https_only", "?"),
    ],
)
def test_a_malformed_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"KIOSK_{name.upper()}", value)
    with pytest.raises(SettingsError, match=name):
        load()


@pytest.mark.parametrize("text", ["port = ", "prot = 1\n", "[port\n", "\0", "port = [1]"])
def test_a_malformed_file_stops_the_start(text: str) -> None:
    Path("kiosk.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        load({})
