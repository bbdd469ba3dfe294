"""All pairs whose keys meet, for a build: chunk by chunk, never a Python loop per pair.

Inside a block, mentions are ordered by list; a mention is paired with those behind it,
leaving out the rest of its own list where a person stands once in it. A block of twenty
thousand rows of one register therefore costs nothing until another list meets it.
"""

from collections.abc import Iterator

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import ONCE, Features
from stillhere.identity.growing import Array, ranges
from stillhere.identity.postings import Postings

CHUNK = 2_000_000
"""Pairs handed out at once (bounds memory, changes no result)."""


def block_pairs(
    postings: Postings, features: Features
) -> Iterator[tuple[Array, Array]]:
    """Pairs of slots that share a key; a pair may come once for each shared key.

    Yields:
        Columns of slots, in key order.
    """
    rows = features.lists.view
    lists = rows[postings.slots, f.LIST]
    order = np.lexsort((postings.slots, lists, postings.keys))
    keys, slots, lists = postings.keys[order], postings.slots[order], lists[order]
    size = len(keys)
    end = np.searchsorted(keys, keys, "right")
    run = _run_ends(keys, lists)
    once = rows[slots, f.TRAITS] & ONCE > 0
    begin = np.where(once, run, np.arange(size) + 1)
    count = end - begin
    bounds = np.searchsorted(
        np.cumsum(count), np.arange(CHUNK, int(count.sum()) + CHUNK, CHUNK)
    )
    last = 0
    for bound in [*(bounds + 1).tolist(), size]:
        stop = min(max(bound, last), size)
        if stop > last:
            part = slice(last, stop)
            first = np.repeat(slots[part], count[part])
            yield first, slots[ranges(begin[part], count[part])]
            last = stop


def _run_ends(keys: Array, lists: Array) -> Array:
    """For each row, the end of its run of one key and one list."""
    size = len(keys)
    if not size:
        return np.empty(0, np.int64)
    change = np.ones(size, np.bool_)
    change[1:] = (keys[1:] != keys[:-1]) | (lists[1:] != lists[:-1])
    start = np.flatnonzero(change)
    return np.repeat(np.append(start[1:], size), np.diff(np.append(start, size)))
