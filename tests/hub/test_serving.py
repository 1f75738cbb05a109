"""What `kiosk serve` says when it cannot."""

import socket

import pytest

from hub.errors import Refusal
from hub.serving import serve
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


def test_a_folder_without_a_seminar_is_not_served(settings: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Refusal, match="no_seminar"):
        serve(settings.model_copy(update={"host": "127.0.0.1", "port": port}))
