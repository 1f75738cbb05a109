"""A CUPS of a test's own on the loopback, where its program is installed: one raw queue to a socket that collects."""

import getpass
import grp
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

READY_S = 15.0
LOOK_S = 0.05


def program() -> Path | None:
    """The server's program, or None where CUPS is not installed."""
    found = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin")
    return Path(found) if found else None


@dataclass(slots=True)
class Sink:
    """A printer that takes whatever comes, a connection a job."""

    documents: list[bytes] = field(default_factory=list)
    port: int = 0

    def collect(self, ear: socket.socket, leave: threading.Event) -> None:
        """Take documents until told to leave."""
        while not leave.is_set():
            with suppress(TimeoutError):
                line, _ = ear.accept()
                line.settimeout(5)
                with line, line.makefile("rb") as file:
                    self.documents.append(file.read())


@contextmanager
def queue() -> Iterator[tuple[str, Sink]]:
    """The address of a queue `Badge`, and what its printer gets."""
    server = program()
    assert server is not None
    sink, leave = Sink(), threading.Event()
    with tempfile.TemporaryDirectory() as place, socket.create_server(("127.0.0.1", 0)) as ear:
        home = Path(place)
        home.chmod(0o755)  # its helpers are another user, and read what is to be printed
        ear.settimeout(0.05)
        sink.port = ear.getsockname()[1]
        collector = threading.Thread(target=sink.collect, args=(ear, leave), name="printer behind CUPS")
        collector.start()
        port = _free_port()
        _write_settings(home, server, port, sink.port)
        running = subprocess.Popen(
            [str(server), "-f", "-c", str(home / "cupsd.conf"), "-s", str(home / "cups-files.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            _wait_for(port, running)
            yield f"ipp://127.0.0.1:{port}/printers/Badge", sink
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            leave.set()
            collector.join(10)


def _write_settings(home: Path, server: Path, port: int, sink: int) -> None:
    for folder in ("spool/tmp", "cache", "state", "requests"):
        (home / folder).mkdir(parents=True)
    # CUPS refuses to run its helpers as root, and to let them be of the group that administers it.
    user, group = ("lp", "lp") if os.geteuid() == 0 else (getpass.getuser(), grp.getgrgid(os.getgid()).gr_name)
    usr = server.parent.parent
    (home / "cups-files.conf").write_text(
        f"ServerRoot {home}\nServerBin {usr}/lib/cups\nDataDir {usr}/share/cups\nRequestRoot {home}/requests\n"
        f"CacheDir {home}/cache\nStateDir {home}/state\nTempDir {home}/spool/tmp\nFileDevice Yes\n"
        f"User {user}\nGroup {group}\nSystemGroup root\nAccessLog {home}/access\nErrorLog {home}/error\n"
        f"PageLog {home}/page\nSandboxing relaxed\n"
    )
    (home / "cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\nBrowsing Off\nLogLevel debug\nDefaultAuthType None\n"
        "<Location />\n  Order allow,deny\n  Allow all\n</Location>\n"
        "<Policy default>\n  <Limit All>\n    Order deny,allow\n    Allow all\n  </Limit>\n</Policy>\n"
    )
    (home / "printers.conf").write_text(
        f"<Printer Badge>\nInfo Бейджи\nDeviceURI socket://127.0.0.1:{sink}\nState Idle\nAccepting Yes\nShared No\n"
        "ErrorPolicy retry-current-job\n</Printer>\n"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(int(READY_S / LOOK_S)):
        assert running.poll() is None, "cupsd ended"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        threading.Event().wait(LOOK_S)
    raise AssertionError("cupsd does not listen")
