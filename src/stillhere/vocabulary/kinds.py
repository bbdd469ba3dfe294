"""Kinds of report, legal bases and scopes of use (design: the report)."""

from enum import StrEnum


class ReportKind(StrEnum):
    """What a report is about."""

    ROW = "row"
    """One raw row of a list; the profile of its source says what it states."""
    PROFILE = "profile"
    """Which column of a source means what; a corrected one re-reads its rows."""
    RULES = "rules"
    """Weights, thresholds and tables an operation has agreed on."""
    PERSON = "person"
    """What someone says of one person."""
    VISIT = "visit"
    """A team was at a place or dwelling: how, and what came of it."""
    CALL = "call"
    """Someone tells of a person or a place."""
    DIALLED = "dialled"
    """The operation called a number on file: what came of it."""
    TRACING = "tracing"
    """A relative asks for someone."""
    NEED = "need"
    """What someone or some place lacks."""
    SERVICE = "service"
    """Whether water, power, a road and the like work at a place."""
    VEHICLE = "vehicle"
    """A vehicle and what it can carry."""
    TRIP = "trip"
    """One trip of a vehicle."""
    CLEARANCE = "clearance"
    """A road, village or track open for which vehicles until when."""
    REMAINS = "remains"
    """One body or separate part under its code."""
    PROPERTY = "property"
    """A home or business left behind; proves no right."""
    ANIMALS = "animals"
    """Animals at a place."""
    INTENTION = "intention"
    """An answer on staying, leaving or returning."""
    ASSURANCE = "assurance"
    """Who promised what to whom, in which words."""
    COUNT = "count"
    """A figure someone stated."""
    JUDGEMENT = "judgement"
    """Two mentions are the same person, different people, or it is unsure."""
    CORRECTION = "correction"
    """Fields of another report as they should have read."""
    WITHDRAWAL = "withdrawal"
    """A report, or all rows of a source, taken back."""
    ERASURE = "erasure"
    """Reports to be emptied for good; their ids, sources and dates stay."""
    DEATH = "death"
    """The competent authority has established a death."""
    RELEASE = "release"
    """A figure may leave operations, signed by a named person."""
    CLOSING = "closing"
    """A search ends, for reasons a person gives."""
    PLAN = "plan"
    """A plan that was accepted."""
    CHECK_IN = "check_in"
    """A team that is out gave word, is back, or is looked for; never where it is."""

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
        ReportKind.CHECK_IN,
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
