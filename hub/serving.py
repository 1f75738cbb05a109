"""Serving: one gunicorn worker of many threads, as measured best for sockets beside writes on a small machine."""

import errno
import gc
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from hub import addresses, i18n, pins, seminar, signin
from hub.access import Role
from hub.app import create_app, open_folder
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.errors import Refusal
from hub.i18n import terminal_text as _
from hub.role_names import ROLE_NAMES
from hub.settings import Settings

THREADS = 256
GRACE_S = 8
# A thread that computes gives way to one that has a card to pass on within this, not after Python's usual 5 ms.
SWITCH_S = 0.0002
# A program that was installed has its catalogues compiled in; one that is run where it is written may have old ones.
_CHECKOUT = Path(__file__).parent.parent / "pyproject.toml"


class Serving(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn with our settings and nobody else's: its own files and environment are not read."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": 1,
            "worker_class": "hub.thread_worker.LingeringThreadWorker",
            "threads": THREADS,
            "worker_connections": 2000,
            "keepalive": 75,
            "timeout": 60,
            "graceful_timeout": GRACE_S,
            "control_socket_disable": True,
            "loglevel": "warning",
            "post_worker_init": begin,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return create_app(self.settings)


def begin(worker: Any) -> None:
    """In the worker, once the application stands: background threads, and sockets that let go at a stop."""
    sys.setswitchinterval(SWITCH_S)
    hub: Hub = worker.app.callable.extensions[EXTENSION]
    hub.workers.start()
    previous = signal.getsignal(signal.SIGTERM)

    def leave(number: int, frame: Any) -> None:
        threading.Thread(target=_let_go, args=(hub,), daemon=True).start()
        if callable(previous):
            previous(number, frame)

    signal.signal(signal.SIGTERM, leave)


def _let_go(hub: Hub) -> None:
    """Close sockets at the transport, so that pages reconnect by themselves and the stop takes no half minute."""
    for line in list(hub.live.io.server.eio.sockets.values()):
        line.close(wait=False)
    hub.workers.stop()


def serve(settings: Settings) -> None:
    """Serve until told to stop. Raises Refusal `no_seminar`, `port_taken`, `address_unknown`."""
    _demand_free(settings.host, settings.port)
    folder = open_folder(settings)
    with db.connection_context():
        _tell(settings, pins.pins(folder.secret_key(), seminar.current().pin_generation))
    # The worker is a fork: connections of SQLite must not cross into it.
    db.obj.close_all()
    sys.argv = sys.argv[:1]
    os.environ.pop("GUNICORN_CMD_ARGS", None)
    # What is loaded by now is shared with the fork until the collector touches it (10 MB, measured).
    gc.collect()
    gc.freeze()
    Serving(settings).run()


def _demand_free(host: str, port: int) -> None:
    """Say it in a sentence when another program holds the port. Raises Refusal `port_taken` or `address_unknown`."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            code = "port_taken" if error.errno in {errno.EADDRINUSE, errno.EACCES} else "address_unknown"
            raise Refusal(code, host=host, port=port) from error


def _tell(settings: Settings, by_role: dict[Role, str]) -> None:
    """Print where the hub is, the PINs, and a QR for a phone."""
    found = addresses.of(settings.host)
    urls = [f"http://{address}:{settings.port}/" for address in found]
    if _CHECKOUT.exists() and not i18n.compiled():
        click.echo(_("Some texts will be in English, for the translations have changed since. “make run” mends it."))
    click.echo(_("The hub is at:"))
    for url in urls:
        click.echo(f"  {url}")
    click.echo(_("PINs:"))
    for role, pin in by_role.items():
        click.echo(f"  {pin}  {role_name(role)}")
    link = f"{urls[-1]}enter/{signin.offer_link(Role.ORGANISER, None)}"
    click.echo(_("For the organiser's phone (once, within 15 minutes):"))
    click.echo(f"  {link}")
    click.echo(addresses.terminal_qr(link))


def role_name(role: Role) -> str:
    """A role in the box's language."""
    return _(ROLE_NAMES[role])
