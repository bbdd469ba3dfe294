"""What can be said of a name of a place."""

from enum import StrEnum


class Meant(StrEnum):
    """What a person said of a name."""

    PLACE = "place"
    """It is this place."""
    NONE = "none"
    """It is none of the places the tables know."""
    OPEN = "open"
    """Nobody can say yet: it is put aside."""
