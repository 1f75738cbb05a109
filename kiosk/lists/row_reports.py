"""Rows of an import that a person should look at, grouped by why, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _

from hub.i18n import N_
from kiosk.lists.import_report import MERGED, PROBLEM
from kiosk.lists.import_words import FIELDS, OUTCOMES, PROBLEMS, WARNINGS

Report = Mapping[str, Any]
NOT_TAKEN = N_("Not taken in")
MERGED_INTO = N_("Merged: the same person stands in the list twice")


@dataclass(slots=True)
class Group:
    """Rows with one thing to look at. `grave` rows are not on the list of attendees."""

    title: str
    grave: bool
    rows: list[Report] = field(default_factory=list)


def worth_a_look(rows: Iterable[Report]) -> list[Group]:
    """Every row that is a problem, was merged or carries a warning; the gravest first, then the most frequent.

    `rows` are as `RowOutcome.plain` gives them. A row with two warnings stands in both groups.
    """
    grave = Group(_(NOT_TAKEN), grave=True)
    merged = Group(_(MERGED_INTO), grave=False)
    warned = {code: Group(_(text), grave=False) for code, text in WARNINGS.items()}
    for row in rows:
        if row["outcome"] == PROBLEM:
            grave.rows.append(row)
        elif row["outcome"] == MERGED:
            merged.rows.append(row)
        for code in row.get("warnings", ()):
            warned[code].rows.append(row)
    others = sorted((merged, *warned.values()), key=lambda group: -len(group.rows))
    return [group for group in (grave, *others) if group.rows]


def reason(row: Report) -> str:
    """Why a row is where it is, beyond its group's title."""
    if row["outcome"] == PROBLEM:
        return str(_(PROBLEMS[row["code"]])) if row.get("code") in PROBLEMS else ""
    if row["outcome"] == MERGED:
        return str(_("with row %(row)s", row=row["into"]) if row.get("into") else _(OUTCOMES[MERGED]))
    missing = [_(FIELDS[name]) for name in row.get("missing", ())]
    return _("empty: %(fields)s", fields=", ".join(missing)) if missing else ""
