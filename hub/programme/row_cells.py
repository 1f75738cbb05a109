"""What the cells of one row of a programme say, once its times are known."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hub.errors import Refusal
from hub.folding import fold
from hub.programme import kind_words, times
from hub.programme import theses as thesis_list
from hub.programme.heading_words import COMPANY, DURATION, FOOD, KIND, PHONE, QUESTIONS, SPEAKER, THESES, TITLE
from hub.programme.kinds import Kind
from hub.programme.lines import LIMITS, Line

_NO = frozenset(
    map(fold, ("нет", "no", "n", "0", "false", "без еды", "без питания", "жоқ", "жок", "йўқ", "yoq", "yoʻq"))
)
_SAID_OF_DRINKS = "только и без чай кофе вода напитки напиток сок еды питания only and tea coffee water drinks juice"
_DRINKS = frozenset(map(fold, _SAID_OF_DRINKS.split()))
_WORDS = re.compile(r"\w+")


def line(said: Mapping[str, str], start: str, end: str) -> tuple[Line, tuple[str, ...]]:
    """The item and warnings. Raises Refusal `no_title`."""
    speaker, speaker_cut = _cut(SPEAKER, said)
    kind, warnings = _kind(said, speaker)
    title, title_cut = _cut(TITLE, said)
    if not (title or said.get(KIND)):
        raise Refusal("no_title")
    company, company_cut = _cut(COMPANY, said)
    phone, phone_cut = _cut(PHONE, said)
    points, theses_cut = theses(said.get(THESES, ""))
    found = Line(
        start, end, kind, title or said[KIND][: LIMITS[TITLE]], speaker, company, phone, points,
        food=_food(said.get(FOOD, "")) if kind == Kind.BREAK else None,
    )  # fmt: skip
    found, ignored = _with_questions(found, said.get(QUESTIONS, ""))
    cut = dict.fromkeys((*title_cut, *speaker_cut, *company_cut, *phone_cut, *theses_cut))
    return found, (*warnings, *cut, *ignored)


def end_by_length(said: Mapping[str, str], start: int) -> int | None:
    """The end by the duration's column, None without one. Raises Refusal `duration_unreadable`, `after_midnight`."""
    written = said.get(DURATION, "")
    if not written:
        return None
    length = times.read_length(written)
    if length is None:
        raise Refusal("duration_unreadable")
    if start + length >= times.DAY:
        raise Refusal("after_midnight")
    return start + length


def theses(text: str) -> tuple[str, tuple[str, ...]]:
    """One on a line, and a warning when they were too long."""
    whole = thesis_list.kept(text)
    short = whole[: LIMITS[THESES]]
    return short, ("text_cut",) if short != whole else ()


def _cut(field: str, said: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    whole = " ".join(said.get(field, "").split())
    short = whole[: LIMITS[field]].strip()
    return short, ("text_cut",) if short != whole else ()


def _kind(said: Mapping[str, str], speaker: str) -> tuple[Kind, tuple[str, ...]]:
    title, written = said.get(TITLE, ""), said.get(KIND, "")
    kind = kind_words.named(written)
    if kind is None:
        return kind_words.guessed(title or written, speaker), ("kind_unknown",) if written else ()
    if kind == Kind.TALK and kind_words.about_product(title):
        return Kind.PRODUCT_TALK, ("taken_for_product",)
    return kind, ()


def _food(written: str) -> bool | None:
    """Is there food? Drinks alone are none; what is named beside them is."""
    if not written.strip():
        return None
    if fold(written) in _NO or written.strip() == "-":
        return False
    return not {fold(word) for word in _WORDS.findall(written)} <= _DRINKS


def _with_questions(found: Line, written: str) -> tuple[Line, tuple[str, ...]]:
    length = times.read_length(written)
    if length is None or length >= found.length:
        return found, ("questions_ignored",) if written.strip() not in ("", "0", "-") else ()
    return replace(found, questions_min=length), ()
