"""What became of each row of a list."""

import json
from collections import Counter
from dataclasses import dataclass

CREATED, UPDATED, UNCHANGED, MERGED, PROBLEM = "created", "updated", "unchanged", "merged", "problem"
OUTCOMES = (CREATED, UPDATED, UNCHANGED, MERGED, PROBLEM)


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """One row: its number as the spreadsheet shows it, what became of it, and whom it names.

    `into` is the earlier row that a merged one names again; `code` says why a problem is none of the others.
    `changed` are attendee fields; `warnings` are those of `registrants` and of `matching`; `missing` are
    required fields that are empty. `attendee` is known once the list has been taken in.
    """

    row: int
    outcome: str
    text: str
    attendee: int | None = None
    into: int | None = None
    code: str = ""
    changed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """For JSON, without what is empty."""
        said = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in said.items() if value not in (None, "", ())}


def counts(rows: list[RowOutcome]) -> dict[str, int]:
    """How many rows had each of OUTCOMES; all five are there."""
    return {**dict.fromkeys(OUTCOMES, 0), **Counter(row.outcome for row in rows)}


def dumped(rows: list[RowOutcome], **about: object) -> str:
    """The report as `ImportRun.report` keeps it: counts, rows, and what else is known of the list."""
    whole = {"counts": counts(rows), **about, "rows": [row.plain() for row in rows]}
    return json.dumps(whole, ensure_ascii=False)
