"""Where dwellings are: the table of buildings laid out flat by flat.

Positions are whole metres on the operation's plane. A dwelling has the key the ledger
gives it: ``settlement/building/flat``.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from stillhere.intake import BuildingTable
from stillhere.intake.buildings import Buildings
from stillhere.intake.world import Building
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer, PlaceId

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Atlas:
    """Every dwelling of the table of buildings, in the order of the table.

    Attributes:
        gazetteer: Names of settlements.
        buildings: Buildings by code and by address.
        keys: Key per dwelling.
        index: Key to its number.
        building: Number of its building per dwelling.
        settlement: Number of its settlement per dwelling, into `settlements`.
        settlements: Keys of settlements, sorted.
        x_m, y_m: Position per dwelling.
        block: Whether more than one dwelling is in the building, per dwelling.
        centres: Mean position of the dwellings per settlement (x, y in metres).
        towns: Whether a settlement is no village, per settlement.
    """

    gazetteer: Gazetteer
    buildings: Buildings
    keys: tuple[PlaceKey, ...]
    index: Mapping[PlaceKey, int]
    building: Ints
    settlement: Ints
    settlements: tuple[PlaceKey, ...]
    x_m: Ints
    y_m: Ints
    block: npt.NDArray[np.bool_]
    centres: Ints
    towns: tuple[bool, ...]
    codes: tuple[str, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, table: BuildingTable, gazetteer: Gazetteer) -> "Atlas":
        """Lay out a table of buildings; an empty table gives an empty atlas."""
        buildings = Buildings(table, gazetteer)
        rows = list(table)
        places = [PlaceKey(buildings.settlement(row)) for row in rows]
        settlements = tuple(sorted(set(places)))
        number = {place: n for n, place in enumerate(settlements)}
        flats = np.array([row.flats for row in rows], dtype=np.int64)
        of = np.repeat(np.arange(len(rows), dtype=np.int64), flats)
        settlement = np.array([number[place] for place in places], dtype=np.int64)[of]
        x_m = np.array([row.x_m for row in rows], dtype=np.int64)[of]
        y_m = np.array([row.y_m for row in rows], dtype=np.int64)[of]
        keys = tuple(_keys(rows, places))
        return cls(
            gazetteer=gazetteer,
            buildings=buildings,
            keys=keys,
            index={key: n for n, key in enumerate(keys)},
            building=of,
            settlement=settlement,
            settlements=settlements,
            x_m=x_m,
            y_m=y_m,
            block=flats[of] > 1,
            centres=_centres(settlement, x_m, y_m, len(settlements)),
            towns=tuple(_is_town(gazetteer, place) for place in settlements),
            codes=tuple(row.code for row in rows),
        )

    def __len__(self) -> int:
        return len(self.keys)

    def building_of(self, key: PlaceKey) -> Building | None:
        """The building of a dwelling key, or None for one that is not in the table."""
        parts = key.split("/")
        return self.buildings.named(parts[1]) if len(parts) > 1 else None

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Numbers of the dwellings in the order of their keys."""
        return tuple(sorted(range(len(self.keys)), key=self.keys.__getitem__))

    def within(self, key: PlaceKey) -> Sequence[int]:
        """Numbers of the dwellings of a settlement, a building or a flat."""
        if "/" in key:
            return self.inside(key)
        place = bisect_left(self.settlements, key)
        found: list[int] = np.flatnonzero(self.settlement == place).tolist()
        known = place < len(self.settlements) and self.settlements[place] == key
        return found if known else ()

    def inside(self, key: PlaceKey) -> Sequence[int]:
        """Numbers of the dwellings a key covers: a flat, a whole building, or none."""
        if key in self.index:
            return (self.index[key],)
        parts = key.split("/")
        if len(parts) != 2 or self.buildings.named(parts[1]) is None:
            return ()
        first = self.index[PlaceKey(f"{key}/1")]
        flats = self.buildings.table[parts[1]].flats
        return range(first, first + flats)


def _keys(rows: Sequence[Building], places: Sequence[PlaceKey]) -> list[PlaceKey]:
    return [
        PlaceKey(f"{place}/{row.code.replace('/', '-')}/{flat}")
        for row, place in zip(rows, places, strict=True)
        for flat in range(1, row.flats + 1)
    ]


def _centres(settlement: Ints, x_m: Ints, y_m: Ints, count: int) -> Ints:
    size = np.maximum(np.bincount(settlement, minlength=count), 1)
    sums = np.zeros((count, 2), dtype=np.int64)
    np.add.at(sums[:, 0], settlement, x_m)
    np.add.at(sums[:, 1], settlement, y_m)
    centres: Ints = sums // size[:, None]
    return centres


def _is_town(gazetteer: Gazetteer, place: str) -> bool:
    return place in gazetteer and gazetteer[PlaceId(place)].kind != "village"
