"""Badges on paper: drawn, queued, printed, and what is said when they are not."""
