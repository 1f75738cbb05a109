"""Signage's part of the audit log in words."""

from hub.i18n import N_

ACTIONS: dict[str, str] = {
    "route_begun": N_("Route begun"),
    "route_point_added": N_("Point added to the route"),
    "route_point_changed": N_("Point of the route changed"),
    "route_point_moved": N_("Point of the route moved"),
    "route_point_removed": N_("Point taken from the route"),
    "sign_placed": N_("Sign placed"),
    "sign_taken_away": N_("Sign not placed after all"),
    "entrance_added": N_("Entrance added"),
    "entrance_removed": N_("Entrance removed"),
}
FIELDS: dict[str, str] = {
    "entrance": N_("Entrance"),
    "floor": N_("Floor"),
    "arrow": N_("Arrow"),
    "coffee_arrow": N_("Arrow to the coffee"),
    "hall_arrow": N_("Arrow to the hall"),
    "exit_arrow": N_("Arrow to the way out"),
    "exit_text": N_("Words for the way out"),
    "means": N_("What stands here"),
    "fork": N_("Ways part here"),
    "metres": N_("Metres to the next point"),
    "text": N_("Words on the sign"),
    "photo": N_("Photo"),
}
