"""Layouts of badges: files that say which element stands where, made by the organiser or come with the box."""
