"""What the programme puts on the first page."""

from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, seminar
from hub.access import Role
from hub.home import Hint, Task
from hub.i18n import N_
from hub.programme import approval, planning, rule_words, rules

URGENT = 40


def _tell() -> Hint:
    programme = planning.current()
    mine = access.actor().role == Role.ORGANISER
    if not programme:
        return Hint(
            _("Take it in from a spreadsheet, or write it here.") if mine else _("Not written yet."), 9 if mine else 2
        )
    if mine and approval.untold_change() is not None:
        return Hint(
            _(
                "Tell the coordinator that it was changed: %(points)s points at stake.",
                points=-approval.POINTS_AT_STAKE,
            ),
            URGENT,
        )
    start, end = rules.whole(programme)
    items = ngettext("%(num)d item", "%(num)d items", len(programme))
    said = _("%(start)s–%(end)s, %(items)s", start=start, end=end, items=items)
    found = len(rule_words.gathered(rules.advice(programme, seminar.current().organiser), programme)) if mine else 0
    if found:
        said += " · " + ngettext("%(num)d piece of advice", "%(num)d pieces of advice", found)
    return Hint(said, 4)


PROGRAMME = Task("programme.overview", N_("Programme"), frozenset({Role.HOST}), _tell)
