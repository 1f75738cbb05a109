"""The same morning without a browser: commands beside the running hub, and the desk by its API."""

import csv
import json
import urllib.request
import uuid
from pathlib import Path
from typing import Any

from hub.access import Role
from tests.live_hub import LiveHub

LIST = Path(__file__).resolve().parent / "samples" / "bitrix24-leads.csv"


def ask(hub: LiveHub, path: str, **body: object) -> Any:
    """GET, or POST where there is a body; the JSON that comes back."""
    request = urllib.request.Request(
        hub.url + path,
        data=json.dumps(body).encode() if body else None,
        headers={"Authorization": f"Bearer {hub.token(Role.DESK)}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as reply:
        return json.load(reply)


def test_commands_and_the_api_make_the_same_list(live_hub: LiveHub, tmp_path: Path) -> None:
    live_hub.command("import", "attendees", str(LIST))
    guest, other = ask(live_hub, "/api/attendees?q=Zhumabayeva")["attendees"][:2]
    for code in (guest["code"], other["code"]):
        said = ask(live_hub, "/api/check-ins", id=str(uuid.uuid4()), code=code, station="Стол 2")
        assert said["outcome"] == "admitted"
    mistake = {"attendee": other["id"], "kind": "undo", "reason": "не тот человек"}
    assert ask(live_hub, "/api/check-ins", id=str(uuid.uuid4()), **mistake)["outcome"] == "undone"

    came, everybody = tmp_path / "came.csv", tmp_path / "all.csv"
    live_hub.command("export", str(came), "--came")
    live_hub.command("export", str(everybody))
    only = list(csv.DictReader(came.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["Фамилия"], row["Имя"], row["Билет"], row["Стол"]) for row in only] == [
        (guest["surname"], guest["first_name"], guest["code"], "Стол 2")
    ]
    assert len(everybody.read_text("utf-8-sig").splitlines()) == 1 + ask(live_hub, "/api/attendance")["registered"]
