"""A real hub whose clocks a test may step; the machine's own are not touched."""

import json
import os
import time
from pathlib import Path
from typing import Any

from hub.access import Role
from tests.live_hub import ROOT
from tests.speaker_timer.stage import StageHub

HERE = Path(__file__).resolve().parent
JUST_BOOTED_MS = 5_000


class SteppedHub(StageHub):
    """`kiosk serve` on a machine with a bad clock. All changes of clocks are told through one file."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        home.mkdir(parents=True, exist_ok=True)
        self._told = {"wall_ms": 0, "boot_ms": 0}
        self._boot = ""
        self._tell()

    def step_wall(self, by_ms: int) -> None:
        """The wall clock is wrong by so much from now on."""
        self._told["wall_ms"] = by_ms
        self._tell()

    def pass_time(self, by_ms: int) -> None:
        """So much time has gone by, by all clocks at once."""
        for clock in self._told:
            self._told[clock] += by_ms
        self._tell()

    def boot_anew(self) -> None:
        """The next start of the hub is a start of the machine: another boot, its clock near zero."""
        since_boot = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        self._told["boot_ms"] = JUST_BOOTED_MS - since_boot
        self._boot = "another-boot"
        self._tell()

    def set_clock(self, moment: int) -> dict[str, Any]:
        """A host says what time it is, ms since the epoch; the state after it."""
        state: dict[str, Any] = self.ask("POST", "/api/timer/clock", {"now": moment})
        return state

    def new_token(self, role: Role) -> str:
        """By the command, whose clock is the hub's."""
        return self.command("token", str(role), f"Test {role}").split()[-1]

    def _tell(self) -> None:
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps({**self._told, "boot": self._boot}), encoding="utf-8")
        fresh.replace(self._file)

    @property
    def _file(self) -> Path:
        return self.home / "clocks.json"

    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join((str(HERE), str(ROOT)))
        return {**super()._environment(), "PYTHONPATH": path, "CLOCK_STEP_FILE": str(self._file)}
