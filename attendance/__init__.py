"""What the day amounts to: figures and the list in Excel."""
