"""What signage's refusals say to people."""

from hub.i18n import N_
from hub.refusals import Said
from signage import signs_words

TEXTS: dict[str, Said] = {
    "point_unknown": (404, N_("This point is not on the route any more.")),
    "place_required": (422, N_("Please name the place.")),
    "desk_sign_stays": (409, N_("The desk's own sign stays: people look for it first.")),
    "entrance_name_taken": (409, N_("There is an entrance of this name already.")),
    **signs_words.TEXTS,
}
