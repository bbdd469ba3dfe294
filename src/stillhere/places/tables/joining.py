"""Tables of places joined into one gazetteer; why, and what contradicts, is said.

A place of one table is that of another where they share a code, or where a name folds
alike and they lie within two kilometres. Tables are taken in one order, whatever the
order they came in, and a place keeps the identifier of the first table that has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stillhere.errors import Finding
from stillhere.places.gazetteer import Gazetteer
from stillhere.places.geometry import distance_km
from stillhere.places.keys import place_key
from stillhere.places.place import Area, Place, PlaceId
from stillhere.places.streets import street_names
from stillhere.places.tables.loaded import ORDER, LoadedTable
from stillhere.places.tables.names import united
from stillhere.places.written import area_stems

_SAME_KM: Final = 2.0
_FAR_KM: Final = 20.0
_BY_CODE, _BY_NAME, _NEW = "code", "name", "new"


@dataclass(frozen=True, slots=True)
class Joined:
    """How a place of a table came into the gazetteer.

    Attributes:
        place: Its identifier there.
        table: Name of the table.
        own: Its identifier in the table.
        why: ``code``, ``name`` (and nearness), or ``new`` for the first table with it.
        by: The code or the name they share; empty for a new one.
        metres: Between the positions of both; 0 for a new one.
    """

    place: PlaceId
    table: str
    own: PlaceId
    why: str
    by: str = ""
    metres: int = 0


@dataclass(frozen=True, slots=True)
class Joining:
    """The gazetteer of all tables.

    Attributes:
        gazetteer: Of all places, areas and streets.
        joined: One for every place of every table, in the order they were taken.
        findings: What contradicts, each once, sorted.
    """

    gazetteer: Gazetteer
    joined: tuple[Joined, ...]
    findings: tuple[Finding, ...]


class _Bench:
    """Places as they are joined."""

    def __init__(self, own: Gazetteer) -> None:
        self.places: dict[PlaceId, Place] = {}
        self.joined: list[Joined] = []
        self.findings: set[Finding] = set()
        self._by_code: dict[str, PlaceId] = {}
        self._by_key: dict[str, dict[PlaceId, str]] = {}
        self._keys: dict[str, str] = {}
        for place in own:
            self._enter(place)

    def take(self, table: LoadedTable) -> dict[PlaceId, PlaceId]:
        """Take the places of a table; gives which is which."""
        free = set(self.places)
        taken: dict[PlaceId, PlaceId] = {}
        for place in table.places:
            joined = self._same(place, table.name, free)
            free.discard(joined.place)
            taken[place.id] = joined.place
            self.joined.append(joined)
            known = self.places.get(joined.place)
            self._enter(place if known is None else self._united(known, place, table))
        return taken

    def _same(self, place: Place, table: str, free: set[PlaceId]) -> Joined:
        coded = {self._by_code[c]: c for c in place.codes if c in self._by_code}
        if len(coded) > 1:
            self._tell("places/joins-several", place, table, others=", ".join(coded))
        for known in sorted(coded):
            if known in free:
                why = (_BY_CODE, coded[known])
                return Joined(known, table, place.id, *why, self._metres(place, known))
        near = sorted(
            (metres, known, name)
            for key in self._keys_of(place)
            for known, name in self._by_key.get(key, {}).items()
            if known in free
            and not self._parted(place, known)
            and (metres := self._metres(place, known)) <= _SAME_KM * 1000
        )
        if near:
            metres, known, name = near[0]
            return Joined(known, table, place.id, _BY_NAME, name, metres)
        return Joined(place.id, table, place.id, _NEW)

    def _parted(self, place: Place, known: PlaceId) -> bool:
        """Whether the two have codes of one kind that are not the same."""
        own = dict(code.split(":", 1) for code in place.codes)
        others = dict(code.split(":", 1) for code in self.places[known].codes)
        return any(own[kind] != others[kind] for kind in own.keys() & others.keys())

    def _metres(self, place: Place, known: PlaceId) -> int:
        other = self.places[known]
        return round(1000 * distance_km(place.lat, place.lon, other.lat, other.lon))

    def _united(self, known: Place, place: Place, table: LoadedTable) -> Place:
        """One place of two; a finding where they lie too far apart."""
        metres = self._metres(place, known.id)
        if metres > _FAR_KM * 1000:
            self._tell("places/far-apart", place, table.name, km=metres // 1000)
        return united(known, place)

    def _enter(self, place: Place) -> None:
        self.places[place.id] = place
        for code in place.codes:
            self._by_code.setdefault(code, place.id)
        for name in place.names:
            self._by_key.setdefault(self._key(name), {}).setdefault(place.id, name)

    def _keys_of(self, place: Place) -> list[str]:
        return [key for key in dict.fromkeys(map(self._key, place.names)) if key]

    def _key(self, name: str) -> str:
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = place_key(name)
        return key

    def _tell(self, code: str, place: Place, table: str, **values: object) -> None:
        self.findings.add(Finding.of(code, place=place.id, table=table, **values))


def join_tables(own: Gazetteer, tables: Sequence[LoadedTable]) -> Joining:
    """Join tables to the places an operation has of its own.

    Args:
        own: Shipped places and those of the operation's table; they keep their
            identifiers and positions.
        tables: In any order.

    Returns:
        Without tables the gazetteer itself, and nothing joined.
    """
    if not tables:
        return Joining(own, (), ())
    bench = _Bench(own)
    streets: list[tuple[PlaceId, tuple[str, ...]]] = []
    for table in sorted(tables, key=lambda t: (ORDER.index(t.form), t.name)):
        taken = bench.take(table)
        streets.extend(
            (taken.get(street.settlement, street.settlement), street.names)
            for street in table.streets
        )
    areas, same = _joined_areas(a for table in tables for a in table.areas)
    places = (_with_areas(place, same) for place in bench.places.values())
    gazetteer = Gazetteer(
        places,
        areas=areas,
        decided=own.decided,
        streets=street_names(streets),
        loaded=own.loaded | (bench.places.keys() - {place.id for place in own}),
    )
    return Joining(gazetteer, tuple(bench.joined), tuple(sorted(bench.findings)))


def _with_areas(place: Place, same: dict[str, str]) -> Place:
    areas = tuple(sorted({same.get(code, code) for code in place.areas}))
    return place if areas == place.areas else replace(place, areas=areas)


def _joined_areas(areas: Iterable[Area]) -> tuple[list[Area], dict[str, str]]:
    """Areas, those of one level and a name in common under the first code of theirs."""
    found: dict[str, Area] = {}
    same: dict[str, str] = {}
    by_stem: dict[tuple[int, str], str] = {}
    for area in sorted(set(areas), key=lambda a: (a.level, a.code, a.names, a.inside)):
        stems = {(area.level, s) for name in area.names for s in area_stems(name)}
        codes = {by_stem[stem] for stem in stems if stem in by_stem}
        first = area.code if area.code in found else min(codes, default=area.code)
        if _is_other(area.code, first):
            first = area.code
        same[area.code] = first
        known = found.get(first, replace(area, code=first, names=()))
        names = tuple(dict.fromkeys((*known.names, *area.names)))
        found[first] = replace(known, names=names)
        for stem in stems:
            by_stem.setdefault(stem, first)
    return [
        replace(area, inside=same.get(area.inside, area.inside))
        for area in found.values()
    ], same


def _is_other(code: str, first: str) -> bool:
    """Whether two codes of one publisher differ: then they are two areas."""
    return code != first and code.partition(":")[0] == first.partition(":")[0]
