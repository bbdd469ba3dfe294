"""What a written place was read as, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stillhere.places.place import PlaceId

READING_VERSION: Final = 2
"""Counts changes to how places and addresses are read; it is hashed with the rules."""


class ReadAs(StrEnum):
    """How a text came to its place, or why it did not."""

    CODE = "code"
    """It is the identifier or a code of the place."""
    DECIDED = "decided"
    """A person said which place it is."""
    NAME = "name"
    """A name of one place alone."""
    DISTRICT = "district"
    """A name of several places; the district named beside it leaves one."""
    CASE_FORM = "case form"
    """A name of one place alone, without its ending of case."""
    SLIP = "slip"
    """A name of one place alone, but for a slip of the hand; look at it."""
    SEVERAL = "several"
    """Several places have this name: a person decides."""
    ELSEWHERE = "elsewhere"
    """A person said that it is no place of the tables."""
    UNKNOWN = "unknown"
    """No place has this name or one near it."""


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The reading of a text.

    Attributes:
        place: The one place; None where there is none or several.
        how: How it came to it, or why not.
        candidates: All places it may be, sorted; the one place alone where it is sure.
    """

    place: PlaceId | None
    how: ReadAs
    candidates: tuple[PlaceId, ...] = ()


NOTHING = PlaceReading(None, ReadAs.UNKNOWN)
