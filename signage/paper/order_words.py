"""The choices of an order as people read them."""

from hub.i18n import N_
from signage.paper.order import Kind
from signage.paper.papers import Colour, Orientation

KINDS: dict[Kind, tuple[str, str]] = {
    Kind.WAY: (N_("Way to the registration"), N_("an arrow for each point")),
    Kind.HALL: (N_("Way to the hall"), N_("from the desk on, and where it is another one")),
    Kind.TABLE: (N_("Sign on the desk"), N_("fold it in the middle")),
    Kind.DOOR: (N_("Sign on the hall's door"), N_("with the programme")),
    Kind.COFFEE: (N_("Coffee break"), N_("where its way is another one, and the place itself")),
    Kind.EXIT: (N_("Way out"), N_("back from each point")),
    Kind.MAP: (N_("Map of the route"), N_("for whoever puts the signs up")),
}
ORIENTATIONS = {Orientation.PORTRAIT: N_("Portrait"), Orientation.LANDSCAPE: N_("Landscape")}
COLOURS = {
    Colour.YELLOW: (N_("Black on yellow"), N_("seen from afar")),
    Colour.WHITE: (N_("Black on white"), N_("little ink, or yellow paper")),
}
