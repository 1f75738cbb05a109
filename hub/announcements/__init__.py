"""What staff tell everybody at the venue at once, on every screen: a moved hall, a lost thing, an evacuation."""
