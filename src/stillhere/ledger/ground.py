"""Statements on a place, and who lives there, become one entry.

Sources that disagree on a service stand side by side; each source speaks by its latest
word.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stillhere.intake.located import PlaceKey
from stillhere.ledger.entry import Entry
from stillhere.ledger.parts import MentionId
from stillhere.ledger.places import (
    AnimalsNote,
    NeedNote,
    PlaceEntry,
    ServiceNote,
    Visit,
    Visited,
)
from stillhere.reports.statements import (
    AnimalsStatement,
    CallStatement,
    NeedStatement,
    PropertyStatement,
    ServiceStatement,
    Statement,
    VisitStatement,
    WrittenPlace,
)
from stillhere.vocabulary import VisitHow, VisitResult

LocalStatement = (
    VisitStatement
    | CallStatement
    | ServiceStatement
    | NeedStatement
    | PropertyStatement
    | AnimalsStatement
)

_AT_THE_DOOR = frozenset({VisitHow.KNOCKED, VisitHow.LOOKED_IN, VisitHow.ENTERED})
_SPOKE = frozenset({VisitResult.PEOPLE_PRESENT, VisitResult.REFUSED})


class Totals(NamedTuple):
    """What a settlement adds up over its dwellings and people; plain sums."""

    registered: int = 0
    without_word: int = 0
    dependents: int = 0
    dwellings: int = 0
    dwellings_visited: int = 0
    dwellings_spoken: int = 0

    def plus(self, other: "Totals", sign: int = 1) -> "Totals":
        """The sum with another, or the difference for a `sign` of -1."""
        return Totals(*(a + sign * b for a, b in zip(self, other, strict=True)))


def of_person(entry: Entry) -> Totals:
    """What one person adds to the settlement of their home."""
    careful = entry.listed and (entry.dependent or entry.alone)
    return Totals(1, int(entry.listed), int(careful))


def of_dwelling(place: PlaceEntry) -> Totals:
    """What one dwelling adds to its settlement."""
    spoken = any(visit.result in _SPOKE for visit in place.visits)
    return Totals(0, 0, 0, 1, int(place.visited is Visited.VISITED), int(spoken))


def written_place(statement: Statement) -> WrittenPlace | None:
    """Where a statement belongs; None for one that is not about a place."""
    return statement.place if isinstance(statement, LocalStatement) else None


def fold_place(
    key: PlaceKey,
    names: Sequence[str],
    local: Sequence[LocalStatement],
    residents: Sequence[MentionId],
    totals: Totals,
) -> PlaceEntry:
    """The entry of one settlement, dwelling or building.

    Args:
        key: Its key.
        names: Ways of writing, sorted.
        local: Statements on the place itself, in report order.
        residents: Whose home the dwelling is, sorted; empty for a settlement.
        totals: Sums over its people and, for a settlement, its dwellings.
    """
    visits = [
        Visit(s.date, s.how, s.result, s.people, s.team, s.report)
        for s in local
        if isinstance(s, VisitStatement)
    ]
    return PlaceEntry(
        key=key,
        names=tuple(names),
        visited=_visited_settlement(visits, totals)
        if "/" not in key
        else _visited_door(visits),
        visits=tuple(sorted(visits, key=lambda v: (v.date or "", v.report))),
        calls=tuple(s.report for s in local if isinstance(s, CallStatement)),
        services=_services(local),
        needs=tuple(
            NeedNote(s.what, s.urgency, s.since, s.met, s.person, s.report)
            for s in local
            if isinstance(s, NeedStatement)
        ),
        animals=tuple(
            AnimalsNote(s.kind, s.count, s.report)
            for s in local
            if isinstance(s, AnimalsStatement)
        ),
        property_left=tuple(
            s.report for s in local if isinstance(s, PropertyStatement)
        ),
        residents=tuple(residents),
        **totals._asdict(),
    )


def _visited_settlement(visits: Sequence[Visit], totals: Totals) -> Visited:
    spoken = totals.dwellings_spoken or any(v.result in _SPOKE for v in visits)
    called = any(
        v.how is VisitHow.CALLED_THROUGH and v.result is not VisitResult.NO_ACCESS
        for v in visits
    )
    if spoken or called:
        return Visited.VISITED
    passed = visits or totals.dwellings_visited
    return Visited.PASSED if passed else Visited.NOT_VISITED


def _visited_door(visits: Sequence[Visit]) -> Visited:
    reached = any(
        v.result in _SPOKE
        or (v.how in _AT_THE_DOOR and v.result is not VisitResult.NO_ACCESS)
        for v in visits
    )
    if reached:
        return Visited.VISITED
    return Visited.PASSED if visits else Visited.NOT_VISITED


def _services(local: Sequence[LocalStatement]) -> tuple[ServiceNote, ...]:
    latest: dict[tuple[str, str], ServiceStatement] = {}
    for said in local:
        if isinstance(said, ServiceStatement):
            key = (said.service.value, said.source)
            known = latest.get(key)
            if known is None or _when(said) > _when(known):
                latest[key] = said
    return tuple(
        ServiceNote(s.service, s.source, s.state, s.since, s.expected, s.date, s.report)
        for _, s in sorted(latest.items())
    )


def _when(said: ServiceStatement) -> tuple[str, str]:
    return (said.date or said.since or "", said.report)
