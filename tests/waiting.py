"""Waiting for what only the hub can tell, or another thread does."""

import time
from collections.abc import Callable
from threading import Event

LOOK_S = 0.05
PATIENCE_S = 20.0


def until(holds: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Look again and again until it holds; a failure after `seconds`."""
    ends, pause = time.monotonic() + seconds, Event()
    while not holds():
        assert time.monotonic() < ends, "it never came true"
        pause.wait(LOOK_S)
