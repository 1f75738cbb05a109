"""What a cell says besides names and contacts: consent, moments, cancellations, and the marks of web forms."""

import datetime as dt
import re

from hub.folding import fold


def _starting(phrases: str) -> re.Pattern[str]:
    """Any of the phrases (separated by commas) at the beginning of a word of folded text."""
    return re.compile(r"\b(?:" + "|".join(re.escape(fold(phrase)) for phrase in phrases.split(",")) + ")")


_SAID_YES = "да yes y ок ok 1 true on истина иә ия ха ҳа ha ооба согласен согласна agree agreed"
_SAID_NO = "нет no n 0 false off ложь жоқ жок йўқ yoq yoʻq"
_YES = frozenset(map(fold, _SAID_YES.split()))
_NO = frozenset(map(fold, _SAID_NO.split()))
_TICKS = frozenset("+✓✔☑vVxX✅")
_REFUSES = _starting("не соглас,не даю,отказ,возраж,disagree,do not,келіспей,rozi emas")
_AGREES = _starting("соглас,даю,принима,подтвержд,ознакомл,agree,accept,consent,келіс,rozi,макул")
_CANCELLED = _starting("отмен,отклон,возврат,возвращ,аннулир,cancel,refund,бас тарт,bekor")

_ZONE = re.compile(r"\s*(?:GMT|UTC)\s*([+-])(\d{1,2})(?::?(\d{2}))?$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")
_MOMENT = re.compile(
    r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([AP])M)?)?",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ANSWER = re.compile(r"\[([^\[\]]*)\]\s*(?:\([^()]*\))?")


def consent(cell: str) -> bool | None:
    """True or False for what was answered to the question of consent, None when it cannot be told."""
    folded = fold(cell)
    if folded in _YES or cell.strip() in _TICKS:
        return True
    first = folded.partition(" ")[0]
    if first in _NO or _REFUSES.search(folded):
        return False
    return True if first in _YES or _AGREES.search(folded) else None


def is_cancelled(status: str) -> bool:
    """Whether a status says that the registration was called off or paid back."""
    return _CANCELLED.search(fold(status)) is not None


def moment(cell: str, month_first: bool = False) -> dt.datetime | None:
    """The date and time written in a cell: aware if it names its zone, else naive, by the seminar's clock.

    With `month_first`, 11/02/2026 is the 2nd of November, as Google writes it for English accounts.
    """
    text = cell.strip()
    zone = _ZONE.search(text)
    if zone:
        text = text[: zone.start()]
    try:
        found = dt.datetime.fromisoformat(text) if _ISO.fullmatch(text) else _written(text, month_first)
        if found is None or zone is None:
            return found
        offset = dt.timedelta(hours=int(zone[2]), minutes=int(zone[3] or 0))
        return found.replace(tzinfo=dt.timezone(-offset if zone[1] == "-" else offset))
    except ValueError:
        return None


def writes_day_first(cells: list[str]) -> bool:
    """Whether some date of a column has a number above 12 where a month would stand first."""
    return any(match and 12 < int(match[1]) <= 31 for match in map(_MOMENT.match, cells))


def _written(text: str, month_first: bool) -> dt.datetime | None:
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        year, month, day = one, two, three
    elif month_first and found[2] == "/":
        year, month, day = three, one, two
    else:
        year, month, day = three, two, one
    hour = int(found[5] or 0)
    if found[8]:
        hour = hour % 12 + 12 * (found[8].upper() == "P")
    return dt.datetime(  # noqa: DTZ001  naive means the seminar's clock
        year + 2000 * (year < 100), month, day, hour, int(found[6] or 0), int(found[7] or 0)
    )


def web_form_answer(cell: str) -> str:
    """A cell of a 1C-Bitrix web form's results without its marks: `[answer] (value)<br>` is `answer`."""
    parts = (part.strip() for part in _BREAK.sub("\n", cell).split("\n"))
    return ", ".join(plain for part in parts if (plain := _unmarked(part)))


def _unmarked(part: str) -> str:
    whole = _ANSWER.fullmatch(part)
    return whole[1].strip() if whole else part.replace("[]", "").strip()
