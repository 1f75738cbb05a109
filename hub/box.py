"""The running hub: what features register themselves with and views find again."""

from dataclasses import dataclass

from flask import Flask, current_app

from hub.folder import Folder
from hub.live import Live
from hub.settings import Settings
from hub.signin import Signer, Throttle
from hub.workers import Workers

EXTENSION = "event_day_box"


@dataclass(frozen=True, slots=True)
class Hub:
    """One hub for each application; made by the factory."""

    app: Flask
    settings: Settings
    folder: Folder
    live: Live
    workers: Workers
    throttle: Throttle
    secret_key: bytes
    signer: Signer
    boot: int


def this_hub() -> Hub:
    """The hub of the application that serves this request."""
    hub: Hub = current_app.extensions[EXTENSION]
    return hub
