"""What the paper signs say of themselves."""

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "nothing_to_print": (422, N_("Choose what to print.")),
    "signs_not_drawn": (503, N_("The signs could not be drawn. Please try once more, with fewer of them.")),
    "sign_not_written": (409, N_("The file %(file)s could not be written: %(reason)s")),
}
