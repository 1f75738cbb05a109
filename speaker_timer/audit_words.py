"""The timer's part of the audit log in words."""

from hub.i18n import N_

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
    "amount": N_("Milliseconds"),
    "item": N_("Item"),
    "other": N_("Second item"),
    "moment": N_("Moment"),
    "view": N_("View"),
    "chime": N_("Chime"),
}
