"""Times of day and lengths as people and spreadsheets write them. Pure; times are minutes since midnight."""

import re
import unicodedata
from collections.abc import Callable, Iterator

DAY = 24 * 60
LONGEST = 12 * 60
# Longer than this it is a story, not a time.
_MOST_LETTERS = 60

_DASHES = re.compile(r"\s*[\u2010-\u2015\u2212]\s*")
_HOURS = re.compile(r"(?<=\d)\s*(?:часов|часа|час|ч\.?|hours?|hrs?|h|сағат|сағ\.?|саат|soat)(?![^\W\d_])\s*")
_MINUTES = re.compile(r"(?<=\d)\s*(?:минуты|минут|мин\.?|minutes?|mins?\.?|m|минөт|мүнөт|daqiqa|daq\.?)(?![^\W\d_])")
_HALF = re.compile(r"\s*(?:(a)\.?\s?m\.?|(p)\.?\s?m\.?|(утра|ночи)|(дня|вечера))(?![^\W\d_])")
_LEADING = re.compile(r"^(?:с|со|в|во|от|from|at|начало|саат|сағат|soat)(?![^\W\d_])\s*")
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:[ t]+(.*))?")
_MIDNIGHT = re.compile(r"0?0:00(?::00)?")
# A spreadsheet's day is 1, counted from 1900; the time is what follows the point.
_FRACTION = re.compile(r"(?:0|\d{5})[.,](\d+)")
_SECONDS = re.compile(r"(\d{1,2}):(\d{2}):(\d{2}(?:[.,]\d+)?)(a|p)?")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.,-]\s*|\s+)(\d{2})(a|p)?|(\d{1,2})(\d{2})(a|p)?")
# 10.3 was 10.30 before a spreadsheet took it for a number; 10.5 might as well be half past.
_ZERO_LOST = re.compile(r"(\d{1,2})[.,]([1-4])()")
_HOUR = re.compile(r"(\d{1,2})[:.]?()(a|p)?")
_BETWEEN = re.compile(r"\s*(?:-|\.\.+|\n|\bдо\b|\bпо\b|\bto\b|\btill\b|\bdan\b)\s*|\s+")

_LENGTH = re.compile(r"(?:(\d{1,2}):(\d{1,2})?(?::00)?)|(\d{1,3})(?:[.,]0+)?")
_DECIMAL_HOURS = re.compile(r"(\d{1,2})[.,](\d{1,2}):")


def clock(minutes: int) -> str:
    """Minutes since midnight as «10:05»."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes(clock: str) -> int:
    """«10:05», as the programme keeps it, as minutes since midnight."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def read_clock(text: str) -> int | None:
    """A time of day written any usual way: 10:05, 10.05, 10-05, 1005, 10ч05, 9:30 AM, a spreadsheet's own, or None."""
    return _one(_plain(text))


def read_span(text: str) -> tuple[int, int | None] | None:
    """A time of day, or two: «10:05–10:45», «с 10:05 до 10:45», "9-10:30"; None for anything else."""
    plain = _plain(text)
    if is_bare_date(plain):
        return None
    if pair := next(_pairs(plain, _exact), None):
        return pair
    single = _one(plain)
    return (single, None) if single is not None else next(_pairs(plain, _one), None)


def is_bare_date(text: str) -> bool:
    """Whether a spreadsheet has made a date of what was typed as a time: 10.05 becomes the tenth of May."""
    found = _DATE.fullmatch(_plain(text))
    return found is not None and (not found[1] or _MIDNIGHT.fullmatch(found[1]) is not None)


def read_length(text: str) -> int | None:
    """A length in minutes: 40, «40 мин», 1:10, «1 ч 10 мин», «1,5 часа», a spreadsheet's own; None if it is none."""
    plain = _plain(text)
    decimal = _DECIMAL_HOURS.fullmatch(plain)
    if decimal:
        return _plausible(round(float(f"{decimal[1]}.{decimal[2]}") * 60))
    if fraction := _FRACTION.fullmatch(plain):
        return _plausible(_of_day(fraction[1]))
    found = _LENGTH.fullmatch(plain)
    if found is None:
        return None
    return _plausible(int(found[3]) if found[3] else int(found[1]) * 60 + int(found[2] or 0))


def _plausible(length: int) -> int | None:
    return length if 0 < length <= LONGEST else None


def _plain(text: str) -> str:
    """One way to write what may be written in many: 10⁰⁵ is 1005, 10 ч 05 мин is 10:05, a.m. is a."""
    if len(text) > _MOST_LETTERS:
        return ""
    plain = unicodedata.normalize("NFKC", text).casefold().strip().rstrip(";,")
    plain = _DASHES.sub("-", plain.replace("\u2236", ":").replace("\u0589", ":"))
    plain = _MINUTES.sub("", _HOURS.sub(":", plain))
    plain = _HALF.sub(lambda found: "a" if found[1] or found[3] else "p", plain)
    return _LEADING.sub("", plain).strip(" -")


def _pairs(plain: str, read: Callable[[str], int | None]) -> Iterator[tuple[int, int]]:
    """Every way to cut the text into two times."""
    for cut in _BETWEEN.finditer(plain):
        first, second = read(plain[: cut.start()]), read(plain[cut.end() :])
        if first is None or second is None:
            continue
        if plain.endswith("p") and "p" not in plain[: cut.start()] and first + DAY // 2 < second:
            first += DAY // 2  # 1:30-2:00 p.m.
        yield first, second


def _one(plain: str) -> int | None:
    exact = _exact(plain)
    if exact is not None:
        return exact
    found = _ZERO_LOST.fullmatch(plain) or _HOUR.fullmatch(plain)
    return _moment(found[1], f"{found[2]:0<2}", found[3]) if found else None


def _exact(plain: str) -> int | None:
    """A time that names its minutes."""
    if dated := _DATE.fullmatch(plain):
        return None if is_bare_date(plain) else _exact(dated[1])
    if fraction := _FRACTION.fullmatch(plain):
        return _within(_of_day(fraction[1]))
    if counted := _SECONDS.fullmatch(plain):
        whole = _moment(counted[1], counted[2], counted[4])
        late = float(counted[3].replace(",", ".")) >= 30
        return whole if whole is None or not late else _within(whole + 1)
    found = _CLOCK.fullmatch(plain)
    return _moment(found[1] or found[4], found[2] or found[5], found[3] or found[6]) if found else None


def _moment(hour: str, minute: str, half: str | None) -> int | None:
    hours, past = int(hour), int(minute)
    if half and hours <= 12:
        hours = hours % 12 + 12 * (half == "p")
    elif half == "a":
        return None
    return _within(hours * 60 + past) if past < 60 else None


def _of_day(digits: str) -> int:
    return round(float(f"0.{digits}") * DAY)


def _within(moment: int) -> int | None:
    return moment if moment < DAY else None
