"""What is said of speakers' readiness: texts of its refusals, its part of the audit log, the states of a talk."""

from hub.i18n import N_
from hub.refusals import Said
from speaker_timer.readiness.speakers import Answer, Talk, Why
from speaker_timer.rundown import Going

TEXTS: dict[str, Said] = {
    "talk_unknown": (404, N_("This talk is not in the programme any more, or names no speaker.")),
}
ACTIONS: dict[str, str] = {
    "speaker_here": N_("Speaker is here"),
    "speaker_absent": N_("Speaker is not here"),
    "speaker_called": N_("Speaker called"),
}

# Shape and colour (as in hub/shapes.html), and the words.
_GOING: dict[Going, tuple[str, str]] = {
    Going.RUNS: ("go", N_("is speaking")),
    Going.OVERRUNS: ("known", N_("is speaking, over time")),
    Going.OVER: ("over", N_("has spoken")),
    Going.SKIPPED: ("over", N_("skipped")),
}
_WHY: dict[Why, tuple[str, str]] = {
    Why.ABSENT: ("stop", N_("not here, the host knows")),
    Why.NO_ANSWER: ("stop", N_("nobody has answered, the host knows")),
    Why.CALLED: ("stop", N_("called, still not here, the host knows")),
}


def state(talk: Talk) -> tuple[str, str]:
    """How a talk's speaker stands: shape and message id."""
    if not talk.waits:
        return _GOING[talk.span.going if talk.span else Going.SKIPPED]
    if talk.check and talk.check.answer == Answer.HERE:
        return "go", N_("is here")
    if talk.why:
        return _WHY[talk.why]
    if talk.check and talk.check.answer == Answer.CALLED:
        return "known", N_("on the way since the call")
    return ("known", N_("is the speaker here?")) if talk.asked else ("info", N_("will be asked half an hour before"))
