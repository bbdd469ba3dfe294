"""All pairs whose keys meet, for a build: chunk by chunk, never a Python loop per pair.

Inside a block, mentions are ordered by list; a mention is paired with those behind it,
leaving out the rest of its own list where a person stands once in it. A block of twenty
thousand rows of one register therefore costs nothing until another list meets it. Those
who only hold a one-sided key stand before those who seek it, and meet no one but them.
In a large block, those who cannot be one person with another date of birth and another
settlement meet each other only where one of the two agrees.
"""

from collections.abc import Iterator

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import ONCE, Features
from stillhere.identity.growing import Array, ranges, ranked
from stillhere.identity.keys import ONE_SIDED, SEEKER
from stillhere.identity.reach import Parted

CHUNK = 65_536
"""Pairs handed out at once (bounds memory, changes no result)."""

PART = 500_000
"""Postings looked at at once (bounds memory, changes no result)."""

CROWD = 32
"""Mentions of a block from which on it is parted by dates."""

Pairs = Iterator[tuple[Array, Array]]


def block_pairs(
    keys: Array, slots: Array, features: Features, parted: Parted | None = None
) -> Pairs:
    """Pairs of slots that share a key; a pair may come once for each shared key.

    Args:
        keys: Of postings, sorted.
        slots: Of the same postings.
        features: Of the same index.
        parted: Tells which pairs need not be weighed; those are left out.

    Yields:
        Columns of slots.
    """
    order = np.argsort(features.lists.view[:, f.LIST], kind="stable").astype(np.int32)
    place = np.empty_like(order)
    place[order] = np.arange(len(order), dtype=np.int32)
    meets = meeting(keys)
    keys, slots = keys[meets], slots[meets]
    closed = _closed(keys, slots, parted)
    keys, places = ranked(keys, place[slots] + len(order) * closed)
    closed = places >= len(order)
    places[closed] -= len(order)
    slots = order[places]
    yield from _within(keys, slots, features, closed, parted)
    if parted is not None and closed.any():
        inside = parted.meeting_keys(keys[closed], slots[closed])
        row, column = np.nonzero(inside)
        keys = inside[row, column] & ~(ONE_SIDED | SEEKER)
        keys, places = ranked(keys, place[slots[closed]][row])
        none = np.zeros(len(keys), np.bool_)
        yield from _within(keys, order[places], features, none, parted)


def block_parts(keys: Array) -> Iterator[slice]:
    """Slices of sorted keys that part no block, of some `PART` postings each."""
    start = 0
    while start < len(keys):
        stop = start + PART
        if stop < len(keys):
            stop = int(np.searchsorted(keys, keys[stop] | SEEKER, "right"))
        yield slice(start, stop)
        start = stop


def _closed(keys: Array, slots: Array, parted: Parted | None) -> Array:
    """Mask of the postings of large blocks that meet within their dates only."""
    if parted is None or not len(keys):
        return np.zeros(len(keys), np.bool_)
    end = _run_ends(keys | SEEKER)
    head = np.flatnonzero(np.diff(end, prepend=0))
    size, year = np.diff(np.append(head, len(keys))), parted.year[slots]
    years = np.maximum.reduceat(year, head) > np.minimum.reduceat(year, head)
    crowded = np.repeat((size > CROWD) & years, size)
    closed: Array = crowded & (keys & ONE_SIDED == 0) & parted.mask[slots]
    return closed


def _within(
    keys: Array,
    slots: Array,
    features: Features,
    closed: Array,
    parted: Parted | None,
) -> Pairs:
    """Pairs of the blocks of sorted keys, closed postings being paired with open ones."""
    rows = features.lists.view
    size = len(keys)
    end = _run_ends(keys | SEEKER)
    run = _run_ends(keys, closed, rows[slots, f.LIST])
    once = rows[slots, f.TRAITS] & ONCE > 0
    begin = np.where(once, run, np.arange(1, size + 1, dtype=np.int32))
    holds = keys & (ONE_SIDED | SEEKER) == ONE_SIDED
    begin[holds] = _run_ends(keys)[holds]
    count = np.where(closed, 0, end - begin)
    total = np.cumsum(count, dtype=np.int64)
    signs = parted.signs.take(slots) if parted is not None else None
    last, most = 0, int(total[-1]) if size else 0
    for bound in range(CHUNK, most + CHUNK, CHUNK):
        stop = min(int(np.searchsorted(total, bound)) + 1, size)
        one = np.repeat(np.arange(last, stop), count[last:stop])
        two = ranges(begin[last:stop], count[last:stop])
        if parted is not None and signs is not None:
            near = parted.bounds.may_reach(signs, one, two)
            one, two = one[near], two[near]
        yield slots[one], slots[two]
        last = stop


def meeting(keys: Array) -> Array:
    """Mask of the keys of more than one mention, leaving out those nobody seeks.

    Args:
        keys: Of all postings, sorted.
    """
    both = keys | SEEKER
    meets: Array = _run_sizes(both) > 1
    if len(keys):
        last = keys[_run_ends(both) - 1]
        meets &= last & (ONE_SIDED | SEEKER) != ONE_SIDED
    return meets


def _run_sizes(column: Array) -> Array:
    """For each row, the length of its run of equal values."""
    end = _run_ends(column)
    size = np.diff(end, prepend=np.int32(0))
    size = size[size > 0]
    return np.repeat(size, size)


def _run_ends(*columns: Array) -> Array:
    """For each row, the end of its run of equal values."""
    size = len(columns[0])
    if not size:
        return np.empty(0, np.int32)
    change = np.ones(size, np.bool_)
    change[1:] = False
    for column in columns:
        change[1:] |= column[1:] != column[:-1]
    start = np.flatnonzero(change).astype(np.int32)
    ends = np.append(start[1:], np.int32(size))
    return np.repeat(ends, ends - start)
