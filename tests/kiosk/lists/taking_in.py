"""Taking lists in, as the tests of imports do it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hub.sheets.sheets import sheet_of
from kiosk.lists import importing
from kiosk.lists.headings import recognise
from kiosk.lists.registrants import registrants
from tests.conftest import CAST, TESTER

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = ["Фамилия", "Имя", "Компания", "Должность", "Почта", "Телефон"]
EVERYBODY = [list(person) for person in CAST.values()]
AIGUL, TIMUR, UTKIR, OLGA, NURLAN = EVERYBODY
NAMES = [
    "bitrix24-leads.csv", "bitrix24-contacts-cp1251.csv", "bitrix24-leads.xls", "google-forms.csv", "tilda.csv",
    "list-full-name.xlsx",
]  # fmt: skip

Report = dict[str, Any]


def listing_of(rows: Sequence[Sequence[str]]) -> importing.Listing:
    """A list that was never a file."""
    sheet = sheet_of("", enumerate([HEAD, *map(list, rows)], start=1))
    mapping = recognise(sheet)
    return importing.Listing("list.csv", "0" * 64, sheet, mapping, {}, list(registrants(sheet, mapping, "KZ")))


def taken_in(path: Path, choices: dict[str, str | None] | None = None) -> Report:
    run = importing.apply(importing.open_listing(path, path.name, choices), TESTER)
    found: Report = json.loads(run.report)
    return found


def outcomes(told: Report) -> list[str]:
    return [row["outcome"] for row in told["rows"]]
