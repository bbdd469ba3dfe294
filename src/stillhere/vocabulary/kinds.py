"""Kinds of report, legal bases and scopes of use (design: the report)."""

from enum import StrEnum


class ReportKind(StrEnum):
    """What a report is about. `ROW` is one raw row of a list; its profile says more."""

    ROW = "row"
    PROFILE = "profile"
    RULES = "rules"
    PERSON = "person"
    VISIT = "visit"
    CALL = "call"
    TRACING = "tracing"
    NEED = "need"
    SERVICE = "service"
    VEHICLE = "vehicle"
    TRIP = "trip"
    CLEARANCE = "clearance"
    REMAINS = "remains"
    PROPERTY = "property"
    ANIMALS = "animals"
    INTENTION = "intention"
    ASSURANCE = "assurance"
    COUNT = "count"
    JUDGEMENT = "judgement"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    ERASURE = "erasure"
    DEATH = "death"
    RELEASE = "release"
    CLOSING = "closing"
    PLAN = "plan"

    @property
    def decides(self) -> bool:
        """Whether a person's decision about other reports, not a claim on the world."""
        return self in _DECISIONS


_DECISIONS = frozenset(
    {
        ReportKind.PROFILE,
        ReportKind.RULES,
        ReportKind.JUDGEMENT,
        ReportKind.CORRECTION,
        ReportKind.WITHDRAWAL,
        ReportKind.ERASURE,
        ReportKind.RELEASE,
        ReportKind.CLOSING,
        ReportKind.PLAN,
    }
)


class Basis(StrEnum):
    """Legal basis of holding a report."""

    VITAL_INTEREST = "vital_interest"
    PUBLIC_INTEREST = "public_interest"
    CONSENT = "consent"
    LEGAL_OBLIGATION = "legal_obligation"
    LEGITIMATE_INTEREST = "legitimate_interest"


class Scope(StrEnum):
    """Purposes a report may be used for."""

    OPERATIONS = "operations"
    MEDICAL = "medical"
    THE_DEAD = "the_dead"
    CHILDREN = "children"
    FAMILY_LINKS = "family_links"
    PARTNERS = "partners"
    AUTHORITIES = "authorities"
    PUBLIC = "public"
