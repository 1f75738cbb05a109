"""The self-service kiosk: a touch screen at which attendees check themselves in."""
