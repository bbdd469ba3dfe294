"""Later stages: weights with company, best of kind, anchors, accepted edges."""

import numpy as np

from stillhere.identity.company.support import raised, supported
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.links import allowed, is_anchor, mutual, passing
from stillhere.identity.pairs import (
    ACCEPTED,
    KEYED,
    PASSES,
    SAME,
    UNDERIVED,
    Entries,
)
from stillhere.identity.world import World


def with_company(world: World, slots: Array) -> Entries:
    """C1 of these slots with w1: keyed pairs and pairs injected through company.

    Args:
        world: The index.
        slots: Sorted, none twice; their lists and those of their company hold C0.

    Returns:
        Complete lists of `slots`, one side only; flags hold `KEYED` and judgements.
    """
    held = world.pairs.of(slots)
    keyed = held.take(held.flags & KEYED > 0)
    a, b, lent = supported(slots, world.pairs, world.company, world.rules)
    packed = (a << 32) | b
    order = np.argsort(keyed.packed(), kind="stable")
    keyed = keyed.take(order)
    own = keyed.packed()
    at = np.searchsorted(packed, own)
    at[at == len(packed)] = 0
    found = packed[at] == own if len(packed) else np.zeros(len(own), np.bool_)
    own_lent = np.where(found, lent[at] if len(lent) else 0, 0)
    w1 = raised(keyed.w0, own_lent, world.rules)
    keyed = Entries(keyed.owner, keyed.other, keyed.w0, w1, keyed.flags)
    fresh = ~within(packed, own)
    return Entries.join(keyed, injected(world, a[fresh], b[fresh], lent[fresh]))


def injected(world: World, a: Array, b: Array, lent: Array) -> Entries:
    """Pairs no key found that what they are lent lifts to the floor, one side only."""
    fine = allowed(world.features, a, b)
    a, b, lent = a[fine], b[fine], lent[fine]
    w0 = world.scorer.w0(a, b)
    w1 = raised(w0, lent, world.rules)
    kept = w1 >= world.rules["shape"]["floor"]
    none = np.zeros(int(kept.sum()), np.uint8)
    return Entries(
        a[kept].astype(np.int32), b[kept].astype(np.int32), w0[kept], w1[kept], none
    )


def carry_flags(entries: Entries, before: Entries) -> Entries:
    """`entries` with the derived flags their pairs had in `before` (sorted by packed)."""
    known, own = before.packed(), entries.packed()
    if not len(known) or not len(own):
        return entries
    at = np.searchsorted(known, own)
    at[at == len(known)] = 0
    found = known[at] == own
    derived = np.uint8(0xFF ^ UNDERIVED)
    carried = np.where(found, before.flags[at] & derived, 0).astype(np.uint8)
    return Entries(
        entries.owner, entries.other, entries.w0, entries.w1, entries.flags | carried
    )


def settle_passes(world: World, entries: Entries, where: Array) -> Entries:
    """Set `PASSES` of entries; the ones where it changed.

    Args:
        world: The index.
        entries: With each, all candidates of its owner that are of the same kind.
        where: Their pool positions.
    """
    passes = passing(entries, world.features, world.rules["shape"]["threshold"])
    changed = passes != (entries.flags & PASSES > 0)
    world.pairs.set_flags(where[changed], PASSES, passes[changed])
    return entries.take(changed)


def mutual_entries(world: World, slots: Array) -> tuple[Entries, Array, Array]:
    """Entries of these slots that pass or are accepted, and which pass on both sides.

    Args:
        world: The index.
        slots: Sorted, none twice.

    Returns:
        The entries, the mask of those that pass from both sides, and pool positions.
    """
    entries, where = world.pairs.flagged(slots, PASSES | ACCEPTED | SAME)
    partners = distinct(entries.other[entries.flags & PASSES > 0]).astype(np.int64)
    back, _ = world.pairs.flagged(partners, PASSES)
    return entries, mutual(entries, back.packed()), where


def settle_anchors(world: World, slots: Array) -> Array:
    """Set `anchored` of these slots; the ones that flipped and their mutual partners."""
    entries, both, _ = mutual_entries(world, slots)
    to_anchor = both & is_anchor(world.features, entries.other)
    anchored = np.zeros(world.alive.size, np.bool_)
    anchored[entries.owner[to_anchor]] = True
    anchored[slots] &= ~is_anchor(world.features, slots)
    flipped = slots[anchored[slots] != world.anchored.view[slots]]
    world.anchored.view[flipped] = anchored[flipped]
    touching = both & np.isin(entries.owner, flipped)
    return distinct(np.concatenate((flipped, entries.other[touching])))


def settle_accepted(world: World, slots: Array) -> Entries:
    """Set `ACCEPTED` of all pairs of these slots, on both sides.

    Returns:
        The entries where it changed, from the side of `slots`.
    """
    entries, both, where = mutual_entries(world, slots)
    one, two = entries.owner, entries.other
    anchor = is_anchor(world.features, one) | is_anchor(world.features, two)
    free = ~world.anchored.view[one] & ~world.anchored.view[two]
    accepted = (both & (anchor | free)) | (entries.flags & SAME > 0)
    changed = accepted != (entries.flags & ACCEPTED > 0)
    world.pairs.set_flags(where[changed], ACCEPTED, accepted[changed])
    moved = entries.take(changed)
    set_mirrored(world, moved, ACCEPTED, accepted[changed])
    return moved


def set_mirrored(world: World, entries: Entries, bits: int, on: Array) -> None:
    """Set or clear bits on the other side of these pairs."""
    if not len(entries):
        return
    where = world.pairs.find(entries.other, entries.owner)
    world.pairs.set_flags(where, bits, on)
