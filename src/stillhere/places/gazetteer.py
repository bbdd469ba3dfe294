"""The list of places with its index: any name in any script finds the place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from stillhere.errors import StillHereError
from stillhere.places.keys import place_key
from stillhere.places.place import Place, PlaceId, place_of

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

    __slots__ = ("_by_id", "_by_key")

    def __init__(self, places: Iterable[Place]) -> None:
        """Index the places.

        Raises:
            StillHereError: Two different places have one identifier.
        """
        by_id: dict[PlaceId, Place] = {}
        for place in places:
            if by_id.setdefault(place.id, place) != place:
                raise StillHereError("places/twice", place=place.id)
        self._by_id = {key: by_id[key] for key in sorted(by_id)}
        self._by_key = _index(self._by_id.values())

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
        return Gazetteer((*self, *other))

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

    def resolve(self, text: str, language: str | None = None) -> PlaceId | None:
        """Give the one place whose folded name the text has, for cells of lists.

        Case and words such as с., գ., v. and kənd do not matter. A text that is an
        identifier is that place.

        Returns:
            The identifier; None where no place or more than one has this name.
        """
        if text in self._by_id:
            return PlaceId(text)
        for reading in _readings(text, language):
            if reading in self._by_key:
                found = self._by_key[reading]
                return found[0][0] if len(found) == 1 else None
        return None

    def find(self, text: str, limit: int = 5) -> list[PlaceMatch]:
        """Find places by any of their names, in any script and spelling.

        Returns:
            At most `limit` matches, each place once: equal folds first, then near
            spellings by falling likeness, ties by identifier; empty for an empty text
            or nothing near.

        Cost: about a millisecond for a few thousand names.
        """
        best: dict[PlaceId, PlaceMatch] = {}
        for key in _readings(text, None):
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


def _readings(text: str, language: str | None) -> list[str]:
    """Give the keys of a text, then those of it as Azerbaijani without its marks."""
    keys = (place_key(text, language), place_key(text, "az"))
    return [key for key in dict.fromkeys(keys) if key]


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
