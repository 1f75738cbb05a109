"""The ground floor: settings, database, seminar facts, sign-in, live channel, workers, command line."""
