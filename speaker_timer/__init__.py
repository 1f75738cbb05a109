"""The running order as it really goes, its clock, the cards, the host's remote, the displays."""
