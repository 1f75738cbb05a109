"""The screens that tell somebody how it went: what each looks like and what can be done on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A screen of one message. `tone` and `shape` as at the desk; `ways` are its buttons, the likeliest first.

    `desk`: the organiser's words on where the desk is stand below.
    """

    name: str
    tone: str
    shape: str
    ways: tuple[str, ...] = ("done",)
    desk: bool = False


TOLD = (
    Told("checking", "info", "wait", ("to_start",)),
    Told("welcome", "go", "check"),
    Told("registered", "go", "check"),
    Told("already", "known", "check"),
    Told("unknown", "info", "question", ("by_name", "to_start"), desk=True),
    Told("unread", "info", "question", ("to_start", "by_name"), desk=True),
    Told("malformed", "info", "question", ("by_name", "to_start")),
    Told("other", "info", "question", ("by_name", "to_start")),
    Told("desk", "info", "leave", ("to_start",), desk=True),
    Told("nobody", "info", "question", ("again", "to_start"), desk=True),
    Told("tries", "known", "wait", ("to_start",), desk=True),
    Told("away", "known", "away", ("to_start",), desk=True),
    Told("gone", "known", "away", (), desk=True),
    Told("called", "info", "sound"),
    Told("coming", "go", "check"),
)
