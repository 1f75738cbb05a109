"""The features of the house, lowest first, loaded by name so that no arrow points up from the ground floor."""

FEATURES = ("hub", "kiosk", "attendance")
