"""Best of each kind, probability, and what is accepted without a person.

By the weights, p(a, b) = 2^w1 / (1 + sum of 2^w1 over the candidates of a of b's kind); how
often such a pair is right is read off the curve of the rules, `link_chance`. In integers,
from a table of 2^x, so that it is the same on every machine and in every order.
"""

from math import isqrt

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import ANCHOR, ONCE, Features
from stillhere.identity.growing import Array
from stillhere.identity.monotone import along
from stillhere.identity.pairs import PASSES, SAME, Entries
from stillhere.identity.rules import MILLION

ONE = 1 << 12
"""2^0 in the fixed point of `power`; 2^-12 is 1."""

_SLOTS, _GROUPS = np.uint64(1 << 40), np.uint64(1 << 63)
_LARGEST = np.uint64((1 << 64) - 1)
_STEP = 125
_LOW, _HIGH = -12_000, 30_000


def _power_table() -> Array:
    """2^(i / 8) for every eighth of a bit from -12 to +30, by exact integer roots."""
    eighths = [isqrt(isqrt(isqrt(1 << (480 + eighth)))) for eighth in range(8)]
    table = []
    for index in range((_HIGH - _LOW) // _STEP + 1):
        whole, eighth = divmod(index, 8)
        table.append((eighths[eighth] << whole) >> 60)
    return np.array(table, np.int64)


_POWER = _power_table()


def power(weight: Array) -> Array:
    """2^(weight / 1000) * ONE, cut to eighths of a bit; flat outside -12..30 bits."""
    clipped = np.clip(weight, _LOW, _HIGH)
    value: Array = _POWER[(clipped - _LOW) // _STEP]
    return value


def kinds(features: Features, slots: Array) -> Array:
    """Of each mention: its list if a person stands once in it, else its group or itself.

    Returns:
        64-bit numbers; equal for mentions of one kind: numbers of lists below 2^31,
        slots from 2^40, groups from 2^63.
    """
    rows = features.lists.view[slots]
    group = features.wide.view[slots, f.GROUP]
    single = slots.astype(np.uint64) + _SLOTS
    grouped = np.where(group != 0, group | _GROUPS, single)
    once = rows[:, f.TRAITS] & ONCE > 0
    kind: Array = np.where(once, rows[:, f.LIST].astype(np.uint64), grouped)
    return kind


def is_list(kind: Array) -> Array:
    """Whether each of these kinds is a list in which a person stands once."""
    listed: Array = kind < _SLOTS
    return listed


def is_single(kind: Array) -> Array:
    """Whether each of these kinds is of one mention alone."""
    single: Array = (kind >= _SLOTS) & (kind < _GROUPS)
    return single


def allowed(features: Features, a: Array, b: Array) -> Array:
    """Whether two mentions may be one person: not in one once-list, not in one group."""
    one, two = features.lists.view[a], features.lists.view[b]
    once = (one[:, f.LIST] == two[:, f.LIST]) & (one[:, f.TRAITS] & ONCE > 0)
    group = features.wide.view[a, f.GROUP]
    together = (group != 0) & (group == features.wide.view[b, f.GROUP])
    fine: Array = ~once & ~together & (a != b)
    return fine


def segments(entries: Entries, features: Features) -> tuple[Array, Array]:
    """Order entries by (owner, kind of the other) and number the runs.

    Returns:
        The order, and the start of each run in it; `entries` is sorted by owner.
    """
    kind = kinds(features, entries.other)
    order = np.lexsort((kind, entries.owner))
    owner, kind = entries.owner[order], kind[order]
    head = np.ones(len(order), np.bool_)
    head[1:] = (owner[1:] != owner[:-1]) | (kind[1:] != kind[:-1])
    return order, np.flatnonzero(head)


def probabilities(
    entries: Entries, features: Features, nobody: int = ONE
) -> tuple[Array, Array]:
    """Probability of each entry among its kind, and whether it is the best of it.

    Along the curve of the rules, where they have one.

    Args:
        entries: Complete lists of some mentions, sorted by owner.
        features: Of the same index.
        nobody: What nobody counts beside the candidates, as `power` gives it.

    Returns:
        Millionths (int64), and a mask; ties go to the smaller id.
    """
    chance = np.zeros(len(entries), np.int64)
    top = np.zeros(len(entries), np.bool_)
    if not len(entries):
        return chance, top
    order, start = segments(entries, features)
    length = np.diff(np.append(start, len(order)))
    weight = entries.w1[order]
    value = power(weight)
    total = np.repeat(np.add.reduceat(value, start), length) + nobody
    curve = features.vocabulary.rules["link_chance"]
    chance[order] = along(curve, (value * MILLION) // total)
    best = weight == np.repeat(np.maximum.reduceat(weight, start), length)
    _break_ties(best, entries.other[order], np.repeat(start, length), features)
    top[order] = best
    return chance, top


def _break_ties(best: Array, other: Array, run: Array, features: Features) -> None:
    """Leave one best in each run: the smallest id."""
    index = np.flatnonzero(best)
    owner = run[index]
    tied = np.zeros(len(index), np.bool_)
    tied[1:] = owner[1:] == owner[:-1]
    tied[:-1] |= tied[1:]
    if not tied.any():
        return
    index, owner = index[tied], owner[tied]
    start = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    length = np.diff(np.append(start, len(owner)))
    for column in (f.ID_HIGH, f.ID_LOW):
        half = features.wide.view[other[index], column]
        half[~best[index]] = _LARGEST
        best[index] &= half == np.repeat(np.minimum.reduceat(half, start), length)


def is_anchor(features: Features, slots: Array) -> Array:
    """Whether each mention stands in an anchor list."""
    anchor: Array = features.lists.view[slots, f.TRAITS] & ANCHOR > 0
    return anchor


def passing(entries: Entries, features: Features, threshold: int) -> Array:
    """Mask of entries that are best of their kind and sure enough, or judged same."""
    chance, top = probabilities(entries, features)
    sure: Array = (top & (chance >= threshold)) | (entries.flags & SAME > 0)
    return sure


def mutual(entries: Entries, reverse: Array) -> Array:
    """Mask of passing entries that pass from the other side as well.

    Args:
        entries: Any entries.
        reverse: Packed (owner, other) of passing entries of the partners, sorted.
    """
    wanted = entries.mirrored()
    at = np.searchsorted(reverse, wanted)
    at[at == len(reverse)] = 0
    found = reverse[at] == wanted if len(reverse) else np.zeros(len(entries), np.bool_)
    both: Array = (entries.flags & PASSES > 0) & found
    return both
