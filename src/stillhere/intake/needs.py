"""What a list must have columns for, so that its rows can state what it is read as."""

from collections.abc import Collection

from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind

_K, _F = ReportKind, Field
NAMES = (_F.NAME, _F.FAMILY_NAME, _F.GIVEN_NAME)
NEEDS: dict[ReportKind, tuple[Field, ...]] = {
    _K.PERSON: (*NAMES, _F.DOCUMENT),
    _K.TRACING: (*NAMES, _F.DOCUMENT),
    _K.VISIT: (_F.RESULT, _F.HOW),
    _K.REMAINS: (_F.CODE,),
    _K.SERVICE: (_F.SERVICE,),
    _K.ANIMALS: (_F.ANIMAL,),
    _K.COUNT: (_F.VALUE,),
    _K.NEED: (_F.WHAT,),
    _K.INTENTION: (_F.WHAT,),
    _K.ASSURANCE: (_F.WHAT, _F.NOTE),
    _K.PROPERTY: (_F.OWNER, _F.STATE),
    _K.VEHICLE: (_F.VEHICLE,),
    _K.TRIP: (_F.VEHICLE,),
    _K.CLEARANCE: (_F.SETTLEMENT, _F.ADDRESS, _F.STREET),
}
"""A kind is proposed only where one of these columns is there."""
REGISTER_NEEDS = (
    (_F.HOUSEHOLD,),
    (_F.ADDRESS, _F.STREET, _F.BUILDING),
    (_F.BIRTH_DATE, _F.BIRTH_YEAR),
)
"""A complete register has one column of each of these."""
LACKS = {  # said to readers
    _K.VISIT: "what came of the visit",
    _K.SERVICE: "which service",
    _K.NEED: "what is needed",
    _K.COUNT: "a figure",
    _K.REMAINS: "its code",
    _K.PROPERTY: "which place or owner",
    _K.ANIMALS: "which animals",
    _K.INTENTION: "the intention",
    _K.ASSURANCE: "what was promised",
    _K.VEHICLE: "which vehicle",
    _K.TRIP: "which vehicle",
    _K.CLEARANCE: "which road or place",
    _K.JUDGEMENT: "which two reports",
    _K.DEATH: "which person",
    _K.CORRECTION: "which report",
    _K.WITHDRAWAL: "which report or source",
    _K.CLOSING: "which place, and the reasons",
    _K.CALL: "a person or place",
    _K.DIALLED: "the number and what came of the call",
    _K.TRACING: "who is sought",
}
"""What a report of this kind did not say, where it states nothing."""


def lacks(kind: ReportKind, fields: Collection[Field]) -> bool:
    """Whether no column is there that a row of this kind cannot do without."""
    needs = NEEDS.get(kind)
    return needs is not None and not any(field in fields for field in needs)
