"""The organiser's own words for a phase of the day, on all screens or on one."""

from collections.abc import Iterable, Mapping

from hub import audit, letters
from hub.access import Actor
from hub.database import writes
from signage import screen_choice
from signage.frames import Phase
from signage.models import PhaseText

LONGEST = 80
Overrides = dict[tuple[str, str], str]
"""(phase, language) -> words"""


def kept(screen: str | None) -> Overrides:
    """What is written for one screen, or (None) for all; without what the one takes from all."""
    return _of(PhaseText.select(), screen)


def of_screen(written: Iterable[PhaseText], device: str) -> Overrides:
    """Of all that is `written` what a screen says: its own words before those for all."""
    return _of(written, None) | _of(written, device)


def _of(written: Iterable[PhaseText], screen: str | None) -> Overrides:
    return {(row.phase, row.language): row.text for row in written if row.__data__["screen"] == screen}


@writes
def write(screen: str | None, texts: Mapping[tuple[str, str], str], by: Actor) -> int:
    """Write words for phases; empty ones take the house's own again. Returns how many changed.

    Raises Refusal `screen_unknown` or `text_too_long`.
    """
    where, before = screen_choice.demand(screen), kept(screen)
    wanted = {key: letters.demand(text, LONGEST) for key, text in texts.items() if key[0] in set(Phase)}
    changed = {key: text for key, text in wanted.items() if text != before.get(key, "")}
    for (phase, language), text in changed.items():
        _forget(where, phase, language)
        if text:
            PhaseText.create(phase=phase, language=language, screen=where, text=text)
        was = {"own_words": before.get((phase, language), "")}
        audit.record(by, "phase_reworded", phase=phase, language=language, before=was, after={"own_words": text})
    return len(changed)


def _forget(screen: str | None, phase: str, language: str) -> None:
    PhaseText.delete().where(PhaseText.phase == phase, PhaseText.language == language, _standing_on(screen)).execute()


def _standing_on(screen: str | None) -> object:
    return PhaseText.screen.is_null() if screen is None else PhaseText.screen == screen
