"""A real hub for tests: its own folder, its own process group, its own port on the loopback."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hub import seminar, signin
from hub.access import STAFF, Role
from hub.app import open_folder
from hub.database import db
from hub.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
READY_S = 30.0
POLL_S = 0.02
PORTS_TO_TRY = 5
# Without its compiled form a hub takes three times as long to start.
_NOT_OURS = ("KIOSK_", "PYTHONDONTWRITEBYTECODE")
_PIN = re.compile(r"^  (\d{6})  ", re.MULTILINE)


class HubDidNotStartError(Exception):
    """The server ended or stayed silent; the text is what it printed."""


class LiveHub:
    """`kiosk serve` as people run it. A context manager: a new seminar at entry, nothing left running after exit."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "data"
        self.port = 0
        self.pins: dict[Role, str] = {}
        self._tokens: dict[Role, str] = {}
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "LiveHub":
        with self.tables():
            seminar.begin(title="Бизнес-семинар")
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.kill()

    @property
    def url(self) -> str:
        """Where the hub is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The server's first process; its workers are in the process group of the same number."""
        assert self._server is not None, "the hub is not running"
        return self._server.pid

    @property
    def printed(self) -> str:
        """All that the server has printed since it was last started."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def command(self, *words: str) -> str:
        """Run a `kiosk` command on this folder beside the server; returns what it printed. Raises when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "hub.cli", *words],
            cwd=self.home,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise HubDidNotStartError(f"kiosk {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    @contextmanager
    def tables(self) -> Iterator[Settings]:
        """The folder's tables in this process, until the block ends.

        The server must not inherit, nor this process keep, a connection to the file it will own.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        before, settings = db.obj, Settings(data=self.folder)
        open_folder(settings)
        try:
            with db.connection_context():
                yield settings
        finally:
            db.obj.close_all()
            db.initialize(before)

    def token(self, role: Role) -> str:
        """A bearer token for this role, made at the first wish."""
        if role not in self._tokens:
            self._tokens[role] = self.new_token(role)
        return self._tokens[role]

    def new_token(self, role: Role) -> str:
        """What `kiosk token` prints, without the second that a command takes to start."""
        with self.tables():
            return signin.give_token(role, f"Test {role}")

    def start(self) -> None:
        """Serve until the first answer of /healthz. Another program may take the port first: then the next one."""
        for attempt in range(PORTS_TO_TRY):
            self.port = _free_port()
            try:
                self._serve()
            except HubDidNotStartError as error:
                if attempt + 1 == PORTS_TO_TRY or "--port" not in str(error):
                    raise
            else:
                return

    def start_again(self) -> None:
        """Serve the same folder on the same port, as after a power cut."""
        self._serve()

    def kill(self) -> None:
        """SIGKILL to the whole process group: no warning, no goodbye."""
        if self._server is None:
            return
        with suppress(ProcessLookupError):  # it ended by itself
            os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait()
        self._server = None

    @property
    def _log(self) -> Path:
        return self.home / "serve.log"

    def _environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
        return {**ours, "KIOSK_DATA": str(self.folder), "PYTHONPATH": str(ROOT)}

    def _serve(self) -> None:
        words = ("serve", "--host", "127.0.0.1", "--port", str(self.port))
        with self._log.open("wb") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "hub.cli", *words],
                cwd=self.home,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait_until_ready()
        self.pins = dict(zip(STAFF, _PIN.findall(self.printed), strict=True))

    def _wait_until_ready(self) -> None:
        assert self._server is not None
        for _ in range(int(READY_S / POLL_S)):
            if answers(f"{self.url}/healthz"):
                return
            try:
                # A pause that ends at once when the server does.
                self._server.wait(POLL_S)
            except subprocess.TimeoutExpired:
                continue
            break
        self.kill()
        raise HubDidNotStartError(self.printed)


def answers(url: str) -> bool:
    """Does this address say 200?"""
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
