"""First stage: mentions become rows, keys and keyed pairs (C0)."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, islice

import numpy as np

from stillhere.identity.blocks import block_pairs, block_parts
from stillhere.identity.clusters import MentionId
from stillhere.identity.columns import MentionColumns, fill
from stillhere.identity.features import ListTraits, traits_of
from stillhere.identity.growing import Array, distinct, ranked, within
from stillhere.identity.judged import Pair
from stillhere.identity.keys import key_matrix, sought_keys
from stillhere.identity.links import allowed
from stillhere.identity.pairs import APART, KEYED, SAME, Entries
from stillhere.identity.passing_keys import WORKERS, key_bands
from stillhere.identity.reach import Parted
from stillhere.identity.world import World
from stillhere.reports.statements import JudgementKind, PersonStatement

ROWS = 10_000
"""Mentions read at once (bounds memory, changes no result)."""

BATCH = 65_536
"""Pairs scored at once (bounds memory, changes no result)."""

GATHERED = 8_000_000
"""Pairs gathered before they are scored (bounds memory, changes no result)."""


def enter(
    world: World, mentions: Iterable[PersonStatement], lists: Mapping[str, ListTraits]
) -> Array:
    """Give each mention a slot and fill its features; the new slots in order.

    Mentions are read a few at a time and none is kept.
    """
    start = world.alive.size
    rest = iter(mentions)
    while rows := tuple(islice(rest, ROWS)):
        first = world.alive.size
        world.reach(first + len(rows))
        world.features.write(first, rows, lists)
        if start:
            for slot, mention in enumerate(rows, first):
                world.slot_of.add(mention.report, slot)
    return entered(world, start)


def enter_columns(
    world: World, columns: Iterable[MentionColumns], lists: Mapping[str, ListTraits]
) -> Array:
    """The same of lists as columns, in an empty world."""
    for part in columns:
        start = world.alive.size
        world.reach(start + len(part))
        fill(world.features, start, part, traits_of(lists, part.source))
    return entered(world, 0)


def entered(world: World, start: int) -> Array:
    """Bring the slots from here on to life, their features written; these in order."""
    slots = np.arange(start, world.alive.size)
    if not start:
        world.slot_of.settle(slots)
    world.alive.view[slots] = True
    world.anchored.view[slots] = False
    world.cluster.view[slots] = slots
    return slots


def posted(
    world: World, slots: Array, *, one_sided: bool = True
) -> tuple[Array, Array]:
    """Distinct keys of these slots, and whose they are; sorted by key, then slot.

    Args:
        world: The index.
        slots: Of it.
        one_sided: As for `key_matrix`.
    """
    keys, owner = [], []
    for part in np.array_split(slots, len(slots) // ROWS + 1):
        matrix = key_matrix(world.features, part, one_sided=one_sided)
        row, column = np.nonzero(matrix)
        keys.append(matrix[row, column])
        owner.append(part[row].astype(np.int32))
    return ranked(np.concatenate(keys), np.concatenate(owner))


def all_keyed(world: World) -> Entries:
    """C0 of everything in the postings, each pair from both sides."""
    parted = Parted(world.features, world.rules)
    keys, slots = world.postings.keys, world.postings.slots
    met = (
        _packed(a, b)
        for part in block_parts(keys)
        for a, b in block_pairs(keys[part], slots[part], world.features, parted)
    )
    return _entries(world, parted, met)


def passing_keyed(world: World, slots: Array) -> Entries:
    """C0 of these slots, all there are, to which no other will come; needs no postings."""
    parted = Parted(world.features, world.rules)

    def meet(band: tuple[Array, Array]) -> list[Array]:
        return [_packed(a, b) for a, b in block_pairs(*band, world.features, parted)]

    with ThreadPoolExecutor(WORKERS) as pool:
        bands = pool.map(meet, key_bands(world.features, slots))
        return _entries(world, parted, chain.from_iterable(bands))


def _packed(a: Array, b: Array) -> Array:
    """Pairs of slots as one number each, the smaller slot first."""
    packed: Array = (np.minimum(a, b).astype(np.int64) << 32) | np.maximum(a, b)
    return packed


def _entries(world: World, parted: Parted, met: Iterable[Array]) -> Entries:
    """C0 of the packed pairs that meet, each from both sides."""
    weigh = partial(_weighed, world, parted)
    with ThreadPoolExecutor(WORKERS) as pool:
        found = [
            weighed
            for pairs in _gathered(met)
            for weighed in pool.map(weigh, np.split(pairs, _ends(len(pairs))))
        ]
    if not found:
        return Entries.empty()
    held, weights = (np.concatenate(column) for column in zip(*found, strict=True))
    packed, first = np.unique(held, return_index=True)
    return both_sides(packed >> 32, packed & 0xFFFFFFFF, weights[first], KEYED)


def _ends(size: int) -> range:
    return range(BATCH, size, BATCH)


def _gathered(met: Iterable[Array]) -> Iterator[Array]:
    """Packed pairs, sorted, many at once: most come several times."""
    held: list[Array] = []
    count = 0
    for pairs in met:
        held.append(pairs)
        count += len(pairs)
        if count > GATHERED:
            yield distinct(np.concatenate(held))
            held, count = [], 0
    if held:
        yield distinct(np.concatenate(held))


def _weighed(world: World, parted: Parted, pairs: Array) -> tuple[Array, Array]:
    """Packed pairs that are allowed and reach the floor, and their weights."""
    pairs = pairs[parted.may_reach(pairs >> 32, pairs & 0xFFFFFFFF)]
    pairs = pairs[allowed(world.features, pairs >> 32, pairs & 0xFFFFFFFF)]
    weight = world.scorer.w0(pairs >> 32, pairs & 0xFFFFFFFF)
    kept = weight >= world.rules["shape"]["floor"]
    return pairs[kept], weight[kept]


def paired(world: World, a: Array, b: Array) -> Array:
    """Those of these pairs that may be one person: packed, smaller slot first, once."""
    fine = allowed(world.features, a, b)
    low, high = np.minimum(a, b)[fine], np.maximum(a, b)[fine]
    return distinct((low.astype(np.int64) << 32) | high)


def keyed_of(world: World, keys: Array, owner: Array) -> Entries:
    """C0 of a few slots, given their `posted` keys; each pair from both sides."""
    of, wanted = sought_keys(keys)
    position, partner = world.postings.find(wanted)
    mention = owner[of[position]]
    here = world.alive.view[partner]
    packed = paired(world, mention[here], partner[here])
    return weighed(world, packed >> 32, packed & 0xFFFFFFFF)


def weighed(world: World, a: Array, b: Array) -> Entries:
    """Entries of these pairs that reach the floor, from both sides."""
    weight = world.scorer.w0(a, b)
    kept = weight >= world.rules["shape"]["floor"]
    return both_sides(a[kept], b[kept], weight[kept], KEYED)


def both_sides(a: Array, b: Array, weight: Array, flags: int) -> Entries:
    """Each pair twice, once with each owner."""
    owner = np.concatenate((a, b)).astype(np.int32)
    other = np.concatenate((b, a)).astype(np.int32)
    twice = np.concatenate((weight, weight)).astype(np.int32)
    return Entries(
        owner, other, twice, twice.copy(), np.full(len(owner), flags, np.uint8)
    )


def judged_entries(world: World, pairs: Iterable[Pair]) -> tuple[Entries, set[Pair]]:
    """Entries of judged pairs whose mentions are here, and those that cannot hold.

    Returns:
        Entries from both sides, and pairs judged same that one list or group forbids.
    """
    a: list[int] = []
    b: list[int] = []
    same: list[bool] = []
    for pair in sorted(pairs):
        outcome = world.judged.outcome(pair)
        slots = [world.slot_of.get(m) for m in pair]
        if outcome is not None and slots[0] is not None and slots[1] is not None:
            a.append(slots[0])
            b.append(slots[1])
            same.append(outcome.judgement is JudgementKind.SAME)
    if not a:
        return Entries.empty(), set()
    one, two, alike = np.array(a), np.array(b), np.array(same)
    fine = allowed(world.features, one, two)
    broken = {
        _pair(world, int(x), int(y))
        for x, y in zip(one[alike & ~fine], two[alike & ~fine], strict=True)
    }
    one, two, alike = one[fine], two[fine], alike[fine]
    judged = world.rules["shape"]["judged"]
    weight = world.scorer.w0(one, two) + np.where(alike, judged, -judged)
    entries = both_sides(one, two, weight, KEYED)
    marks = np.where(alike, SAME, APART).astype(np.uint8)
    entries.flags[:] |= np.concatenate((marks, marks))
    return entries, broken


def _pair(world: World, a: int, b: int) -> Pair:
    one, two = sorted((world.id_of(a), world.id_of(b)))
    return MentionId(one), MentionId(two)


def overlaid(base: Entries, over: Entries) -> Entries:
    """`base` with the pairs of `over` replacing theirs."""
    if not len(over):
        return base
    kept = ~within(base.packed(), distinct(over.packed()))
    return Entries.join(base.take(kept), over)
