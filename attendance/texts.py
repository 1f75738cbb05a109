"""What the list's refusals and its part of the audit log say to people."""

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "export_kind_unknown": (404, N_("The list can be had as .xlsx or .csv.")),
    "file_not_written": (500, N_("The file was not written: %(file)s (%(reason)s)")),
}

AUDIT_ACTIONS: dict[str, str] = {"list_exported": N_("Attendance list exported")}
AUDIT_FIELDS: dict[str, str] = {"came_only": N_("Only those who came"), "people": N_("People")}
