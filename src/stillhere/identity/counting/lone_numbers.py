"""Document numbers that only one of two lists from outside has: these may be slips.

Whoever has a number of the other list meets its bearer anyway. Where fewer than half of
the numbers of the shorter list stand in the other, the two lists number other things,
and no number is taken for a slip of another.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.links import is_anchor
from stillhere.identity.world import World


def tell_lone_numbers(world: World) -> None:
    """Note the document numbers that the registers alone have, or the other rows alone."""
    anchor = is_anchor(world.features, np.arange(world.alive.size))
    one, two = (_stated(world, rows) for rows in (anchor, ~anchor))
    mine, others = ~within(one, two), ~within(two, one)
    common = len(one) - int(mine.sum())
    if mine.any() and others.any() and 2 * common >= min(len(one), len(two)):
        world.features.lone = distinct(np.concatenate((one[mine], two[others])))


def _stated(world: World, rows: Array) -> Array:
    """Document numbers of some rows, packed, sorted, none twice."""
    held = world.features.wide.view[rows, f.DOC_A : f.PHONE_A]
    return distinct(held[held != 0])
