"""Keys of mentions nobody comes to later, band by band, without postings.

Where all mentions are there from the start, a key need not be kept: it brings together
whom it brings together, and can go. One-sided keys that nobody seeks are left out at
once. The rest is parted by the first bits of the keys, so that little is sorted at a time.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from stillhere.identity.features import Features
from stillhere.identity.growing import Array, distinct, stable_order, within
from stillhere.identity.keys import ONE_SIDED, SEEKER, any_seeks, key_matrix, seeking

ROWS = 10_000
"""Mentions whose keys are made at once (bounds memory, changes no result)."""

WORKERS = 2
"""Threads that make, meet and weigh at once; columns are worked on side by side."""

BANDS = 16
_BAND = np.uint64(60)
"""What a key is moved by to tell its band."""


def key_bands(features: Features, slots: Array) -> Iterator[tuple[Array, Array]]:
    """Keys that may bring these mentions together, and whose they are.

    Args:
        features: Of an index.
        slots: All of it, sorted.

    Yields:
        Keys, sorted, and slots, those of one key sorted; equal keys come at once.
    """
    bands: list[list[tuple[Array, Array]]] = [[] for _ in range(BANDS)]
    for keys, owner in _made(features, slots):
        band = (keys >> _BAND).astype(np.uint8)
        order = np.argsort(band, kind="stable")
        ends = np.cumsum(np.bincount(band, minlength=BANDS))[:-1]
        parts = zip(
            np.split(keys[order], ends), np.split(owner[order], ends), strict=True
        )
        for held, part in zip(bands, parts, strict=True):
            held.append(part)
    for held in bands:
        keys, owner = (np.concatenate(column) for column in zip(*held, strict=True))
        held.clear()
        order = stable_order(keys)
        yield keys[order], owner[order]


def _made(features: Features, slots: Array) -> Iterator[tuple[Array, Array]]:
    """Keys that are not one-sided or are sought, in the order of the slots."""
    one_sided = any_seeks(features, slots)
    sought = Sought(
        features, slots[seeking(features, slots)] if one_sided else slots[:0]
    )

    def make(start: int) -> tuple[Array, Array]:
        part = slots[start : start + ROWS]
        matrix = key_matrix(features, part, one_sided=one_sided)
        held = matrix != 0
        keys = matrix[held]
        owner = np.repeat(part.astype(np.int32), held.sum(axis=1))
        kept = sought.of(keys)
        return keys[kept], owner[kept]

    with ThreadPoolExecutor(WORKERS) as pool:
        yield from pool.map(make, range(0, max(len(slots), 1), ROWS))


class Sought:
    """One-sided keys that somebody looks for."""

    def __init__(self, features: Features, seekers: Array) -> None:
        """Ask those who may look for any."""
        found = [np.empty(0, np.uint64)]
        for start in range(0, len(seekers), ROWS):
            keys = key_matrix(features, seekers[start : start + ROWS])
            found.append(distinct(keys[keys & SEEKER != 0]))
        self.keys = distinct(np.concatenate(found))
        self._table = np.zeros(1 << _BITS, np.bool_)
        self._table[self.keys >> _SHIFT] = True

    def of(self, keys: Array) -> Array:
        """Mask of the keys that are sought or not one-sided."""
        held: Array = keys & ONE_SIDED == 0
        likely = np.flatnonzero(~held & self._table[keys >> _SHIFT])
        held[likely] = within(keys[likely] | SEEKER, self.keys)
        return held


_BITS = 22
_SHIFT = np.uint64(64 - _BITS)
"""Of a key, what is looked up in a table first."""
