"""Days and moments as people read them, in their language and the seminar's zone."""

from datetime import date

from flask_babel import format_date

from hub import i18n, seminar


def clock_time(ms: int | None) -> str:
    """Template filter: milliseconds as 09:41 in the seminar's zone; empty for None."""
    return i18n.clock_time(ms, seminar.current().zone)


def day(iso: str) -> str:
    """Template filter: an ISO date as «28 ноября 2026 г.»; as it is when it is no date."""
    try:
        return str(format_date(date.fromisoformat(iso), "long"))
    except ValueError:
        return iso


def moment(ms: int | None) -> str:
    """Template filter: milliseconds as 22.11 09:41 in the seminar's zone; empty for None."""
    return "" if ms is None else i18n.local(ms, seminar.current().zone).strftime("%d.%m %H:%M")


FILTERS = {"clock_time": clock_time, "day": day, "moment": moment}
