"""Later stages: weights with company, best of kind, anchors, accepted edges."""

import numpy as np

from stillhere.identity.growing import Array, distinct
from stillhere.identity.links import allowed, is_anchor, mutual, passing
from stillhere.identity.pairs import ACCEPTED, KEYED, PASSES, SAME, Entries
from stillhere.identity.support import supported
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
    w1 = keyed.w0 + np.where(found, lent[at] if len(lent) else 0, 0)
    keyed = Entries(
        keyed.owner, keyed.other, keyed.w0, w1.astype(np.int32), keyed.flags
    )
    injected = _injected(world, a, b, lent, own)
    return Entries.join(keyed, injected)


def _injected(world: World, a: Array, b: Array, lent: Array, keyed: Array) -> Entries:
    fresh = ~np.isin((a << 32) | b, keyed)
    fresh[fresh] = allowed(world.features, a[fresh], b[fresh])
    a, b, lent = a[fresh], b[fresh], lent[fresh]
    w0 = world.scorer.w0(a, b)
    w1 = (w0 + lent).astype(np.int32)
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
    derived = np.uint8(0xFF ^ (KEYED | SAME | 32))
    carried = np.where(found, before.flags[at] & derived, 0).astype(np.uint8)
    return Entries(
        entries.owner, entries.other, entries.w0, entries.w1, entries.flags | carried
    )


def settle_passes(world: World, slots: Array) -> Entries:
    """Set `PASSES` in the lists of these slots; the entries where it changed."""
    entries = world.pairs.of(slots)
    where = world.pairs.positions(slots)
    threshold = world.rules["shape"]["threshold"]
    passes = passing(entries, world.features, threshold)
    changed = passes != (entries.flags & PASSES > 0)
    world.pairs.set_flags(where[changed], PASSES, passes[changed])
    return entries.take(changed)


def mutual_entries(world: World, slots: Array) -> tuple[Entries, Array]:
    """Entries of these slots, and the mask of those that pass from both sides."""
    entries = world.pairs.of(slots)
    partners = distinct(entries.other[entries.flags & PASSES > 0]).astype(np.int64)
    back = world.pairs.of(partners)
    reverse = np.sort(back.packed()[back.flags & PASSES > 0])
    return entries, mutual(entries, reverse)


def settle_anchors(world: World, slots: Array) -> Array:
    """Set `anchored` of these slots; the ones that flipped and their mutual partners."""
    entries, both = mutual_entries(world, slots)
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
    entries, both = mutual_entries(world, slots)
    where = world.pairs.positions(slots)
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
    partners = distinct(entries.other).astype(np.int64)
    where = world.pairs.positions(partners)
    back = world.pairs.of(partners).packed()
    order = np.argsort(entries.mirrored())
    wanted = entries.mirrored()[order]
    at = np.searchsorted(wanted, back)
    at[at == len(wanted)] = 0
    found = wanted[at] == back
    world.pairs.set_flags(where[found], bits, on[order][at][found])
