"""From a text to its place: by name, district, case form or slip, and never by guess."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from stillhere.places.geometry import distance_km
from stillhere.places.keys import place_key
from stillhere.places.near_keys import NearKeys, slips_allowed
from stillhere.places.place import Area, Place, PlaceId
from stillhere.places.reading import NOTHING, PlaceReading, ReadAs
from stillhere.places.written import (
    WrittenParts,
    area_stems,
    case_stems,
    stem_of,
    written_parts,
)

Ids = tuple[PlaceId, ...]
Districts = tuple[frozenset[str], ...]
_BESIDE_KM: Final = 40.0
"""How far from the town a district is named after its villages are taken to lie."""


def text_keys(text: str, language: str | None = None) -> list[str]:
    """The keys of a text, then those of it as Azerbaijani without its marks."""
    keys = (place_key(text, language), place_key(text, "az"))
    return [key for key in dict.fromkeys(keys) if key]


class Resolver:
    """Reads texts by the keys of places. Immutable; what it needs is laid out once.

    Args:
        places: By identifier.
        by_key: Keys to the places that have them.
        areas: Districts places may lie in.
    """

    def __init__(
        self,
        places: Mapping[PlaceId, Place],
        by_key: Mapping[str, Ids],
        areas: Iterable[Area],
    ) -> None:
        self._places, self._by_key, self._areas = places, by_key, tuple(areas)

    def read(self, text: str, language: str | None, context: str = "") -> PlaceReading:
        """The reading of a text; `context` is only asked for districts."""
        exact = self._exact(text, language)
        if len(exact) == 1:
            return PlaceReading(exact[0], ReadAs.NAME, exact)
        parts = written_parts(text)
        around = (*parts.areas, *written_parts(context).areas)
        if exact:
            beside = (area_stems(name) for name in parts.names[1:])
            return self._chosen(exact, (*around, *beside))
        if parts.aside:
            return NOTHING
        named = self._by_parts(parts, language) if parts.cut else ()
        if named:
            return self._chosen(named, around)
        name = parts.names[0] if parts.areas and len(parts.names) == 1 else text
        return self._by_form(name, language, around) or self._by_slip(name, language)

    def _exact(self, text: str, language: str | None) -> Ids:
        keys = text_keys(text, language)
        return next((self._by_key[key] for key in keys if key in self._by_key), ())

    def _by_parts(self, parts: WrittenParts, language: str | None) -> Ids:
        """The places its parts name; of a village and its town the village alone."""
        for names in (parts.villages, parts.names):
            found = {i for name in names for i in self._exact(name, language)}
            if found:
                return tuple(sorted(found))
        return ()

    def _chosen(
        self, found: Ids, around: Districts, how: ReadAs = ReadAs.NAME
    ) -> PlaceReading:
        if len(found) == 1:
            return PlaceReading(found[0], how, found)
        left = self._within(found, around)
        if len(left) == 1:
            return PlaceReading(left[0], ReadAs.DISTRICT, left)
        return PlaceReading(None, ReadAs.SEVERAL, left or found)

    def _within(self, found: Ids, around: Districts) -> Ids:
        """Those that lie in every district named; by its town where it is unknown."""
        for stems in around:
            codes = {code for stem in stems for code in self._area_codes.get(stem, ())}
            inside = tuple(i for i in found if codes & self._around(i))
            found = inside or self._beside_town(found, stems)
        return found

    def _beside_town(self, found: Ids, stems: Iterable[str]) -> Ids:
        towns = {i for stem in stems for i in self._by_stem.get(stem, ())}
        if len(towns) != 1:
            return ()
        town = self._places[towns.pop()]
        return tuple(i for i in found if _km(self._places[i], town) <= _BESIDE_KM)

    def _around(self, place: PlaceId) -> set[str]:
        """Codes of the districts a place lies in, and of those around them."""
        todo, seen = list(self._places[place].areas), set[str]()
        while todo:
            code = todo.pop()
            if code and code not in seen:
                seen.add(code)
                todo.append(self._inside.get(code, ""))
        return seen

    def _by_form(
        self, text: str, language: str | None, around: Districts
    ) -> PlaceReading | None:
        """A case form of a name; None where it is a form of none."""
        stems = case_stems(text, language)
        found = {i for stem in stems for i in self._by_stem.get(stem, ())}
        if not found:
            return None
        return self._chosen(tuple(sorted(found)), around, ReadAs.CASE_FORM)

    def _by_slip(self, text: str, language: str | None) -> PlaceReading:
        """The one place within the slips a name of its length may hold."""
        nearest: set[PlaceId] = set()
        within: set[PlaceId] = set()
        for key in text_keys(text, language):
            for slips, other in self._near.near(key):
                if _digits(key) == _digits(other):
                    within.update(self._by_key[other])
                    if slips <= slips_allowed(key):
                        nearest.update(self._by_key[other])
        if len(nearest) == 1 and within == nearest:
            return PlaceReading(min(nearest), ReadAs.SLIP, tuple(nearest))
        return PlaceReading(None, ReadAs.UNKNOWN, tuple(sorted(within)))

    @cached_property
    def _near(self) -> NearKeys:
        return NearKeys(self._by_key)

    @cached_property
    def _by_stem(self) -> dict[str, Ids]:
        stems: dict[str, set[PlaceId]] = {}
        for key, ids in self._by_key.items():
            stems.setdefault(stem_of(key), set()).update(ids)
        return {stem: tuple(sorted(ids)) for stem, ids in stems.items()}

    @cached_property
    def _area_codes(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for area in self._areas:
            for stem in _stems(area.names):
                found.setdefault(stem, set()).add(area.code)
        return {stem: tuple(sorted(codes)) for stem, codes in found.items()}

    @cached_property
    def _inside(self) -> dict[str, str]:
        return {area.code: area.inside for area in self._areas}


def _stems(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from area_stems(name)


def _digits(key: str) -> list[str]:
    return [letter for letter in key if letter.isdigit()]


def _km(one: Place, two: Place) -> float:
    return distance_km(one.lat, one.lon, two.lat, two.lon)
