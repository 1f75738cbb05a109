"""What a programme consists of."""

from enum import StrEnum


class Kind(StrEnum):
    """The kind of a programme item."""

    REGISTRATION = "registration"
    OPENING = "opening"
    PRODUCT_TALK = "product_talk"
    TALK = "talk"
    WORKSHOP = "workshop"
    BREAK = "break"
    QUESTIONS = "questions"
    OTHER = "other"


# Somebody stands in front of the hall: cards make sense, and the speaker must be here beforehand.
SPOKEN = frozenset({Kind.OPENING, Kind.PRODUCT_TALK, Kind.TALK, Kind.WORKSHOP})
TALKS = SPOKEN - {Kind.OPENING}
