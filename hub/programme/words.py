"""What the programme says to people: refusals, kinds, fields, the audit log."""

from hub.i18n import N_
from hub.programme.kinds import Kind
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "item_unknown": (404, N_("This item is not in the programme any more.")),
    "item_title_required": (422, N_("Give the item a title.")),
    "item_ends_before_start": (422, N_("The end must come after the start.")),
    "item_questions_too_long": (422, N_("The time for questions must be shorter than the item.")),
    "too_many_items": (422, N_("A programme has %(limit)s items at most.")),
    "programme_no_headings": (
        422,
        N_("No row of headings was found. Name the columns: start, end, kind, title, speaker, company, theses."),
    ),
    "programme_no_start": (422, N_("No column with the start was found. The headings are: %(headings)s")),
    "programme_no_title": (422, N_("No column with the title was found. The headings are: %(headings)s")),
    "programme_no_items": (422, N_("The file holds no item that can be read. The programme stays as it is.")),
    "nothing_to_approve": (409, N_("There is no programme to approve yet.")),
    "nothing_to_tell": (409, N_("The coordinator knows the programme as it is.")),
    "programme_changed_meanwhile": (409, N_("The programme has been changed meanwhile. Look at it again first.")),
}

KINDS: dict[str, str] = {
    Kind.REGISTRATION: N_("Registration"),
    Kind.OPENING: N_("Opening word"),
    Kind.PRODUCT_TALK: N_("Talk on a product"),
    Kind.TALK: N_("Talk"),
    Kind.WORKSHOP: N_("Master class"),
    Kind.BREAK: N_("Coffee break"),
    Kind.QUESTIONS: N_("Questions"),
    Kind.OTHER: N_("Other"),
}

ACTIONS: dict[str, str] = {
    "programme_item_added": N_("Programme: item added"),
    "programme_item_changed": N_("Programme: item changed"),
    "programme_item_removed": N_("Programme: item removed"),
    "programme_imported": N_("Programme imported"),
    "programme_approved": N_("Programme approved by the coordinator"),
    "programme_told": N_("Coordinator told of a change in the programme"),
}

FIELDS: dict[str, str] = {
    "start": N_("Start"),
    "end": N_("End"),
    "kind": N_("Kind"),
    "title": N_("Title"),
    "speaker": N_("Speaker"),
    "company": N_("Speaker's company"),
    "phone": N_("Speaker's phone"),
    "theses": N_("Theses"),
    "questions_min": N_("Minutes for questions"),
    "food": N_("Food"),
    "least_min": N_("Shortest break, minutes"),
    "card_10_s": N_("Card “10 min”, seconds before the end"),
    "card_5_s": N_("Card “5 min”, seconds before the end"),
    "card_stop_s": N_("Card “Stop”, seconds before the end"),
}
# In the audit log a title or company has its name from elsewhere already.
AUDIT_FIELDS: dict[str, str] = {
    **{name: word for name, word in FIELDS.items() if name not in ("title", "company", "phone")},
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
}
