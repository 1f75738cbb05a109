"""The timer's part of the audit log in words."""

from hub import dates
from hub.audit_words import Words
from hub.i18n import N_
from hub.programme.models import ProgrammeItem

MINUTE_MS = 60_000

ACTIONS: dict[str, str] = {
    "timer_start_next": N_("Timer: next item started"),
    "timer_start": N_("Timer: item started out of order"),
    "timer_finish": N_("Timer: item ended"),
    "timer_pause": N_("Timer: clock stopped"),
    "timer_resume": N_("Timer: clock goes on"),
    "timer_add": N_("Timer: time added or taken"),
    "timer_questions": N_("Timer: questions begun"),
    "timer_talk": N_("Timer: back to the talk"),
    "timer_skip": N_("Timer: item skipped"),
    "timer_swap": N_("Timer: two items swapped"),
    "timer_shift": N_("Timer: the rest shifted"),
    "timer_eat_break": N_("Timer: break shortened"),
    "timer_undo": N_("Timer: last change taken back"),
    "timer_card": N_("Timer: card"),
    "timer_darkened": N_("Timer: displays made dark"),
    "timer_lit": N_("Timer: displays lit again"),
    "timer_flash": N_("Timer: displays flashed"),
    "timer_clock_set": N_("Timer: clock set"),
    "timer_display_changed": N_("Timer: display changed"),
    "watch_link_offered": N_("Link for a speaker made"),
    "watch_link_opened": N_("Speaker's phone came in by a link"),
    "watch_link_closed": N_("Link for a speaker closed"),
}
FIELDS: dict[str, str] = {
    "card": N_("Card"),
    "text": N_("Text"),
    "amount": N_("Minutes"),
    "item": N_("Item"),
    "other": N_("Second item"),
    "moment": N_("Moment"),
    "view": N_("View"),
    "chime": N_("Chime"),
}


def _minutes(ms: str) -> str:
    return f"{int(ms) / MINUTE_MS:g}".replace("-", "−")


def _title(item: str) -> str:
    found = ProgrammeItem.get_or_none(ProgrammeItem.id == int(item))
    return str(found.title) if found else ""


VALUES: dict[str, Words] = {
    "amount": _minutes,
    "item": _title,
    "other": _title,
    "moment": lambda ms: dates.clock_time(int(ms)),
    "card": {
        "10": N_("10 min"),
        "5": N_("5 min"),
        "stop": N_("Stop"),
        "questions": N_("Questions, please"),
        "message": N_("Message"),
    },
    "view": {
        "stage": N_("for the speaker"),
        "corner": N_("corner"),
        "wall": N_("for the hall"),
    },
}
