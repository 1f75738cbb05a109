"""The advice on a programme in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from flask_babel import gettext as _

from hub.i18n import N_
from hub.programme.lines import Line
from hub.programme.rules import Advice
from hub.programme.shown import Say

ADVICE: dict[str, str] = {
    "no_break": N_("There is no coffee break. One belongs in the middle of the programme, with food."),
    "several_breaks": N_("There are several coffee breaks. One is planned and paid for."),
    "break_not_in_the_middle": N_("The coffee break is not in the middle of the programme."),
    "break_food_unknown": N_("Say whether there is food at the coffee break. Drinks alone cost points."),
    "break_without_food": N_("There is no food at the coffee break. Drinks alone cost points and the bonus for it."),
    "no_product_talk": N_("There is no talk on a product. One of %(minutes)s minutes or more is needed."),
    "product_talk_short": N_("No talk on a product lasts %(minutes)s minutes or more."),
    "organiser_unknown": N_("Write the organiser's company in the setup: one talk has to be theirs."),
    "no_organiser_talk": N_("No talk is the organiser's own (%(organiser)s)."),
    "no_workshop": N_("There is no master class or demo."),
    "no_registration": N_("Registration is not in the programme."),
    "no_opening": N_("There is no opening word."),
    "no_questions": N_("There is no time for questions at the end."),
    "overlap": N_("“%(second)s” begins before “%(first)s” has ended."),
    "gap": N_("Nothing is planned from %(start)s to %(end)s, before this item."),
    "programme_short": N_("The whole programme is shorter than %(hours)s hours."),
    "programme_long": N_("The whole programme is longer than %(hours)s hours."),
    "speaker_missing": N_("Name the speaker."),
    "company_missing": N_("Name the speaker's company."),
    "phone_missing": N_("Write down the speaker's phone, to call a late one."),
    "theses_missing": N_("There are no theses. %(least)s or %(most)s are expected."),
    "theses_few": N_("One thesis only. %(least)s or %(most)s are expected."),
    "theses_many": N_("There are more theses than the expected %(least)s or %(most)s."),
}


@dataclass(slots=True)
class Said:
    """A sentence, the points at stake and the items it is said of."""

    sentence: str
    points: int | None
    lines: list[Line] = field(default_factory=list)


def gathered(found: Iterable[Advice], programme: Iterable[Line]) -> list[Said]:
    """The advice with each sentence once, however many items it is said of."""
    known = {line.id: line for line in programme}
    said: dict[str, Said] = {}
    for one in found:
        text = sentence(one)
        said.setdefault(text, Said(text, one.points)).lines.extend(known[item] for item in one.items[-1:])
    return list(said.values())


def sentence(advice: Advice, say: Say = _) -> str:
    """The advice in the reader's language; the command line has a `say` of its own."""
    return say(ADVICE[advice.code]) % advice.details
