"""What roles are called on pages."""

from hub.access import Role
from hub.i18n import N_

ROLE_NAMES: dict[Role, str] = {
    Role.ORGANISER: N_("organiser"),
    Role.DESK: N_("registration desk"),
    Role.HOST: N_("host"),
    Role.PHOTOGRAPHER: N_("photographer"),
    Role.MINDER: N_("minder"),
    Role.KIOSK: N_("self-service kiosk"),
    Role.SCREEN: N_("screen"),
    Role.DISPLAY: N_("timer display"),
}
