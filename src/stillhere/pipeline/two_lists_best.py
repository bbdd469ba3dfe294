"""The likeliest partner of each of some rows, and what speaks for it."""

from dataclasses import dataclass

import numpy as np

from stillhere.identity.comparing.weigh import FEATURES
from stillhere.identity.counting.claims import Claims, lessened, registered
from stillhere.identity.growing import Array
from stillhere.identity.links import probabilities
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World

PART = 20_000
"""Rows looked at at once (bounds memory, changes no result)."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best partner of n rows, as columns.

    Attributes:
        slot: Of the partner; -1 for none.
        chance: Millionths, from the side of the row: among all it may be.
        evidence: (names, n) millibits.
        names: Of the rows of `evidence`.
    """

    slot: Array
    chance: Array
    evidence: Array
    names: tuple[str, ...] = (*FEATURES, "company", "claimed", "base")


def best_of(world: World, slots: Array, claims: Claims, shift: int = 0) -> Best:
    """The best partner of each slot among the register.

    Args:
        world: Built.
        slots: Sorted, none twice, none of the register.
        claims: What all rows of their list claim.
        shift: Millibits added to the weight of nobody.
    """
    entries = registered(world, slots)
    left = lessened(entries, claims)
    chance, top = probabilities(left, world.features, claims.nobody)
    held, chance, claimed = entries.take(top), chance[top], (left.w1 - entries.w1)[top]
    at = np.searchsorted(slots, held.owner)
    slot = np.full(len(slots), -1, np.int64)
    slot[at] = held.other
    return Best(
        slot,
        _spread(chance, at, len(slots)),
        _spread(_evidence(world, held, claimed, shift), at, len(slots)),
    )


def candidates_of(world: World, slots: Array) -> tuple[Array, Array]:
    """Slots of all pairs of these slots with the register, by slot."""
    entries = registered(world, slots)
    return entries.owner, entries.other


def _evidence(world: World, held: Entries, claimed: Array, shift: int) -> Array:
    features = world.scorer.weigh(held.owner, held.other)
    company = held.w1 - held.w0
    base = np.full(len(held), -world.rules.base - shift, np.int64)
    return np.concatenate((features, company[None], claimed[None], base[None]))


def _spread(values: Array, at: Array, count: int) -> Array:
    """Values at their places among `count`, 0 elsewhere."""
    spread = np.zeros((*values.shape[:-1], count), np.int64)
    spread[..., at] = values
    return spread
