"""Is each speaker here in time? The minder is asked, the host is told."""
