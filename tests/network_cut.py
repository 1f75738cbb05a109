"""A network between pages and a hub that can fall silent for real, and come back.

While it is cut nothing passes in either direction, no new connection is answered (its SYN is dropped by the kernel, as
if by a dead access point), and nobody is told: no FIN, no RST. What was on its way arrives after the return.
"""

import socket
import threading
from contextlib import suppress

BACKLOG = 128
CHUNK = 65536
NO_ANSWER_S = 0.2


class NetworkCut:
    """Forwards TCP to a port of the loopback. A context manager; `from_hub` counts the bytes that the hub has sent."""

    def __init__(self, hub_port: int) -> None:
        self.hub_port = hub_port
        self.from_hub = 0
        self._whole = threading.Event()
        self._whole.set()
        self._closed = False
        self._open: list[socket.socket] = []
        self._in_the_way: list[socket.socket] = []
        self._counting = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
        self.port: int = self._door.getsockname()[1]

    def __enter__(self) -> "NetworkCut":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closed = True
        self._whole.set()
        # Wakes the threads that wait in recv and accept, which closing alone does not.
        for line in (self._door, *self._open, *self._in_the_way):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    @property
    def url(self) -> str:
        """Where the hub seems to be, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Fall silent."""
        self._whole.clear()
        # With its queue of new connections full, the kernel answers none: the next SYNs are lost.
        self._door.listen(0)
        while self._answers():
            continue

    def restore(self) -> None:
        """Come back; what was held up is let through."""
        for line in self._in_the_way:
            line.close()
        self._in_the_way.clear()
        self._door.listen(BACKLOG)
        self._whole.set()

    def _answers(self) -> bool:
        line = socket.socket()
        line.settimeout(NO_ANSWER_S)
        self._in_the_way.append(line)
        try:
            line.connect(("127.0.0.1", self.port))
        except TimeoutError:
            return False
        return True

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._closed:
                near, _ = self._door.accept()
                self._whole.wait()
                self._join(near)

    def _join(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(("127.0.0.1", self.hub_port))
        except OSError:  # the hub is down: so is this
            near.close()
            return
        for line in (near, far):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open += [near, far]
        threading.Thread(target=self._carry, args=(near, far, False), daemon=True).start()
        threading.Thread(target=self._carry, args=(far, near, True), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket, from_hub: bool) -> None:
        with suppress(OSError):
            while data := here.recv(CHUNK):
                self._whole.wait()
                if from_hub:
                    with self._counting:
                        self.from_hub += len(data)
                there.sendall(data)
        self._whole.wait()
        for line in (here, there):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
