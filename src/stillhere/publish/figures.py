"""Figures of a page that the ledger does not count itself; each keeps its reports."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from stillhere.ledger import Entry, Figure, Picture, PlaceEntry, PlaceKey
from stillhere.plan import Belief
from stillhere.plan.rules import MILLION
from stillhere.publish.sentences import Cited
from stillhere.reports import ReportId
from stillhere.vocabulary import PersonEvent, Status

_CASE_OF_ITS_OWN = "child_alone"
"""Children alone are cases of a restricted role and in no list of anybody else."""

HERE = (Status.FOUND, Status.CHOSE_TO_STAY, Status.COULD_NOT_LEAVE)
"""Statuses of the ledger that say somebody is there; no two of them hold of one person."""


def cited(figure: Figure) -> Cited | None:
    """The figure ready to print, or None where no report stands behind it."""
    return Cited(figure) if figure.cites else None


def joined(parts: Iterable[Iterable[ReportId]]) -> tuple[ReportId, ...]:
    """Reports of several figures, each once, sorted."""
    return tuple(sorted({report for part in parts for report in part}))


def met(picture: Picture) -> Figure:
    """People known to be there, in the whole region: at least so many."""
    parts = [picture.count(status.value) for status in HERE]
    return Figure(
        name="met",
        value=sum(part.value for part in parts),
        cites=joined(part.cites for part in parts),
        qualifier="at least",
        as_of=picture.as_of,
        does_not_count="People nobody has met are not in it.",
    )


def expected(picture: Picture, believed: Belief) -> Figure:
    """People not met who may still be there, by the model; the evidence it weighs."""
    people = (believed.expected + MILLION // 2) // MILLION
    behind = (picture.count("listed").cites, picture.count("calls").cites)
    return Figure("expected", people, joined(behind), "about", picture.as_of)


def passenger_lists(picture: Picture) -> Figure:
    """How many lists name people who boarded or departed."""
    events = (PersonEvent.BOARDED, PersonEvent.DEPARTED)
    lists = [figure for event in events for figure in picture.by_source(event)]
    cites = joined(figure.cites for figure in lists)
    number = len({figure.source for figure in lists})
    return Figure("passenger lists", number, cites, as_of=picture.as_of, unit="lists")


def by_reason(picture: Picture) -> tuple[Figure, ...]:
    """People without word, by what makes them of concern; one person stands in several."""
    groups: dict[str, list[Entry]] = {}
    for entry in picture.without_word():
        for reason in entry.reasons:
            if reason == _CASE_OF_ITS_OWN:
                continue
            groups.setdefault(reason, []).append(entry)
    return tuple(
        _of_people(picture, name, people) for name, people in sorted(groups.items())
    )


def _of_people(picture: Picture, name: str, people: Sequence[Entry]) -> Figure:
    cites = joined(entry.cites("reasons") for entry in people)
    return Figure(name, len(people), cites, as_of=picture.as_of)


def of_settlements(
    picture: Picture,
) -> tuple[tuple[PlaceEntry, Mapping[str, Cited | None]], ...]:
    """Per settlement: registered, without word, dwellings, visited; in key order."""
    homes: dict[PlaceKey, list[Entry]] = {}
    for entry in picture.entries.values():
        if entry.home is not None:
            homes.setdefault(entry.home.settlement, []).append(entry)
    return tuple(
        (place, _of_settlement(picture, place, homes.get(place.key, ())))
        for place in picture.settlements
    )


def of_settlement(picture: Picture, place: PlaceEntry) -> Mapping[str, Figure]:
    """The figures of one settlement by name, as in `of_settlements`."""
    people = [
        entry
        for entry in picture.entries.values()
        if entry.home is not None and entry.home.settlement == place.key
    ]
    return _counts(picture, place, people)


def _of_settlement(
    picture: Picture, place: PlaceEntry, people: Sequence[Entry]
) -> dict[str, Cited | None]:
    counts = _counts(picture, place, people)
    return {name: cited(figure) for name, figure in counts.items()}


def _counts(
    picture: Picture, place: PlaceEntry, people: Sequence[Entry]
) -> dict[str, Figure]:
    listed = [entry for entry in people if entry.listed]
    visits = joined(d.cites for d in picture.dwellings(place.key) if d.visits)
    homes = joined(entry.cites("home") for entry in people)
    silent = joined(entry.cites("status") for entry in listed)
    counts = {
        "people": (place.registered, homes),
        "without_word": (place.without_word, silent),
        "dwellings": (place.dwellings, joined((homes, visits, place.cites))),
        "dwellings_visited": (place.dwellings_visited, visits),
    }
    return {
        name: Figure(name, value, cites, as_of=picture.as_of, place=place.key)
        for name, (value, cites) in counts.items()
    }


def apart(
    figures: Iterable[Figure], test: Callable[[Figure], bool] | None = None
) -> list[Figure]:
    """Figures that can be printed, the largest first, ties by source; never added."""
    kept = [f for f in figures if f.cites and (test is None or test(f))]
    return sorted(kept, key=lambda f: (-f.value, f.source, f.cites))
