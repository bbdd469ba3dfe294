"""Figures of the overview, followed from picture to picture instead of counted anew.

In: a picture. Out: the same values as `figures.figure_at` of it, each with one of the
reports behind it; all of them stand on the page of the figure. Promise: one changed
entry costs one look at it.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from weakref import WeakKeyDictionary

from stillhere.desk.figures import Asked, list_of
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Entry, PersistentMap, Picture, PlaceEntry, Visited
from stillhere.reports import ReportId

_COUNTED = ("visits", "calls", "tracing_requests", "needs_open")
"""Counts of statements: few, so that the ledger counts them each time."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A number, and one of the reports behind it.

    Attributes:
        name: Of the figure.
        value: The number.
        cites: A report behind it; empty for 0.
    """

    name: str
    value: int
    cites: tuple[ReportId, ...]

    @property
    def address(self) -> str:
        """The page of the figure, where all of its reports stand."""
        return Asked(self.name).address

    @property
    def people(self) -> str:
        """The list of the people in it; empty where there is none."""
        return list_of(Asked(self.name))


class Tallies:
    """Who and what is in each figure of one line of pictures; for any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._registers: AbstractSet[str] = frozenset()
        self._people: dict[str, set[str]] = {}
        self._places: dict[str, set[str]] = {}
        self._entries: PersistentMap[Entry] = PersistentMap.of({})
        self._grounds: PersistentMap[PlaceEntry] = PersistentMap.of({})

    def of(self, picture: Picture) -> dict[str, Tally]:
        """The tallies of a picture by name; every name of a figure of the overview."""
        with self._lock:
            self._follow(picture)
            people = {n: _person(picture, n, ids) for n, ids in self._people.items()}
            doors = self._places.get("dwellings", set())
            places = {n: _place(picture, n, k, doors) for n, k in self._places.items()}
        stated = {name: _stated(picture, name) for name in _COUNTED}
        return people | places | stated

    def people(self, picture: Picture, name: str) -> int:
        """How many people one figure of people counts."""
        with self._lock:
            self._follow(picture)
            return len(self._people.get(name, ()))

    def _follow(self, picture: Picture) -> None:
        registers = {s.source for s in picture.sources.values() if s.register}
        if registers != self._registers:
            self._registers = registers
            self._people, self._entries = {}, PersistentMap.of({})
        for key in picture.entries.differing(self._entries):
            _moved(
                self._people, key, self._of_entry(self._entries.get(key)), into=False
            )
            _moved(
                self._people, key, self._of_entry(picture.entries.get(key)), into=True
            )
        for key in picture.places.differing(self._grounds):
            _moved(self._places, key, _of_place(self._grounds.get(key)), into=False)
            _moved(self._places, key, _of_place(picture.places.get(key)), into=True)
        self._entries, self._grounds = picture.entries, picture.places

    def _of_entry(self, entry: Entry | None) -> Iterator[str]:
        """The figures of people a person stands in."""
        if entry is None:
            return
        yield "people"
        yield entry.status.value
        if entry.listed:
            yield from _among_listed(entry)
        if entry.asked_for:
            yield "asked_for"
        if entry.conflicts:
            yield "conflicts"
        if any(word.source in self._registers for word in entry.words):
            yield "registered"


_OF: "WeakKeyDictionary[Operation, Tallies]" = WeakKeyDictionary()
"""A cache: what it forgets is counted anew."""


def tallies_of(operation: Operation, picture: Picture) -> dict[str, Tally]:
    """The tallies of a picture of an operation, by name; a name without any is absent."""
    return _OF.setdefault(operation, Tallies()).of(picture)


def people_in(operation: Operation, picture: Picture, name: str) -> int:
    """How many people one figure of people counts; 0 where it counts nobody."""
    return _OF.setdefault(operation, Tallies()).people(picture, name)


def _among_listed(entry: Entry) -> Iterator[str]:
    yield "listed"
    if entry.alone:
        yield "listed_alone"
    if entry.dependent:
        yield "listed_dependent"
    if entry.missing:
        yield "missing"


def _of_place(place: PlaceEntry | None) -> Iterator[str]:
    """The figures of places a settlement or dwelling stands in."""
    if place is None:
        return
    what = "settlements" if place.is_settlement else "dwellings"
    yield what
    if place.visited is Visited.VISITED:
        yield f"{what}_visited"
    elif place.is_settlement:
        yield "settlements_not_visited"


def _moved(
    shelves: dict[str, set[str]], key: str, names: Iterator[str], *, into: bool
) -> None:
    for name in names:
        shelf = shelves.setdefault(name, set())
        if into:
            shelf.add(key)
        else:
            shelf.discard(key)


def _person(picture: Picture, name: str, ids: AbstractSet[str]) -> Tally:
    one = next(iter(ids), None)
    witness = () if one is None else (picture.entries[one].words[0].report,)
    return Tally(name, len(ids), witness)


def _place(
    picture: Picture, name: str, keys: AbstractSet[str], doors: AbstractSet[str]
) -> Tally:
    """A place, or else a door in it, that a report names; or else somebody's home."""
    inside = (door for door in doors if door.partition("/")[0] in keys)
    named = (_naming(picture, picture.places[key]) for key in chain(keys, inside))
    witness = next((reports for reports in named if reports), ())
    return Tally(name, len(keys), witness or _homes(picture, keys))


def _stated(picture: Picture, name: str) -> Tally:
    figure = picture.count(name)
    return Tally(name, figure.value, figure.cites[:1])


def _naming(picture: Picture, place: PlaceEntry) -> tuple[ReportId, ...]:
    """A report that names a place: of itself, or of who lives there."""
    if place.cites or not place.residents:
        return place.cites[:1]
    return picture.entries[place.residents[0]].cites("home")[:1]


def _homes(picture: Picture, keys: AbstractSet[str]) -> tuple[ReportId, ...]:
    """A report that names any of these settlements as somebody's home."""
    homes = (entry.home for entry in picture.entries.values() if entry.home)
    here = ((home.report,) for home in homes if home.settlement in keys)
    return next(here, ()) if keys else ()
