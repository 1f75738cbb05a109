"""What printers and waiting badges say to people."""

import uuid

from flask_babel import gettext as _

from hub.i18n import N_

# State of a printer -> shape (as in parts.html) and word.
STATES: dict[str, tuple[str, str]] = {
    "ok": ("go", N_("ready")),
    "unknown": ("info", N_("not asked yet")),
    "unreachable": ("stop", N_("does not answer: is it on and in the network?")),
    "mute": ("stop", N_("answers nothing: switch it off and on")),
    "out_of_paper": ("known", N_("out of paper")),
    "cover_open": ("known", N_("its cover is open")),
    "offline": ("known", N_("is offline: press its feed button or close its cover")),
    "stalled": ("stop", N_("stopped in the middle: is the paper stuck?")),
    "closed_midway": ("stop", N_("broke off in the middle")),
    "trouble": ("stop", N_("something is wrong with it")),
}
# State of a badge that wants a person.
JOBS: dict[str, str] = {
    "failed": N_("did not print"),
    "doubtful": N_("perhaps it has come out: please look"),
    "stale": N_("has waited more than 10 minutes: is it still wanted?"),
    "queued": N_("waits for its turn"),
    "claimed": N_("is printing"),
}
DRIVERS: dict[str, str] = {
    "escpos_network": N_("Receipt or label printer in the network (ESC/POS)"),
    "picture_folder": N_("Pictures into the folder, no printer needed"),
}


def state(code: str) -> tuple[str, str]:
    """Shape and word, in the reader's language."""
    kind, word = STATES.get(code, STATES["trouble"])
    return kind, _(word)


def job(state_of_job: str, reason: str) -> str:
    """What holds a badge up, in the reader's language."""
    said = str(_(JOBS.get(state_of_job, JOBS["queued"])))
    known = STATES.get(reason)
    return said if known is None or reason == "ok" else said + "; " + _("printer: %(trouble)s", trouble=_(known[1]))


def new_wish() -> str:
    """The UUID of a wish for another badge, made with the form."""
    return str(uuid.uuid4())
