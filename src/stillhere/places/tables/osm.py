"""Places, streets and house numbers out of an OpenStreetMap extract, by osmium.

Source: https://wiki.openstreetmap.org/wiki/Key:place, Key:addr, Names (2026).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stillhere.errors import StillHereError
from stillhere.names import fold
from stillhere.places.geometry import distance_km
from stillhere.places.keys import place_key
from stillhere.places.place import Place, PlaceId
from stillhere.places.tables.loaded import Street
from stillhere.places.tables.names import GatheredNames, united

if TYPE_CHECKING:
    from osmium.osm import Way

SUFFIXES: Final = (".osm.pbf", ".pbf", ".osm", ".osm.gz", ".osm.bz2")
_KINDS: Final = {
    **dict.fromkeys(("city", "town"), "town"),
    **dict.fromkeys(("village", "hamlet", "isolated_dwelling"), "village"),
}
_WEIGHTS: Final = {"city": 4.0, "town": 2.0}
"""How much further than a village its streets reach."""
_REACH_KM: Final = 5.0
_SAME_KM: Final = 2.0
_OLD: Final = frozenset(("old_name", "alt_name", "loc_name", "short_name", "nat_name"))
_CELL: Final = 0.1
"""Degrees of the squares in which the nearest settlement is looked for."""

Tags = Mapping[str, str]
Wanted = Callable[[float, float], bool]


@dataclass(slots=True)
class _Way:
    """A street being put together."""

    names: set[str] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Extract:
    """What an extract holds, as its objects come.

    Attributes:
        languages: Whose names are taken; all where empty.
        places: By identifier.
        weights: How far the streets of each reach.
    """

    languages: frozenset[str] = frozenset()
    places: dict[PlaceId, Place] = field(default_factory=dict)
    weights: dict[PlaceId, float] = field(default_factory=dict)
    _named: list[tuple[float, float, Tags]] = field(default_factory=list)

    def take(self, code: str, tags: Tags, lat: float, lon: float) -> None:
        """Take one object; what is neither place, street nor house is passed over."""
        if tags.get("place") in _KINDS:
            self._place(code, tags, lat, lon)
        elif "addr:street" in tags or ("highway" in tags and "name" in tags):
            self._named.append((lat, lon, tags))

    def _place(self, code: str, tags: Tags, lat: float, lon: float) -> None:
        names = _names(tags, self.languages)
        if not names:
            return
        bare = names.place(
            f"osm-{code.replace('/', '-')}", _KINDS[tags["place"]], (lat, lon)
        )
        codes = tuple(sorted((f"osm:{code}", *_other_codes(tags))))
        place = replace(bare, codes=codes)
        self.places[place.id] = place
        self.weights[place.id] = _WEIGHTS.get(tags["place"], 1.0)

    def settled(self) -> tuple[Place, ...]:
        """Every settlement once: one that is drawn as a line too is its node."""
        nodes = {i: p for i, p in self.places.items() if i.startswith("osm-node")}
        by_key: dict[str, list[PlaceId]] = {}
        for place in nodes.values():
            for name in place.names:
                by_key.setdefault(place_key(name), []).append(place.id)
        for drawn in self.places.values():
            if drawn.id not in nodes:
                keys = {place_key(name) for name in drawn.names}
                same = (i for key in sorted(keys) for i in by_key.get(key, ()))
                near = [i for i in same if _km(nodes[i], drawn) <= _SAME_KM]
                own = near[0] if near else drawn.id
                nodes[own] = united(nodes[own], drawn) if near else drawn
        return tuple(nodes.values())

    def streets(self, settled: Iterable[Place]) -> Iterator[Street]:
        """Every street with its settlement: the nearest that reaches it.

        Pieces of a street that share a name in any language are one. A street beyond
        the reach of every settlement is left out: no text could name it.
        """
        near = _Nearest(settled, self.weights)
        ways: dict[tuple[PlaceId, str], _Way] = {}
        for lat, lon, tags in self._named:
            settlement = near.to(lat, lon)
            names = _street_names(tags, self.languages)
            if settlement is not None and names:
                _joined(ways, settlement, names).houses.update(_houses(tags))
        once = {id(way): (key[0], way) for key, way in sorted(ways.items())}
        for settlement, way in once.values():
            yield Street(
                settlement, tuple(sorted(way.names)), tuple(sorted(way.houses))
            )


def _joined(
    ways: dict[tuple[PlaceId, str], _Way], settlement: PlaceId, names: set[str]
) -> _Way:
    """The one way of these names, joined of those that have any of them."""
    keys = {(settlement, fold(name)) for name in names}
    known = {id(ways[key]): ways[key] for key in keys if key in ways}
    way, *others = known.values() if known else [_Way()]
    way.names.update(names)
    for other in others:
        way.names |= other.names
        way.houses |= other.houses
        keys.update(key for key, held in ways.items() if held is other)
    for key in keys:
        ways[key] = way
    return way


def _names(tags: Tags, languages: frozenset[str]) -> GatheredNames:
    """`name`, `name:hy`, `old_name:ru` and the like, by language."""
    names = GatheredNames()
    for key, value in sorted(tags.items()):
        plain, _, language = key.partition(":")
        if plain != "name" and plain not in _OLD:
            continue
        if language and languages and language not in languages:
            continue
        for text in value.split(";"):
            names.add(text, language, preferred=True, old=plain in _OLD or not language)
    return names


def _street_names(tags: Tags, languages: frozenset[str]) -> set[str]:
    if "addr:street" in tags:
        own = {
            "name" + key[11:]: v for key, v in tags.items() if key[:11] == "addr:street"
        }
    else:
        own = dict(tags)
    names = _names(own, languages)
    return {*names.others(), *filter(None, names.columns().values())}


def _houses(tags: Tags) -> list[str]:
    numbers = tags.get("addr:housenumber", "").replace(",", ";").split(";")
    return [number.strip() for number in numbers if number.strip()]


def _other_codes(tags: Tags) -> Iterator[str]:
    for key, value in tags.items():
        if key == "wikidata" and value:
            yield f"wikidata:{value}"
        elif key in {"GNS:id", "geonames:id", "geonames"} and value.isdigit():
            yield f"geonames:{value}" if key != "GNS:id" else f"gns:{value}"
        elif key in {"ref:pcode", "pcode", "unocha:pcode"} and value:
            yield f"pcode:{value}"


def _km(one: Place, two: Place) -> float:
    return distance_km(one.lat, one.lon, two.lat, two.lon)


class _Nearest:
    """The settlement whose streets reach a point, by squares of a tenth of a degree."""

    def __init__(
        self, places: Iterable[Place], weights: Mapping[PlaceId, float]
    ) -> None:
        self._weights = weights
        self._squares: dict[tuple[int, int], list[Place]] = {}
        for place in places:
            self._squares.setdefault(_square(place.lat, place.lon), []).append(place)

    def to(self, lat: float, lon: float) -> PlaceId | None:
        """The nearest by distance over weight; None where none reaches the point."""
        best = min(
            (
                (self._share(place, lat, lon), place.id)
                for place in self._near(lat, lon)
            ),
            default=(1.0, None),
        )
        return best[1] if best[0] < 1.0 else None

    def _share(self, place: Place, lat: float, lon: float) -> float:
        km = distance_km(place.lat, place.lon, lat, lon)
        return km / (_REACH_KM * self._weights[place.id])

    def _near(self, lat: float, lon: float) -> Iterator[Place]:
        y, x = _square(lat, lon)
        for square in ((y + dy, x + dx) for dy in range(-2, 3) for dx in range(-3, 4)):
            yield from self._squares.get(square, ())


def _square(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)


def read_extract(path: Path, extract: Extract, wanted: Wanted) -> None:
    """Take every named object of a file (``.osm.pbf``, ``.osm``) that is wanted.

    Raises:
        StillHereError: `places/no-osmium` where the library is not installed, or
            `places/not-this-form`.
    """
    try:
        import osmium  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise StillHereError("places/no-osmium", file=path.name) from error
    keys = osmium.filter.KeyFilter("place", "addr:street", "highway")
    try:
        for found in osmium.FileProcessor(path).with_locations().with_filter(keys):
            if isinstance(found, osmium.osm.Node):
                code, at = f"node/{found.id}", (found.lat, found.lon)
            elif isinstance(found, osmium.osm.Way) and (middle := _middle(found)):
                code, at = f"way/{found.id}", middle
            else:
                continue
            if wanted(*at):
                extract.take(code, {tag.k: tag.v for tag in found.tags}, *at)
    except (RuntimeError, osmium.InvalidLocationError) as error:
        reason = "osmium reads no extract in it"
        raise StillHereError(
            "places/not-this-form", file=path.name, reason=reason
        ) from error


def _middle(way: "Way") -> tuple[float, float] | None:
    """Where the middle node of a way is; None where no node of it is in the file."""
    known = [node.location for node in way.nodes if node.location.valid()]
    if not known:
        return None
    middle = known[len(known) // 2]
    return middle.lat, middle.lon
