"""Where out is from a point, and what is said of it when everybody has to leave. Needs an application context."""

from flask_babel import force_locale
from flask_babel import gettext as _

from signage import route
from signage.arrows import Arrow, svg_path
from signage.models import RoutePoint
from signage.screen_replies import ArrowReply, ExitReply

# Nobody may be sent into a lift when the house is on fire; "here" is no way out.
_NO_ESCAPE = frozenset({Arrow.HERE, Arrow.LIFT})
# Whoever wrote the way out in any of the five languages and spoke of the lift has forbidden it there.
_LIFTS = ("лифт", "lift")


def exit_of(point: RoutePoint | None, languages: list[str]) -> ExitReply:
    """Where out is from here: arrow, this place's own words, and the rule that they leave unsaid."""
    if point is None:
        return ExitReply(arrow=None, text="", rule={})
    way, text = route.way_out(point), str(point.exit_text)
    return ExitReply(arrow=None if way in _NO_ESCAPE else drawn(way), text=text, rule=_rule(text, languages))


def say(way: ExitReply, general: str, language: str, *, typed: bool) -> tuple[str, str]:
    """What stands beside the arrow: this place's own words first, then the general ones as far as they add to it."""
    if not way.text:
        return general, ""
    return way.text, general if typed else way.rule[language]


def drawn(arrow: Arrow | None) -> ArrowReply | None:
    """An arrow as pages draw it."""
    return None if arrow is None else ArrowReply(name=str(arrow), path=svg_path(arrow))


def _rule(text: str, languages: list[str]) -> dict[str, str]:
    said = {}
    for language in languages:
        with force_locale(language):
            said[language] = "" if any(word in text.casefold() for word in _LIFTS) else _("Do not use the lift.")
    return said
