"""A throw-away PostgreSQL for tests, when its programs are on this machine."""

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

ROOTS = Path("/usr/lib/postgresql")
# Nothing here outlives the test run, so nothing needs to reach the disk.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=16MB -c max_connections=60"
# A language's own order of letters, as an organiser's server would have it: searches must not depend on it.
INITIAL = (
    "-U",
    "kiosk",
    "-A",
    "trust",
    "-N",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=icu",
    "--icu-locale=ru",
)
UNPRIVILEGED = ("postgres", "nobody")

both_databases = pytest.mark.parametrize(
    "settings", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)
"""Mark of a module whose tests hold on SQLite and on PostgreSQL."""


def programs() -> Path | None:
    """The folder of the newest server's programs, if any."""
    found = sorted(ROOTS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def cluster() -> Iterator[str]:
    """A server of its own on a free port of the loopback; gives the address of its empty databases' maker."""
    bin_folder = programs()
    assert bin_folder is not None, "PostgreSQL is not installed"
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    data, port = home / "data", _free_port()
    _give(home)
    try:
        _run(bin_folder / "initdb", "-D", str(data), *INITIAL)
        options = f"{OPTIONS} -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home}"
        _run(bin_folder / "pg_ctl", "-D", str(data), "-l", str(home / "log"), "-w", "-o", options, "start")
        try:
            yield f"postgresql://kiosk@127.0.0.1:{port}"
        finally:
            _run(bin_folder / "pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def empty_database(server: str) -> str:
    """A place of its own on `server`, as empty as a new database and made in a tenth of the time; its address."""
    name = f"seminar_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as line:
        line.execute(SQL("CREATE SCHEMA {}").format(Identifier(name)))
    return f"{server}/postgres?options=-csearch_path%3D{name}"


def _give(folder: Path) -> None:
    """PostgreSQL refuses to run as root; give the folder to whom it will run as."""
    folder.chmod(0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, _servant())


def _servant() -> str:
    return next(name for name in UNPRIVILEGED if _known(name))


def _known(name: str) -> bool:
    return subprocess.run(["id", name], capture_output=True, check=False).returncode == 0


def _run(program: Path, *words: str) -> None:
    command = [str(program), *words]
    who = _servant() if os.geteuid() == 0 else None
    # The server stays behind with what it inherits: a pipe would never close.
    subprocess.run(command, user=who, extra_groups=[] if who else None, cwd="/", stdout=subprocess.DEVNULL, check=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
