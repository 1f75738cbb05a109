"""Background threads. One that fails is written to the log and started again; it never takes the hub along."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

Work = Callable[[threading.Event], None]
RESTART_S = 2.0


class Workers:
    """Threads that live as long as the serving process. `add` before `start`."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    def add(self, name: str, work: Work) -> None:
        """`work(stop)` runs until `stop` is set."""
        self._threads.append(threading.Thread(target=self._keep, args=(name, work), name=name, daemon=True))

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, wait_s: float = 5.0) -> None:
        self._stop.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(wait_s)

    def _keep(self, name: str, work: Work) -> None:
        while not self._stop.is_set():
            try:
                work(self._stop)
            except Exception:  # the boundary of a thread: there is nobody above to catch it
                log.exception("worker %s failed and starts again", name)
                self._stop.wait(RESTART_S)
