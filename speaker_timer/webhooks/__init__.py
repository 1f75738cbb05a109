"""Other programs that follow the timer: each change is posted to their addresses, signed."""
