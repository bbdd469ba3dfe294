"""What sources say of places, needs and what was left behind."""

from dataclasses import dataclass

from stillhere.reports.report import ReportId
from stillhere.reports.statements.people import (
    NOWHERE,
    PersonStatement,
    WrittenPlace,
)
from stillhere.vocabulary.people import Care
from stillhere.vocabulary.places import Service, ServiceState, VisitHow, VisitResult


@dataclass(frozen=True, slots=True)
class VisitStatement:
    """A team was at a place or dwelling.

    `people` counts those met, where said; `person` is the one met, where named, as a
    statement with event `found`.
    """

    report: ReportId
    source: str
    place: WrittenPlace
    how: VisitHow
    result: VisitResult
    team: str = ""
    date: str | None = None
    people: int | None = None
    given: str = ""
    said_to_be_there: str = ""
    note: str = ""
    person: PersonStatement | None = None


@dataclass(frozen=True, slots=True)
class ServiceStatement:
    """State of one service at one place; `since`, `expected` ISO dates where given."""

    report: ReportId
    source: str
    place: WrittenPlace
    service: Service
    state: ServiceState
    since: str | None = None
    expected: str | None = None
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NeedStatement:
    """What someone, a household or a place lacks; `met` ISO date once it is there."""

    report: ReportId
    source: str
    place: WrittenPlace
    what: str
    urgency: str = ""
    person: str = ""
    since: str | None = None
    met: str | None = None
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountStatement:
    """A figure someone stated, with its qualifier as written."""

    report: ReportId
    source: str
    place: WrittenPlace
    what: str
    value: int
    qualifier: str = ""
    actor: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class RemainsStatement:
    """One body or separate part under its code; identification only as claimed."""

    report: ReportId
    source: str
    code: str
    place: WrittenPlace
    state: str = ""
    name: str = ""
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PropertyStatement:
    """A home or business left behind, as stated; proves no right."""

    report: ReportId
    source: str
    place: WrittenPlace
    owner: str = ""
    state: str = ""
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnimalsStatement:
    """Animals at a place; `count` None where not said."""

    report: ReportId
    source: str
    place: WrittenPlace
    kind: str
    count: int | None = None
    owner: str = ""
    state: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class IntentionStatement:
    """An answer on staying, leaving or returning, with its conditions as written."""

    report: ReportId
    source: str
    intention: str
    conditions: str = ""
    place: WrittenPlace = NOWHERE
    care: tuple[Care, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class AssuranceStatement:
    """Who promised what to whom, in which words; attributed, never scored."""

    report: ReportId
    source: str
    actor: str
    words: str
    recipient: str = ""
    date: str | None = None
