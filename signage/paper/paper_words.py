"""What the paper signs say of themselves: refusals, and the audit log."""

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "nothing_to_print": (422, N_("Choose what to print.")),
    "signs_not_drawn": (503, N_("The signs could not be drawn. Please try once more, with fewer of them.")),
    "sign_not_written": (409, N_("The file %(file)s could not be written: %(reason)s")),
}
ACTIONS: dict[str, str] = {
    "sign_logo_changed": N_("Logo of the paper signs changed"),
    "sign_logo_removed": N_("Logo of the paper signs removed"),
}
