"""What becomes of the day's moments when a person sets the clock. Pure; moments and lengths in ms."""

from dataclasses import replace

from speaker_timer.cards import Stage
from speaker_timer.rundown import Rundown


def moved(rundown: Rundown, stage: Stage, by: int, wrong_since: int, ran: int | None = None) -> tuple[Rundown, Stage]:
    """The same day after the clock was moved `by`, having been wrong since that moment of its own (0: always).

    What has happened since then was noted by the wrong clock and moves with it; what is planned stays where it was
    promised. `ran` is the item whose clock ran when the machine went off: the time it was off is that item's, though
    somebody has paused it since.
    """

    def right(moment: int | None) -> int | None:
        return moment if moment is None or moment < wrong_since else moment + by

    slots = tuple(replace(slot, started=right(slot.started), ended=right(slot.ended)) for slot in rundown.slots)
    card = stage.card
    if card is not None and card.since >= wrong_since:
        card = replace(card, since=card.since + by)
    # A flash is over in three seconds; moved, it could go on for as long as the clock was wrong.
    before = rundown.before
    if ran is not None and ran == rundown.current and (rundown.since is None or rundown.since >= wrong_since):
        before = max(0, before + by)
    day = replace(rundown, slots=slots, since=right(rundown.since), before=before)
    return day, replace(stage, card=card, flash=0)
