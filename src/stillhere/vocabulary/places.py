"""Visits and services at places."""

from enum import StrEnum


class VisitHow(StrEnum):
    """How a place or dwelling was visited, by rising effort."""

    PASSED = "passed"
    CALLED_OUT = "called_out"
    CALLED_THROUGH = "called_through"
    """Called through every street of a place, and waited for an answer."""
    LOOKED_IN = "looked_in"
    KNOCKED = "knocked"
    ENTERED = "entered"


class VisitResult(StrEnum):
    """What came of a visit."""

    NOBODY_ANSWERED = "nobody_answered"
    EMPTY = "empty"
    PEOPLE_PRESENT = "people_present"
    NO_ACCESS = "no_access"
    REFUSED = "refused"


class Service(StrEnum):
    """Services at a place; water working and water safe are two things."""

    ELECTRICITY = "electricity"
    WATER = "water"
    WATER_SAFE = "water_safe"
    GAS = "gas"
    HEATING = "heating"
    MOBILE_NETWORK = "mobile_network"
    ROAD = "road"
    HEALTH_POST = "health_post"


class ServiceState(StrEnum):
    """State of a service as stated."""

    WORKING = "working"
    PARTLY = "partly"
    OUT = "out"
    UNKNOWN = "unknown"
