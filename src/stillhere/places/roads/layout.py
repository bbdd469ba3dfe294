"""What one vehicle may pass, contracted to chains; the same whatever is closed.

Times are whole milliseconds, so that sums do not depend on their order.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from stillhere.places.roads.chains import Chains, contract
from stillhere.places.roads.course import Mask
from stillhere.places.roads.engine import islands
from stillhere.places.roads.speeds import VEHICLES, Speeds
from stillhere.places.roads.table import Ints, RoadTable
from stillhere.vocabulary.roads import VehicleClass

_MS_PER_DM_AT_1_KMH: Final = 360
_ISLAND_M: Final = 3000
"""Roads that hang together for less than this are passed over, unless nothing is longer:
a door beside a car park nobody can drive to belongs to the street before it."""


@dataclass(frozen=True, eq=False)
class Passable:
    """What the table of roads lets one vehicle do, whatever is cleared.

    Attributes:
        usable: Whether it may pass a piece at all.
        time_ms: Time along each piece.
        against: Whether it may not go with the piece, and not against it.
    """

    usable: Mask
    time_ms: Ints
    against: tuple[Mask, Mask]

    @classmethod
    def of(cls, table: RoadTable, vehicle: VehicleClass, speeds: Speeds) -> "Passable":
        """By class, access, signs and surface of the way of each piece."""
        bit = VEHICLES.index(vehicle)
        none = (0,) * len(VEHICLES)
        by_kind = np.array(
            [speeds.kmh.get(k, none)[bit] for k in table.kinds], np.int64
        )
        kmh = by_kind[table.way_kind] if len(by_kind) else table.way_kind
        wheels = vehicle is not VehicleClass.WALKING
        if wheels:
            cap = table.way_cap_kmh
            kmh = np.where(cap > 0, np.minimum(kmh, cap), kmh)
        usable = ((kmh > 0) & ((table.way_mask >> bit & 1) == 1))[table.piece_way]
        oneway = table.way_oneway[table.piece_way] * wheels
        time = _MS_PER_DM_AT_1_KMH * table.piece_dm
        time = time // np.maximum(kmh, 1)[table.piece_way]
        return cls(
            usable & _of_the_mainland(table, usable),
            np.maximum(time, 1),
            (oneway == -1, oneway == 1),
        )


@dataclass(frozen=True, eq=False)
class Layout:
    """Chains of one vehicle with the time along them; the same whatever is closed.

    Attributes:
        passable: What it may pass.
        chains: Its chains.
        dm: Length of each piece in the order of chains.
        time_ms: Time along it.
        before_ms: From the beginning of its chain to each piece.
        against: Whether the vehicle may not go with the chain there, and not against it.
        place: Where each piece of the table stands in that order; -1 where it does not.
        chain: The chain of each place.
    """

    passable: Passable
    chains: Chains
    dm: Ints
    time_ms: Ints
    before_ms: Ints
    against: tuple[Mask, Mask]
    place: Ints
    chain: Ints

    @classmethod
    def of(cls, table: RoadTable, passable: Passable) -> "Layout":
        """Contract the usable pieces of a table."""
        usable = np.flatnonzero(passable.usable).astype(np.int64)
        chains = contract(table.piece_a, table.piece_b, usable)
        time = passable.time_ms[chains.piece]
        sizes = np.diff(chains.first)
        chain = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
        sums = np.cumsum(time) - time
        place = np.full(len(table), -1, np.int64)
        place[chains.piece] = np.arange(len(chain))
        there, back = (way[chains.piece] for way in passable.against)
        against = (
            np.where(chains.flip, back, there),
            np.where(chains.flip, there, back),
        )
        before = sums - sums[chains.first[:-1]][chain] if len(sums) else sums
        dm = table.piece_dm[chains.piece]
        return cls(passable, chains, dm, time, before, against, place, chain)

    @cached_property
    def edges(self) -> tuple[Ints, Ints, Ints]:
        """Where the edges of each node begin, where they lead, and their order.

        The order is over all chains there and then all chains back.
        """
        chains = self.chains
        tail = np.concatenate((chains.begin, chains.end))
        head = np.concatenate((chains.end, chains.begin))
        order = np.argsort(tail, kind="stable")
        counts = np.bincount(tail, minlength=chains.nodes)
        begins = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        return begins, head[order].astype(np.int64), order.astype(np.int64)


def _of_the_mainland(table: RoadTable, usable: Mask) -> Mask:
    """Whether each piece is part of a net worth the name, not of a yard cut off."""
    at = np.flatnonzero(usable)
    ends = (table.piece_a[at], table.piece_b[at])
    island = islands(ends, table.nodes)
    metres = np.bincount(island[ends[0]], table.piece_dm[at], len(island)) // 10
    least = min(_ISLAND_M, int(metres.max(initial=0)))
    found: Mask = metres[island[table.piece_a]] >= least
    return found
