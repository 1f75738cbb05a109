"""What stands on the signs, in each language: the same nouns as on the screens. Needs an application context."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from flask_babel import force_locale
from flask_babel import gettext as _

from hub import dates
from hub.i18n import N_
from hub.models import Seminar
from kiosk.paper.badge_text import clean
from signage.models import RoutePoint
from signage.paper.order import Kind
from signage.route_words import MEANS

T = TypeVar("T")

# The sheets as whoever puts them up calls them.
SHEETS: dict[Kind, str] = {
    Kind.WAY: N_("Registration"),
    Kind.HALL: N_("Hall"),
    Kind.TABLE: N_("Sign on the desk"),
    Kind.DOOR: N_("Sign on the hall's door"),
    Kind.COFFEE: N_("Coffee break"),
    Kind.EXIT: N_("Way out"),
}


def registration(languages: Sequence[str]) -> list[str]:
    """Where everybody goes first."""
    return _in_each(languages, lambda: str(_("Registration")))


def hall(languages: Sequence[str]) -> list[str]:
    """Where everybody goes from the desk."""
    return _in_each(languages, lambda: str(_("Hall")))


def coffee(languages: Sequence[str]) -> list[str]:
    """Where everybody goes in the break."""
    return _in_each(languages, lambda: str(_("Coffee break")))


def way_out(languages: Sequence[str]) -> list[str]:
    """Where everybody goes at the end."""
    return _in_each(languages, lambda: str(_("Way out")))


def caption(language: str) -> str:
    """Beside the QR."""
    return spoken(language, lambda: str(_("The whole way on your phone")))


def when_and_where(facts: Seminar, language: str) -> str:
    """«28 ноября 2026 г. · Алматы»."""
    day = spoken(language, lambda: dates.day(facts.date))
    return clean(" · ".join(filter(None, (day, facts.place))))


def of_point(point: RoutePoint) -> str:
    """What the person who puts the signs up needs to know of a point, in the reader's language."""
    floor = _("floor %(floor)s", floor=clean(point.floor)) if point.floor else ""
    return " · ".join(filter(None, (floor, str(_(MEANS[point.means])), clean(point.entrance))))


def to_hang(kinds: Sequence[Kind]) -> str:
    """«Повесить: Регистрация, Выход»; empty where nothing hangs."""
    return str(_("Hang here: %(signs)s", signs=", ".join(_(SHEETS[kind]) for kind in kinds))) if kinds else ""


def spoken(language: str, say: Callable[[], T]) -> T:
    """What is said in a language."""
    with force_locale(language):
        return say()


def _in_each(languages: Sequence[str], say: Callable[[], str]) -> list[str]:
    """A noun in each language, each word once: neighbours often share it."""
    return list(dict.fromkeys(spoken(language, say) for language in languages))


# What stands on the signs with an arrow.
NOUNS: dict[Kind, Callable[[Sequence[str]], list[str]]] = {
    Kind.WAY: registration,
    Kind.HALL: hall,
    Kind.COFFEE: coffee,
    Kind.EXIT: way_out,
}
