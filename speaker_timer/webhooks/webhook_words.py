"""What is said of button boxes and of addresses that are told: refusals, the audit log, why a message was not taken."""

from flask_babel import gettext as _

from hub.i18n import N_
from hub.refusals import Said

TEXTS: dict[str, Said] = {
    "token_unknown": (401, N_("This address holds no valid token. Make one with: kiosk token host NAME")),
    "too_many_presses": (429, N_("Too many wrong tokens from this address. Check the token of the button box.")),
    "button_unknown": (404, N_("There is no such button. Known ones: %(buttons)s")),
    "webhook_url_malformed": (
        422,
        N_("Please give an address that begins with http:// or https://, without a name or a password in it."),
    ),
    "webhook_known": (409, N_("This address is told already.")),
    "webhook_unknown": (404, N_("This address is not told any more.")),
    "too_many_webhooks": (409, N_("No more than %(most)s addresses can be told.")),
}
ACTIONS: dict[str, str] = {
    "webhook_added": N_("Address to be told added"),
    "webhook_removed": N_("Address to be told removed"),
}
_TROUBLE: dict[str, str] = {
    "timeout": N_("no answer within two seconds"),
    "refused": N_("nothing listens at this address"),
    "unknown_host": N_("no machine of this name was found"),
    "unreachable": N_("the network does not lead there"),
    "no_answer": N_("hung up without an answer"),
    "no_http": N_("answered something that is not HTTP"),
    "no_tls": N_("no https could be agreed on"),
    "certificate": N_("its certificate is not trusted"),
    "malformed_url": N_("the address cannot be used"),
}


def trouble(code: str) -> str:
    """Why the last message was not taken, in the reader's language."""
    name, _colon, status = code.partition(":")
    if name == "status":
        return _answered(status)
    return str(_(_TROUBLE[name])) if name in _TROUBLE else code


def _answered(status: str) -> str:
    if status.startswith("3"):
        return str(_("answered %(status)s, a redirection: give the final address", status=status))
    if status in {"401", "403"}:
        return str(_("answered %(status)s: it does not let the hub in", status=status))
    return str(_("answered %(status)s instead of taking it", status=status))
