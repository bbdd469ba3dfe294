"""Counts over a picture, each with the reports behind it; computed on reading."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeAlias

from stillhere.intake.located import PlaceKey
from stillhere.ledger.entry import Entry
from stillhere.ledger.figures import Figure
from stillhere.ledger.household import Household
from stillhere.ledger.places import PlaceEntry, Visited
from stillhere.ledger.sources import SourceEntry
from stillhere.reports import ReportId
from stillhere.reports.statements import (
    CallStatement,
    CountStatement,
    NeedStatement,
    Statement,
    TracingRequest,
    VisitStatement,
)
from stillhere.vocabulary import PersonEvent, Status


class Counted(Protocol):
    """The parts of a picture that counts are taken over."""

    @property
    def as_of(self) -> str:
        """ISO date or time of the picture."""

    @property
    def entries(self) -> Mapping[str, Entry]:
        """People by referent."""

    @property
    def households(self) -> Mapping[str, Household]:
        """Households and parties."""

    @property
    def places(self) -> Mapping[str, PlaceEntry]:
        """Settlements and dwellings."""

    @property
    def sources(self) -> Mapping[str, SourceEntry]:
        """Sources by name."""

    @property
    def statements(self) -> Mapping[str, Statement]:
        """Statements of anything but one listed person."""

    def dwellings(self, settlement: PlaceKey) -> Iterator[PlaceEntry]:
        """Dwellings of one settlement."""


Count: TypeAlias = Callable[[Counted, str], Figure]

_NO_NAMES = "People no report names are not in it."


def _people(
    test: Callable[[Entry], bool], value: str, leaves_out: str = _NO_NAMES
) -> Count:
    def figure(picture: Counted, name: str) -> Figure:
        found = [e for e in picture.entries.values() if test(e)]
        cites = _joined(e.cites(value) for e in found)
        return Figure(
            name, len(found), cites, as_of=picture.as_of, does_not_count=leaves_out
        )

    return figure


def _registered(picture: Counted, name: str) -> Figure:
    """People named in a register of residents, and the rows that name them."""
    registers = {s.source for s in picture.sources.values() if s.register}
    rows = {
        entry.id: [w.report for w in entry.words if w.source in registers]
        for entry in picture.entries.values()
    }
    named = [reports for reports in rows.values() if reports]
    return Figure(
        name,
        len(named),
        _joined(named),
        as_of=picture.as_of,
        does_not_count="Residents who stand in no list that is called a register.",
    )


def _places(test: Callable[[PlaceEntry], bool], unit: str, leaves_out: str) -> Count:
    def figure(picture: Counted, name: str) -> Figure:
        found = [p for p in picture.places.values() if test(p)]
        cites = _joined(_behind_place(picture, p) for p in found)
        return Figure(name, len(found), cites, "", picture.as_of, unit, leaves_out)

    return figure


def _behind_place(picture: Counted, place: PlaceEntry) -> tuple[ReportId, ...]:
    """Its own reports; where it has none, those that say who lives there."""
    if place.cites or not place.is_settlement:
        homes = (picture.entries[r].cites("home") for r in place.residents)
        return place.cites or _joined(homes)
    return _joined(_behind_place(picture, d) for d in picture.dwellings(place.key))


def _visited(place: PlaceEntry) -> bool:
    return place.visited is Visited.VISITED


def _stating(
    kind: type[Statement], unit: str, test: Callable[[Statement], bool] | None = None
) -> Count:
    def figure(picture: Counted, name: str) -> Figure:
        found = tuple(
            ReportId(key)
            for key, value in picture.statements.items()
            if isinstance(value, kind) and (test is None or test(value))
        )
        return Figure(name, len(found), found, "", picture.as_of, unit)

    return figure


def _joined(parts: Iterable[Iterable[ReportId]]) -> tuple[ReportId, ...]:
    return tuple(sorted({report for part in parts for report in part}))


_DWELLINGS_LEFT_OUT = "Dwellings no report names are not in it."
_PLACES_LEFT_OUT = "Places no report names are not in it."

COUNTS: Mapping[str, Count] = {
    **{
        status.value: _people(lambda e, s=status: e.status is s, "status")  # type: ignore[misc]
        for status in Status
    },
    "people": _people(lambda _: True, "members"),
    "listed": _people(lambda e: e.listed, "status"),
    "registered": _registered,
    "asked_for": _people(lambda e: bool(e.asked_for), "asked_for"),
    "missing": _people(lambda e: e.missing, "asked_for"),
    "conflicts": _people(lambda e: bool(e.conflicts), "conflicts"),
    "settlements": _places(lambda p: p.is_settlement, "places", _PLACES_LEFT_OUT),
    "settlements_visited": _places(
        lambda p: p.is_settlement and _visited(p), "places", _PLACES_LEFT_OUT
    ),
    "dwellings": _places(
        lambda p: not p.is_settlement, "dwellings", _DWELLINGS_LEFT_OUT
    ),
    "dwellings_visited": _places(
        lambda p: not p.is_settlement and _visited(p), "dwellings", _DWELLINGS_LEFT_OUT
    ),
    "visits": _stating(VisitStatement, "visits"),
    "calls": _stating(CallStatement, "calls"),
    "tracing_requests": _stating(TracingRequest, "requests"),
    "needs_open": _stating(
        NeedStatement, "needs", lambda s: isinstance(s, NeedStatement) and not s.met
    ),
}
"""What the ledger counts itself; every count is of reports in force."""


def count(picture: Counted, name: str) -> Figure:
    """One count of the picture; raises KeyError for a name nothing is counted under."""
    if name == "households":
        return _households(picture, name)
    return COUNTS[name](picture, name)


def _households(picture: Counted, name: str) -> Figure:
    found = [h for h in picture.households.values() if h.register]
    cites = _joined(h.cites for h in found)
    leaves_out = "Households outside the registers are not in it."
    return Figure(name, len(found), cites, "", picture.as_of, name, leaves_out)


def listed_by_source(picture: Counted) -> dict[PersonEvent, tuple[Figure, ...]]:
    """For each event, the people each source states it of, side by side, by source."""
    reports: dict[tuple[PersonEvent, str], set[ReportId]] = {}
    people: dict[tuple[PersonEvent, str], set[str]] = {}
    for entry in picture.entries.values():
        for word in entry.words:
            key = (word.event, word.source)
            reports.setdefault(key, set()).add(word.report)
            people.setdefault(key, set()).add(entry.id)
    figures: dict[PersonEvent, list[Figure]] = {}
    for event, source in sorted(people):
        cites = tuple(sorted(reports[event, source]))
        named = len(people[event, source])
        figures.setdefault(event, []).append(
            _by_one(picture, event, source, named, cites)
        )
    return {event: tuple(found) for event, found in figures.items()}


def _by_one(
    picture: Counted,
    event: PersonEvent,
    source: str,
    named: int,
    cites: tuple[ReportId, ...],
) -> Figure:
    return Figure(
        name=event.value,
        value=named,
        cites=cites,
        as_of=picture.sources[source].last or "",
        does_not_count="People this source does not list are not in it.",
        source=source,
        retells=_retells(picture, source),
    )


def stated(picture: Counted) -> tuple[Figure, ...]:
    """Figures as sources state them, side by side, by what, place, date and source."""
    counts = (s for s in picture.statements.values() if isinstance(s, CountStatement))
    figures = (
        Figure(
            name=said.what,
            value=said.value,
            cites=(said.report,),
            qualifier=said.qualifier,
            as_of=said.date or "",
            source=said.actor or said.source,
            place=said.place.settlement or said.place.address,
            retells=_retells(picture, said.source),
        )
        for said in counts
    )
    return tuple(
        sorted(figures, key=lambda f: (f.name, f.place, f.as_of, f.source, f.cites))
    )


def _retells(picture: Counted, source: str) -> str:
    family = picture.sources[source].family
    return "" if family == source else family
