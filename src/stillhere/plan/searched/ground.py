"""Every door there is, and which building, street and settlement it belongs to.

Doors are those of the table of buildings, and those reports name beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas, Ints


class Level(StrEnum):
    """What effort is added up over."""

    BUILDING = "building"
    STREET = "street"
    SETTLEMENT = "settlement"


class Grouping(NamedTuple):
    """Areas of one level by key, and the number of the area of each door (-1: none)."""

    keys: tuple[PlaceKey, ...]
    of: Ints


@dataclass(frozen=True, eq=False)
class Ground:
    """The doors of an operation.

    Attributes:
        keys: Of the doors: first those of the atlas in its order, then others by key.
        index: Key to number.
        levels: Which area a door belongs to.
    """

    keys: tuple[PlaceKey, ...]
    index: Mapping[PlaceKey, int]
    levels: Mapping[Level, Grouping]

    @classmethod
    def of(cls, picture: Picture, atlas: Atlas) -> "Ground":
        """The doors of the table of buildings, and those only reports name."""
        keys = (*atlas.keys, *_others(picture, atlas))
        levels = {
            Level.BUILDING: _grouped([_building(key) for key in keys]),
            Level.STREET: _grouped(_streets(keys, atlas)),
            Level.SETTLEMENT: _grouped([_settlement(key) for key in keys]),
        }
        index = {key: n for n, key in enumerate(keys)}
        return cls(keys, MappingProxyType(index), MappingProxyType(levels))


def _others(picture: Picture, atlas: Atlas) -> Iterator[PlaceKey]:
    """Dwellings of reports that no building of the table covers, in key order."""
    for place in picture.places.values():
        if not place.is_settlement and not atlas.inside(place.key):
            yield place.key


def _settlement(key: PlaceKey) -> PlaceKey:
    return PlaceKey(key.partition("/")[0])


def _building(key: PlaceKey) -> PlaceKey:
    return PlaceKey("/".join(key.split("/")[:2]))


def _streets(keys: Sequence[PlaceKey], atlas: Atlas) -> list[PlaceKey]:
    """Key of the street of each door; empty where its address names none."""
    known = {
        code.replace("/", "-"): atlas.buildings.street_of(code) for code in atlas.codes
    }
    return [_street(key, known) for key in keys]


def _street(key: PlaceKey, known: Mapping[str, str]) -> PlaceKey:
    settlement, door, *_ = key.split("/")
    street = known.get(door)
    if street is None:
        street, house, _ = door.partition("|")
        street = street if house else ""
    return PlaceKey(f"{settlement}/{street}" if street else "")


def _grouped(areas: Sequence[PlaceKey]) -> Grouping:
    keys = tuple(sorted(set(areas) - {PlaceKey("")}))
    number = {key: n for n, key in enumerate(keys)}
    of = np.array([number.get(area, -1) for area in areas], dtype=np.int64)
    return Grouping(keys, of)
