"""Registration: attendees, tickets, check-in, the desk, badges and printers."""
