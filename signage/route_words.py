"""The route's codes in words: arrows, what stands at a point, what to mend."""

from collections.abc import Iterable

from flask_babel import gettext as _

from hub.i18n import N_
from signage.arrows import Arrow
from signage.concerns import FARTHEST_M, Concern
from signage.route import Means

ARROWS: dict[str, str] = {
    Arrow.UP: N_("Straight on"),
    Arrow.UP_RIGHT: N_("Ahead to the right"),
    Arrow.RIGHT: N_("To the right"),
    Arrow.DOWN_RIGHT: N_("Back to the right"),
    Arrow.DOWN: N_("Turn back"),
    Arrow.DOWN_LEFT: N_("Back to the left"),
    Arrow.LEFT: N_("To the left"),
    Arrow.UP_LEFT: N_("Ahead to the left"),
    Arrow.STAIRS_UP: N_("Up the stairs"),
    Arrow.STAIRS_DOWN: N_("Down the stairs"),
    Arrow.LIFT: N_("By lift"),
    Arrow.DOOR: N_("Through the door"),
    Arrow.HERE: N_("This is the place"),
}
MEANS: dict[str, str] = {
    Means.PAPER: N_("A paper sign"),
    Means.SCREEN: N_("A screen"),
    Means.PERSON: N_("A person"),
    Means.NOTHING: N_("Nothing"),
}
VALUES = {"arrow": ARROWS, "coffee_arrow": ARROWS, "hall_arrow": ARROWS, "exit_arrow": ARROWS, "means": MEANS}

CONCERNS: dict[str, str] = {
    "desk_sign_missing": N_("The registration desk has no sign of its own."),
    "fork_without_sign": N_("Ways part here, and nothing shows the right one."),
    "gap": N_("Farther than %(metres)s m to the next point: people will begin to doubt."),
    "way_ends_early": N_("The arrow says “here”, yet the way goes on."),
    "floors_without_stairs": N_("The next point is on another floor, but the arrow shows no stairs and no lift."),
    "same_arrow_twice": N_("The same arrow as at the point before. Is it right?"),
    "way_out_by_lift": N_("Nobody may use the lift in an evacuation: choose the arrow to the way out."),
    "way_out_unsaid": N_("Choose the arrow to the way out from here."),
    "entrance_without_points": N_("Nothing shows the way from the entrance “%(place)s”."),
    "entrance_begins_later": N_("From the entrance “%(place)s” the common way comes first: put its own points before."),
}


def sentence(concern: Concern) -> str:
    """What is missing, in the reader's language."""
    return str(_(CONCERNS[concern.code], metres=FARTHEST_M, place=concern.place))


def beside(found: Iterable[Concern], point: int) -> list[str]:
    """The sentences that belong beside one point."""
    return [sentence(one) for one in found if one.point == point]
