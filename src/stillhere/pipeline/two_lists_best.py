"""The likeliest partner of each of some rows, and what speaks for it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from stillhere.identity.growing import Array, distinct
from stillhere.identity.links import ONE, is_anchor, power, probabilities
from stillhere.identity.pairs import Entries
from stillhere.identity.rules import MILLION
from stillhere.identity.weigh import FEATURES
from stillhere.identity.world import World

PART = 20_000
"""Rows looked at at once (bounds memory, changes no result)."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best partner of n rows, as columns.

    Attributes:
        slot: Of the partner; -1 for none.
        chance: Millionths, from the side of the row: among all it may be.
        back: Millionths, from the side of the partner: among the rows of the same list
            that may be it; 1,000,000 less what speaks against it where there are none.
        evidence: (names, n) millibits.
        names: Of the rows of `evidence`.
    """

    slot: Array
    chance: Array
    back: Array
    evidence: Array
    names: tuple[str, ...] = (*FEATURES, "company", "base")


def best_of(world: World, slots: Array, lists: Callable[[Array], Array]) -> Best:
    """The best partner of each slot among the register.

    Args:
        world: Built.
        slots: Sorted, none twice, none of the register.
        lists: Number of the list each of some slots is of; -1 where it is of none.
    """
    entries = world.pairs.of(slots)
    chance, top = probabilities(entries, world.features)
    top &= is_anchor(world.features, entries.other)
    held, chance = entries.take(top), chance[top]
    at = np.searchsorted(slots, held.owner)
    slot = np.full(len(slots), -1, np.int64)
    slot[at] = held.other
    return Best(
        slot,
        _spread(chance, at, len(slots)),
        _spread(_back(world, held, lists), at, len(slots)),
        _spread(_evidence(world, held), at, len(slots)),
    )


def candidates_of(world: World, slots: Array) -> tuple[Array, Array]:
    """Slots of all pairs of these slots with the register, by slot."""
    entries = world.pairs.of(slots)
    anchor = is_anchor(world.features, entries.other)
    return entries.owner[anchor], entries.other[anchor]


def _back(world: World, held: Entries, lists: Callable[[Array], Array]) -> Array:
    """Probability of each pair from the side of its partner, list by list."""
    partners = distinct(held.other).astype(np.int64)
    rivals = world.pairs.of(partners)
    own = lists(held.owner)
    theirs = lists(rivals.other)
    wanted = _keyed(held.other, own, held.owner)
    keys = _keyed(rivals.owner, theirs, rivals.other)
    value = power(rivals.w1)
    order = np.argsort(keys, kind="stable")
    sums = np.concatenate(([0], np.cumsum(value[order])))
    low = np.searchsorted(keys[order], wanted, "left")
    high = np.searchsorted(keys[order], wanted, "right")
    found: Array = (power(held.w1) * MILLION) // (sums[high] - sums[low] + ONE)
    return found


def _keyed(register: Array, of: Array, slots: Array) -> Array:
    """One number for a register row and a list; a row of no list is one by itself."""
    kind = np.where(of >= 0, of, slots.astype(np.int64) + (1 << 31))
    packed: Array = (register.astype(np.int64) << 32) | kind
    return packed


def _evidence(world: World, held: Entries) -> Array:
    features = world.scorer.weigh(held.owner, held.other)
    company = held.w1 - held.w0
    base = np.full(len(held), -world.rules.base, np.int64)
    return np.concatenate((features, company[None], base[None]))


def _spread(values: Array, at: Array, count: int) -> Array:
    """Values at their places among `count`, 0 elsewhere."""
    spread = np.zeros((*values.shape[:-1], count), np.int64)
    spread[..., at] = values
    return spread
