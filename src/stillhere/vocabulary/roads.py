"""Vehicles a way is passable for, and what a security officer says of a way."""

from enum import StrEnum


class VehicleClass(StrEnum):
    """How somebody travels; a clearance is given for each apart."""

    WALKING = "walking"
    CAR = "car"
    BUS = "bus"
    AMBULANCE = "ambulance"


class Passage(StrEnum):
    """What is said of a road, a village, a track or an area."""

    OPEN = "open"
    CLOSED = "closed"
    SUSPECTED = "suspected"
    """A hazardous area is suspected there."""
    CONFIRMED = "confirmed"
    """A hazardous area is confirmed there."""

    @property
    def hazardous(self) -> bool:
        """Whether it blocks with a margin, and no clearance lifts it."""
        return self in (Passage.SUSPECTED, Passage.CONFIRMED)
