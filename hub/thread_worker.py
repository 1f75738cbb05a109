"""gunicorn's threaded worker, whose thread stays with a busy connection for a moment.

gunicorn hands a kept-alive connection back to its main thread after each reply and out to some thread at the next
request: five switches between threads that fight for one interpreter lock. A desk in full flight asks again within
milliseconds, so its thread waits that long first. An idle connection costs no thread, as before.
"""

import select
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

LINGER_MS = 20


class LingeringThreadWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """`gthread` in everything else."""

    def handle(self, conn: Any) -> Any:
        """Answer requests of one connection until it falls silent. Returns what gunicorn's own does."""
        result = super().handle(conn)
        while result is True and self.alive and _asks_again(conn):
            result = super().handle(conn)
        return result

    def finish_request(self, conn: Any, future: Any) -> None:
        """Let go of a connection that has become a websocket (hub.websocket_loop): it is no longer the web server's."""
        if conn.sock.fileno() < 0:
            self.nr_conns -= 1
            return
        super().finish_request(conn, future)


def _asks_again(conn: Any) -> bool:
    """Has the next request begun to arrive, or will it in a moment?"""
    if conn.parser.unreader.buf.getvalue():
        return True
    waiting = select.poll()
    waiting.register(conn.sock, select.POLLIN)
    return bool(waiting.poll(LINGER_MS))
