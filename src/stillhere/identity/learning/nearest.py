"""The register person each row is most likely to be, accepted or not."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array
from stillhere.identity.links import is_anchor, probabilities
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World

PART = 20_000
"""Mentions whose pairs are looked at in one go (bounds memory)."""


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """The likeliest register mention of rows outside registers, as parallel columns.

    Attributes:
        row: Slots of mentions in no register that have a candidate in one, sorted.
        other: Slot of the likeliest one in a register; of two as likely the one of
            more weight, then of the smaller id.
        chance: That the row is this person, among the row's candidates of that
            register, along the curve of the rules; millionths.
        weight: w1 of the pair, millibits.
    """

    row: Array
    other: Array
    chance: Array
    weight: Array

    def __len__(self) -> int:
        return len(self.row)


def nearest_registered(world: World) -> Nearest:
    """The likeliest register person of every row that has one among its candidates."""
    parts = [_nearest(world, *pairs) for pairs in registered(world)]
    none = np.empty(0, np.int64)
    columns = zip(*parts, strict=True) if parts else ((none,),) * 4
    return Nearest(*(np.concatenate(column) for column in columns))


def registered(world: World) -> Iterator[tuple[Entries, Array]]:
    """Best pairs of rows outside registers with each register, part by part.

    Yields:
        Entries sorted by owner, each the best of its register for its row, and their
        probabilities in millionths.
    """
    alive = np.flatnonzero(world.alive.view)
    rows = alive[~is_anchor(world.features, alive)]
    for part in np.array_split(rows, len(rows) // PART + 1):
        entries = world.pairs.of(part)
        chance, top = probabilities(entries, world.features)
        best = np.flatnonzero(top)
        best = best[is_anchor(world.features, entries.other[best])]
        yield entries.take(best), chance[best]


def _nearest(
    world: World, entries: Entries, chance: Array
) -> tuple[Array, Array, Array, Array]:
    """One for each owner, of those that are best in some register."""
    wide = world.features.wide.view[entries.other]
    ids = wide[:, f.ID_LOW], wide[:, f.ID_HIGH]
    order = np.lexsort((*ids, -entries.w1, -chance, entries.owner))
    owner = entries.owner[order]
    first = np.ones(len(owner), np.bool_)
    first[1:] = owner[1:] != owner[:-1]
    kept = order[first]
    return (
        entries.owner[kept].astype(np.int64),
        entries.other[kept].astype(np.int64),
        chance[kept],
        entries.w1[kept].astype(np.int64),
    )


def are_candidates(world: World, a: Array, b: Array) -> Array:
    """Whether each of these pairs of slots was compared and kept."""
    if not len(a):
        return np.zeros(0, np.bool_)
    kept: Array = world.pairs.find(a, b) >= 0
    return kept
