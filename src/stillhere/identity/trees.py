"""Last stage: components of accepted pairs, and the tree that holds each cluster."""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.clusters import Edge, Forest, MentionId, kruskal
from stillhere.identity.features import ONCE
from stillhere.identity.growing import Array, distinct
from stillhere.identity.pairs import ACCEPTED, APART, SAME, TREE, Entries
from stillhere.identity.world import World

_GROUP_MARK = 1 << 64


def component(world: World, roots: Array) -> Array:
    """All slots reachable from `roots` over accepted pairs, sorted."""
    reached = distinct(roots)
    fresh = reached
    while len(fresh):
        over = world.pairs.flagged(fresh, ACCEPTED)[0].other.astype(np.int64)
        fresh = np.setdiff1d(over, reached)
        reached = np.union1d(reached, fresh)
    return reached


def plant(world: World, slots: Array) -> Array:
    """Derive trees and clusters anew for whole components.

    Args:
        world: The index.
        slots: Sorted; closed under accepted pairs.

    Returns:
        Head slots of the clusters there now, sorted.
    """
    entries, where = world.pairs.flagged(slots, ACCEPTED | TREE | APART)
    lone = _lone(slots, entries)
    world.pairs.set_flags(where[lone], TREE, np.ones(int(lone.sum()), np.bool_))
    couples, entries, where = entries.take(lone), entries.take(~lone), where[~lone]
    edges = _ordered(world, entries)
    forest, used, broken = kruskal(edges, _marks(world, edges), _apart(entries))
    _write_tree(world, entries, where, used)
    here = {world.id_of(int(s)) for s in slots} if world.broken or broken else set()
    world.broken -= {pair for pair in world.broken if pair[0] in here}
    world.broken |= {_pair(world, edge) for edge in broken}
    return _label(world, slots, forest, couples)


def _lone(slots: Array, entries: Entries) -> Array:
    """Mask of accepted entries of two who are accepted with nobody else.

    Such an edge always holds: two of one list or group would not have been accepted, and
    two who were judged different are left out.
    """
    accepted = entries.flags & ACCEPTED > 0
    one, two = (np.searchsorted(slots, c) for c in (entries.owner, entries.other))
    degree = np.bincount(one[accepted], minlength=len(slots) + 1)
    together = accepted & (entries.flags & APART == 0)
    lone: Array = together & (degree[one] == 1) & (degree[two] == 1)
    return lone


def _ordered(world: World, entries: Entries) -> list[Edge]:
    """Accepted edges, each once: judged ones first, then by (-w1, id, id).

    What a person says goes before all evidence, also where that weighs more against it
    than a judgement weighs: else a machine's link would stand in the way of it.
    """
    wide = world.features.wide.view
    entries = entries.take(entries.flags & ACCEPTED > 0)
    entries = entries.take(_before(world, entries))
    one, two = wide[entries.owner], wide[entries.other]
    order = np.lexsort(
        (
            two[:, f.ID_LOW],
            two[:, f.ID_HIGH],
            one[:, f.ID_LOW],
            one[:, f.ID_HIGH],
            -entries.w1.astype(np.int64),
            entries.flags & SAME == 0,
        )
    )
    chosen = entries.take(order)
    rows = zip(
        chosen.owner.tolist(),
        chosen.other.tolist(),
        (chosen.flags & SAME > 0).tolist(),
        strict=True,
    )
    return [Edge(a, b, judged) for a, b, judged in rows]


def _marks(world: World, edges: list[Edge]) -> dict[int, tuple[int, ...]]:
    slots = np.array(sorted({s for e in edges for s in (e.a, e.b)}), np.int64)
    rows = world.features.lists.view[slots]
    group = world.features.wide.view[slots, f.GROUP].tolist()
    once = (rows[:, f.TRAITS] & ONCE > 0).tolist()
    numbers = rows[:, f.LIST].tolist()
    marks: dict[int, tuple[int, ...]] = {}
    for slot, number, single, stated in zip(
        slots.tolist(), numbers, once, group, strict=True
    ):
        listed = (number,) if single else ()
        marks[slot] = (*listed, stated + _GROUP_MARK) if stated else listed
    return marks


def _apart(entries: Entries) -> dict[int, frozenset[int]]:
    entries = entries.take(entries.flags & APART > 0)
    apart: dict[int, set[int]] = {}
    for a, b in zip(entries.owner.tolist(), entries.other.tolist(), strict=True):
        apart.setdefault(a, set()).add(b)
    return {slot: frozenset(others) for slot, others in apart.items()}


def _write_tree(world: World, entries: Entries, where: Array, used: list[Edge]) -> None:
    pairs = [(e.a << 32) | e.b for e in used] + [(e.b << 32) | e.a for e in used]
    tree = np.isin(entries.packed(), np.array(pairs, np.int64))
    world.pairs.set_flags(where, TREE, tree)


def _label(world: World, slots: Array, forest: Forest, couples: Entries) -> Array:
    """Write the head of each slot: the member with the smallest id."""
    heads = world.cluster.view
    heads[slots] = slots
    late = ~_before(world, couples)
    heads[couples.owner[late]] = couples.other[late]
    for members in forest.members.values():
        heads[members] = min(members, key=world.id_of)
    return distinct(heads[slots]).astype(np.int64)


def _before(world: World, entries: Entries) -> Array:
    """Mask of entries whose owner has the smaller id."""
    wide = world.features.wide.view
    one, two = wide[entries.owner, f.ID_HIGH], wide[entries.other, f.ID_HIGH]
    before: Array = one < two
    tied = np.flatnonzero(one == two)
    low = (wide[side[tied], f.ID_LOW] for side in (entries.owner, entries.other))
    before[tied] = np.less(*low)
    return before


def _pair(world: World, edge: Edge) -> tuple[MentionId, MentionId]:
    one, two = sorted((world.id_of(edge.a), world.id_of(edge.b)))
    return one, two
