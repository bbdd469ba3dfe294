"""All pairs whose keys meet, for a build: chunk by chunk, never a Python loop per pair.

Inside a block, mentions are ordered by list; a mention is paired with those behind it,
leaving out the rest of its own list where a person stands once in it. A block of twenty
thousand rows of one register therefore costs nothing until another list meets it. Those
who only hold a one-sided key stand before those who seek it, and meet no one but them.
"""

from collections.abc import Iterator

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import ONCE, Features
from stillhere.identity.growing import Array, ranges, ranked
from stillhere.identity.keys import ONE_SIDED, SEEKER
from stillhere.identity.postings import Postings

CHUNK = 500_000
"""Pairs handed out at once (bounds memory, changes no result)."""


def block_pairs(
    postings: Postings, features: Features
) -> Iterator[tuple[Array, Array]]:
    """Pairs of slots that share a key; a pair may come once for each shared key.

    Yields:
        Columns of slots, in key order.
    """
    keys, slots = _listed(postings, features)
    rows = features.lists.view
    size = len(keys)
    end = _run_ends(keys | SEEKER)
    run = _run_ends(keys, rows[slots, f.LIST])
    once = rows[slots, f.TRAITS] & ONCE > 0
    begin = np.where(once, run, np.arange(1, size + 1, dtype=np.int32))
    holds = keys & (ONE_SIDED | SEEKER) == ONE_SIDED
    begin[holds] = _run_ends(keys)[holds]
    count = end - begin
    total = np.cumsum(count, dtype=np.int64)
    last, most = 0, int(total[-1]) if size else 0
    for bound in range(CHUNK, most + CHUNK, CHUNK):
        stop = min(int(np.searchsorted(total, bound)) + 1, size)
        part = slice(last, stop)
        first = np.repeat(slots[part], count[part])
        yield first, slots[ranges(begin[part], count[part])]
        last = stop


def _listed(postings: Postings, features: Features) -> tuple[Array, Array]:
    """Postings that meet others, by key, list and slot."""
    meets = meeting(postings.keys)
    keys, slots = postings.keys[meets], postings.slots[meets]
    order = np.argsort(features.lists.view[:, f.LIST], kind="stable").astype(np.int32)
    place = np.empty_like(order)
    place[order] = np.arange(len(order), dtype=np.int32)
    keys, places = ranked(keys, place[slots])
    return keys, order[places]


def meeting(keys: Array) -> Array:
    """Mask of the keys of more than one mention, leaving out those nobody seeks.

    Args:
        keys: Of all postings, sorted.
    """
    both = keys | SEEKER
    end = _run_ends(both)
    size = np.diff(end, prepend=np.int32(0))
    alone = np.zeros(len(keys), np.bool_)
    if len(keys):
        alone[:] = np.repeat(size[size > 0] == 1, size[size > 0])
        last = keys[end - 1]
        alone |= last & (ONE_SIDED | SEEKER) == ONE_SIDED
    meets: Array = ~alone
    return meets


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
