"""What `kiosk serve` says when it cannot."""

import os
import socket
from pathlib import Path

import pytest

from hub import i18n, signin
from hub.errors import Refusal
from hub.serving import _tell, serve
from hub.settings import Settings


def test_a_port_that_another_program_holds_is_named(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Refusal, match="port_taken") as refused:
            serve(settings.model_copy(update={"host": "127.0.0.1", "port": port}))
    assert refused.value.details["port"] == port


def test_an_address_of_another_machine_is_named(settings: Settings) -> None:
    with pytest.raises(Refusal, match="address_unknown"):
        serve(settings.model_copy(update={"host": "192.0.2.1"}))


@pytest.mark.parametrize(("newer", "fresh"), [("messages.mo", True), ("messages.po", False), ("", False)])
def test_translations_that_were_not_compiled_since_they_changed_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newer: str, fresh: bool
) -> None:
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in ("messages.po", "messages.mo"):
        (folder / name).touch()
        os.utime(folder / name, (0, 1 if name == newer else 0))
    if not newer:
        (folder / "messages.mo").unlink()
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)
    assert i18n.compiled() is fresh


@pytest.mark.parametrize("fresh", [True, False])
def test_old_translations_are_told_at_the_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fresh: bool
) -> None:
    monkeypatch.setattr(i18n, "compiled", lambda: fresh)
    monkeypatch.setattr(signin, "offer_link", lambda role, by: "secret")
    _tell(settings, {})
    assert ("make run" in capsys.readouterr().out) is not fresh


def test_a_folder_without_a_seminar_is_not_served(settings: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Refusal, match="no_seminar"):
        serve(settings.model_copy(update={"host": "127.0.0.1", "port": port}))
