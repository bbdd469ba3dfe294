"""What stands on either side of a link, if it were cut.

Each cluster is a tree. Every directed edge carries the marks of all behind it, gathered
step by step from the leaves; a tree of depth n needs n steps, over all trees at once.
"""

import numpy as np

from stillhere.identity.growing import Array
from stillhere.identity.pairs import TREE, Entries
from stillhere.identity.world import World


def halves(world: World, one: Array, two: Array, marks: Array) -> tuple[Array, Array]:
    """Marks on the side of `one`, and on that of `two`, of tree edges.

    Args:
        world: The index.
        one: Slots.
        two: As many; each pair of them is a tree edge.
        marks: Bits by slot (uint8).
    """
    if not len(one):
        return np.empty(0, np.uint8), np.empty(0, np.uint8)
    slots = members(world, world.cluster.view[one])
    tree, _ = world.pairs.flagged(slots, TREE)
    behind = _gathered(tree, marks)
    packed = tree.packed()
    forth = np.searchsorted(packed, (one << 32) | two)
    back = np.searchsorted(packed, (two << 32) | one)
    return behind[back], behind[forth]


def members(world: World, heads: Array) -> Array:
    """Slots of the clusters of these heads, sorted."""
    asked = np.zeros(world.alive.size, np.bool_)
    asked[heads] = True
    return np.flatnonzero(asked[world.cluster.view] & world.alive.view)


def _gathered(tree: Entries, marks: Array) -> Array:
    """For each directed edge (u, v), the marks of v and of all behind it."""
    mirror = np.searchsorted(tree.packed(), tree.mirrored())
    own = np.unpackbits(marks[tree.other][:, None], axis=1)
    start = np.flatnonzero(np.append(True, tree.owner[1:] != tree.owner[:-1]))
    after = np.searchsorted(tree.owner[start], tree.other)
    behind = own
    while True:
        sums = np.add.reduceat(behind.astype(np.int32), start, axis=0)
        further = sums[after] - behind[mirror] > 0
        gathered = own | further
        if (gathered == behind).all():
            packed: Array = np.packbits(behind, axis=1)[:, 0]
            return packed
        behind = gathered
