"""The list of places with its index: any name in any script finds the place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rapidfuzz import fuzz, process

from stillhere.errors import StillHereError
from stillhere.places.geometry import distance_km
from stillhere.places.keys import place_key
from stillhere.places.place import Area, Place, PlaceId, place_of
from stillhere.places.reading import NOTHING, PlaceReading, ReadAs
from stillhere.places.resolving import Resolver, text_keys
from stillhere.places.streets import Named

_NEAR_KM = 5.0
NEAR = 70
"""Least likeness (0 to 100) of a name that is offered without an exact fold."""


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place found for a text.

    Attributes:
        place: The place.
        name: The name of the place that met the text.
        score: Likeness of the folded names, 0 to 100.
        exact: Whether the folded names are equal.
    """

    place: Place
    name: str
    score: int
    exact: bool


class Gazetteer:
    """Places by identifier and by the folded form of each of their names.

    Immutable once made. The order of rows never matters: places stand in the order
    of their identifiers.
    """

    __slots__ = (
        "_by_code",
        "_by_id",
        "_by_key",
        "_resolver",
        "areas",
        "decided",
        "loaded",
        "streets",
    )

    def __init__(
        self,
        places: Iterable[Place],
        *,
        areas: Iterable[Area] = (),
        decided: Mapping[str, str] | None = None,
        streets: Named | None = None,
        loaded: Iterable[PlaceId] = (),
    ) -> None:
        """Index the places.

        Args:
            places: In any order and repetition.
            areas: Districts, for texts that name one.
            decided: What a person said a text means: its `place_key` to an identifier
                or code of a place, or to an empty text for no place of these.
            streets: What `street_names` gave of their streets.
            loaded: Those only a table from outside knows. A place of the operation's own
                that was joined to one has its codes, and is not among them.

        Raises:
            StillHereError: Two different places have one identifier.
        """
        by_id: dict[PlaceId, Place] = {}
        for place in places:
            if by_id.setdefault(place.id, place) != place:
                raise StillHereError("places/twice", place=place.id)
        self._by_id = {key: by_id[key] for key in sorted(by_id)}
        self._by_key = _index(self._by_id.values())
        self._by_code = {c: p.id for p in self._by_id.values() for c in p.codes}
        self.areas = tuple(sorted(areas, key=lambda area: (area.level, area.code)))
        self.decided = MappingProxyType(dict(sorted((decided or {}).items())))
        self.loaded = frozenset(loaded)
        self.streets: Named = MappingProxyType(dict(streets or {}))
        ids = {key: tuple(i for i, _ in named) for key, named in self._by_key.items()}
        self._resolver = Resolver(self._by_id, ids, self.areas)

    @classmethod
    def load(cls, rows: Iterable[Mapping[str, str]]) -> "Gazetteer":
        """Make a gazetteer of the rows of a table, by column names.

        Raises:
            StillHereError: A row cannot be read or an identifier stands twice.
        """
        return cls(place_of(row) for row in rows)

    @staticmethod
    def demo() -> "Gazetteer":
        """Give the dozen real places that come with the program (GeoNames, CC BY 4.0)."""
        return _demo()

    def merge(self, other: "Gazetteer") -> "Gazetteer":
        """Give the places of both.

        Raises:
            StillHereError: The two differ on one identifier.
        """
        return Gazetteer(
            (*self, *other),
            areas={*self.areas, *other.areas},
            decided={**self.decided, **other.decided},
            streets={**self.streets, **other.streets},
            loaded=(self.loaded | other.loaded) - self.own - other.own,
        )

    @property
    def own(self) -> frozenset[PlaceId]:
        """Places the operation knows by itself."""
        return frozenset(self._by_id) - self.loaded

    def deciding(self, decided: Mapping[str, str]) -> "Gazetteer":
        """The same places with what persons said of texts."""
        return Gazetteer(
            self,
            areas=self.areas,
            decided=decided,
            streets=self.streets,
            loaded=self.loaded,
        )

    @property
    def stated(self) -> tuple[object, ...]:
        """What a digest is taken over: places, and areas and decisions where any."""
        places = tuple(place.stated for place in self)
        if not (self.areas or self.decided or self.streets):
            return places
        streets = tuple((*at, one) for at, one in sorted(self.streets.items()))
        return (places, self.areas, tuple(self.decided.items()), streets)

    def street(self, settlement: str, folded: str) -> str:
        """The one folded name of a street of a settlement, whichever of its names it is.

        Args:
            settlement: Identifier of the settlement.
            folded: What `fold_street` gave; given back where no table knows it.
        """
        return self.streets.get((PlaceId(settlement), folded), folded)

    def coded(self, code: str) -> PlaceId | None:
        """The place of an identifier or of a code of a loaded table; None for none."""
        if code in self._by_id:
            return PlaceId(code)
        return self._by_code.get(code)

    def __iter__(self) -> Iterator[Place]:
        """Go through the places in the order of their identifiers."""
        return iter(self._by_id.values())

    def __len__(self) -> int:
        """Count the places."""
        return len(self._by_id)

    def __contains__(self, place: object) -> bool:
        """Say whether an identifier is known."""
        return place in self._by_id

    def __getitem__(self, place: PlaceId) -> Place:
        """Give the place of an identifier, or raise KeyError."""
        return self._by_id[place]

    def read(
        self, text: str, language: str | None = None, context: str = ""
    ) -> PlaceReading:
        """Read a text as a place, and say how.

        In order: an identifier or code; what a person decided; a name of one place; of
        several of one name the one in the district named beside it; a form of case; a
        slip of the hand, where one place alone is near and the name is long enough.
        Case of letters and words such as с., գ., v. and kənd do not matter.

        Args:
            text: As written.
            language: Its language, as for `names.romanise`.
            context: What stands beside it, asked only for districts.

        Cost: 20 microseconds for a known name, up to a millisecond for an unknown one;
        callers keep what they have read.
        """
        coded = self.coded(text)
        if coded is not None:
            return PlaceReading(coded, ReadAs.CODE, (coded,))
        for key in text_keys(text, language) if self.decided else ():
            if key in self.decided:
                return self._as_decided(self.decided[key])
        return self._resolver.read(text, language, context)

    def _as_decided(self, code: str) -> PlaceReading:
        place = self.coded(code)
        if place is not None:
            return PlaceReading(place, ReadAs.DECIDED, (place,))
        return NOTHING if code else PlaceReading(None, ReadAs.ELSEWHERE)

    def resolve(self, text: str, language: str | None = None) -> PlaceId | None:
        """Give the one place a text means, as `read` does; None for none or several."""
        return self.read(text, language).place

    def one_near(
        self, candidates: Iterable[PlaceId], lat: float, lon: float
    ) -> PlaceId | None:
        """Give the one candidate within five kilometres of a point in degrees.

        Returns:
            None where none lies there, or more than one.
        """
        places = [self._by_id[candidate] for candidate in candidates]
        near = [p.id for p in places if distance_km(p.lat, p.lon, lat, lon) <= _NEAR_KM]
        return near[0] if len(near) == 1 else None

    def find(self, text: str, limit: int = 5) -> list[PlaceMatch]:
        """Find places by any of their names, in any script and spelling.

        Returns:
            At most `limit` matches, each place once: equal folds first, then near
            spellings by falling likeness, ties by identifier; empty for an empty text
            or nothing near.

        Cost: about a millisecond for a few thousand names.
        """
        best: dict[PlaceId, PlaceMatch] = {}
        for key in text_keys(text, None):
            for match in self._near(key):
                known = best.get(match.place.id, match)
                best[match.place.id] = max(known, match, key=_rank)
        return sorted(best.values(), key=lambda m: (-m.score, m.place.id))[:limit]

    def _near(self, key: str) -> Iterator[PlaceMatch]:
        """Go through the names whose keys are like this one."""
        near = process.extract(
            key, self._by_key.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=None
        )
        for spelling, likeness, _ in near:
            for place, name in self._by_key[spelling]:
                score = round(likeness)
                yield PlaceMatch(self._by_id[place], name, score, spelling == key)


def _rank(match: PlaceMatch) -> tuple[int, str]:
    return match.score, match.name


def _index(places: Iterable[Place]) -> dict[str, tuple[tuple[PlaceId, str], ...]]:
    """Map every key to the places that have it, each with the first such name."""
    found: dict[str, dict[PlaceId, str]] = {}
    for place in places:
        for name in place.names:
            found.setdefault(place_key(name), {}).setdefault(place.id, name)
    return {key: tuple(names.items()) for key, names in sorted(found.items()) if key}


@cache
def _demo() -> Gazetteer:
    table = files("stillhere.places").joinpath("gazetteer.tsv")
    return Gazetteer.load(read_table(table.read_text(encoding="utf-8")))


def read_table(text: str) -> list[dict[str, str]]:
    """Read a tab-separated table with one line of column names; `#` lines are notes."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns, *rows = [line.split("\t") for line in lines]
    return [dict(zip(columns, row, strict=False)) for row in rows]
