"""How many of some rows have nobody in the register, told from the rows themselves.

The weight of "nobody" beside the candidates of a row is a rule of the operation. Two
lists from outside have no operation; for them it is found as the share of a mixture: the
share of rows with nobody is the mean of the chances of nobody it leads to (expectation
and maximisation, Dempster, Laird and Rubin 1977). Rows are counted by the strength of all
their candidates in eighths of a bit, so their order does not matter.
"""

import numpy as np

from stillhere.identity.growing import Array
from stillhere.identity.links import ONE, is_anchor, power
from stillhere.identity.world import World

FEWEST = 200
"""Rows below which nothing is told and the rule holds."""

LEAST, MOST = -5_000, 2_000
"""Millibits of the shift that may be told."""

_STEP = 125
_ROUNDS = 100
_PART = 20_000


def shift_of(world: World, slots: Array) -> int:
    """What is to be added to the weight of nobody, millibits in steps of an eighth.

    Args:
        world: Linked.
        slots: Rows looked for, none of the register.

    Returns:
        0 for few rows; else between `LEAST` and `MOST`.
    """
    if len(slots) < FEWEST:
        return 0
    strengths = [_strengths(world, part) for part in _parts(slots)]
    eighths, count = np.unique(np.concatenate(strengths), return_counts=True)
    odds = np.where(eighths == _NONE, 0.0, np.exp2(eighths / 8.0))
    nobody = 0.5
    for _ in range(_ROUNDS):
        chance = nobody / (nobody + (1 - nobody) * odds)
        nobody = float(np.clip((chance * count).sum() / count.sum(), 1e-4, 1 - 1e-4))
    bits = 1000 * np.log2(nobody / (1 - nobody))
    shift = int(np.floor(bits / _STEP + 0.5)) * _STEP
    return max(LEAST, min(MOST, shift))


_NONE = -(1 << 20)


def _parts(slots: Array) -> list[Array]:
    return np.array_split(slots, len(slots) // _PART + 1)


def _strengths(world: World, slots: Array) -> Array:
    """Eighths of a bit of all candidates of each slot in the register together."""
    entries = world.pairs.of(slots)
    held = entries.take(is_anchor(world.features, entries.other))
    at = np.searchsorted(slots, held.owner)
    total = np.zeros(len(slots), np.int64)
    np.add.at(total, at, power(held.w1))
    some = np.maximum(total, 1) / ONE
    eighths = np.floor(8 * np.log2(some) + 0.5).astype(np.int64)
    strengths: Array = np.where(total > 0, eighths, _NONE)
    return strengths
