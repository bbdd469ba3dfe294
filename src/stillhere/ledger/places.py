"""What all reports together say of one settlement or dwelling."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from stillhere.intake.located import PlaceKey
from stillhere.ledger.parts import MentionId
from stillhere.reports import ReportId
from stillhere.vocabulary import Service, ServiceState, VisitHow, VisitResult


class Visited(StrEnum):
    """How far a place is known; never "clear".

    A settlement is visited once a team spoke with a resident or called through every
    street and waited; a dwelling once somebody knocked, looked in, entered or was met.
    """

    VISITED = "visited"
    PASSED = "passed"
    NOT_VISITED = "not_visited"


class Visit(NamedTuple):
    """One visit as its team reports it."""

    date: str | None
    how: VisitHow
    result: VisitResult
    people: int | None
    team: str
    report: ReportId


class ServiceNote(NamedTuple):
    """The latest word of one source on one service; sources stand side by side."""

    service: Service
    source: str
    state: ServiceState
    since: str | None
    expected: str | None
    date: str | None
    report: ReportId


class NeedNote(NamedTuple):
    """One need as stated; `met` is the date it was met, None while open."""

    what: str
    urgency: str
    since: str | None
    met: str | None
    person: str
    report: ReportId


class AnimalsNote(NamedTuple):
    """Animals as one report counts them; None where it gives no number."""

    kind: str
    number: int | None
    report: ReportId


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One settlement, or one dwelling or building in it.

    Attributes:
        key: ``settlement``, ``settlement/building`` or ``settlement/building/flat``.
        names: Ways of writing found in reports, sorted; the gazetteer knows more.
        visited: How far it is known by its own visits.
        visits: Visits to the place itself, by date and report.
        calls: Calls that concern it, sorted.
        services, needs, animals: As stated, sorted.
        property_left: Reports on homes and businesses left behind there, sorted.
        residents: Who is registered in the dwelling, sorted; empty for a settlement.
        registered: People whose home it is (a settlement: in all its dwellings).
        without_word: Of those, how many are listed.
        dependents: Of the listed, how many are dependent or alone.
        dwellings: Dwellings known in the settlement; 0 for a dwelling.
        dwellings_visited: Of those, how many count as visited.
        dwellings_spoken: Of those, in how many somebody was spoken with.
    """

    key: PlaceKey
    names: tuple[str, ...] = ()
    visited: Visited = Visited.NOT_VISITED
    visits: tuple[Visit, ...] = ()
    calls: tuple[ReportId, ...] = ()
    services: tuple[ServiceNote, ...] = ()
    needs: tuple[NeedNote, ...] = ()
    animals: tuple[AnimalsNote, ...] = ()
    property_left: tuple[ReportId, ...] = ()
    residents: tuple[MentionId, ...] = ()
    registered: int = 0
    without_word: int = 0
    dependents: int = 0
    dwellings: int = 0
    dwellings_visited: int = 0
    dwellings_spoken: int = 0

    @property
    def settlement(self) -> PlaceKey:
        """Key of the settlement it is, or stands in."""
        return PlaceKey(self.key.partition("/")[0])

    @property
    def is_settlement(self) -> bool:
        """Whether it is a settlement rather than a dwelling or building."""
        return "/" not in self.key

    @property
    def last_visit(self) -> str | None:
        """Latest stated date of a visit to the place itself."""
        return max((v.date for v in self.visits if v.date), default=None)

    @property
    def cites(self) -> tuple[ReportId, ...]:
        """Reports on the place itself, sorted; its residents cite their own."""
        parts = (self.visits, self.services, self.needs, self.animals)
        noted = (note.report for part in parts for note in part)
        return tuple(sorted({*noted, *self.calls, *self.property_left}))
