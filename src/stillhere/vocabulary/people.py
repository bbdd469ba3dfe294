"""What lists say of people, and what the ledger says of them."""

from enum import StrEnum


class Sex(StrEnum):
    """Sex as stated by the source."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class PersonEvent(StrEnum):
    """What one statement says of one person."""

    RESIDENT = "resident"
    BOARDED = "boarded"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    SEEN = "seen"
    FOUND = "found"
    CHOSE_TO_STAY = "chose_to_stay"
    COULD_NOT_LEAVE = "could_not_leave"
    IN_CARE = "in_care"
    RETURNED = "returned"
    DEAD = "dead"
    SOUGHT = "sought"
    SERVED = "served"
    """On a social-service list: known to need help; says nothing of where they are."""


class Status(StrEnum):
    """Status of a ledger entry; `UNACCOUNTED` is computed, never typed in."""

    LEFT = "left"
    ARRIVED = "arrived"
    FOUND = "found"
    CHOSE_TO_STAY = "chose_to_stay"
    COULD_NOT_LEAVE = "could_not_leave"
    IN_CARE = "in_care"
    RETURNED = "returned"
    DECEASED = "deceased"
    UNACCOUNTED = "unaccounted"
    PROBABLY_ARRIVED = "probably_arrived"
    """Still listed: evidence too weak to take a dependent person off by machine."""

    @property
    def listed(self) -> bool:
        """Whether the person stands in the list of those without word."""
        return self in (Status.UNACCOUNTED, Status.PROBABLY_ARRIVED)


class Care(StrEnum):
    """Needs of care as stated."""

    WALKS = "walks"
    WHEELCHAIR = "wheelchair"
    STRETCHER = "stretcher"
    MEDICAL = "medical"
    POWER = "power"
    MEDICINE = "medicine"
    CHILD_ALONE = "child_alone"
    LIVES_ALONE = "lives_alone"
    DISABLED = "disabled"
