"""The planned programme: what was promised, before the day begins to differ from it."""
