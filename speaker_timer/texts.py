"""What the timer's refusals say to people."""

from hub.i18n import N_
from hub.refusals import Said
from speaker_timer.readiness import readiness_words
from speaker_timer.webhooks import webhook_words

TEXTS: dict[str, Said] = {
    **readiness_words.TEXTS,
    **webhook_words.TEXTS,
    "programme_empty": (409, N_("There is no programme yet. Import it, or write it on the programme page.")),
    "nothing_runs": (409, N_("Nothing runs at the moment.")),
    "nothing_next": (409, N_("There is nothing next: this is the end of the programme.")),
    "not_next": (409, N_("Another item is next now. Please look and tap again.")),
    "too_late": (409, N_("This was sent too long ago and was not done. Please tap again.")),
    "not_waiting": (409, N_("This item is not waiting any more.")),
    "paused_already": (409, N_("The clock stands already.")),
    "runs_already": (409, N_("The clock runs already.")),
    "questions_already": (409, N_("Questions are being asked already.")),
    "nothing_to_take": (409, N_("There is no time left to take away.")),
    "too_long": (422, N_("An item may not grow beyond twelve hours.")),
    "nothing_to_shift": (409, N_("The programme is on time: there is nothing to shift.")),
    "no_break_left": (409, N_("There is no break ahead.")),
    "nothing_to_eat": (409, N_("The break cannot give anything: there is no delay, or it is as short as you allowed.")),
    "timer_nothing_to_undo": (409, N_("There is nothing to take back.")),
    "watch_name_required": (422, N_("Please say whom the link is for.")),
    "too_many_phones": (429, N_("This link is open on too many phones. Ask the host for another.")),
    "text_required": (422, N_("Please write the message.")),
}
