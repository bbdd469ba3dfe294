"""Key to slots: a sorted base and a small overlay of what came since.

Holds 12 bytes a posting. What came or went since the last `settle` stands in overlays.
"""

import numpy as np

from stillhere.identity.growing import Array, ranges, ranked

SMALL = 4_096
"""Postings that may stand in the overlays before anyone looks."""


class Postings:
    """A multimap from 64-bit keys to slots; key 0 is never stored."""

    def __init__(self) -> None:
        self.keys: Array = np.empty(0, np.uint64)
        self.slots: Array = np.empty(0, np.int32)
        self.overlay: dict[int, list[int]] = {}
        self.gone: dict[int, set[int]] = {}
        self.pending = 0

    def settle(self, keys: Array, slots: Array) -> None:
        """Replace everything by these postings, sorted by (key, slot), none twice."""
        stated = keys != 0
        keys, slots = ranked(keys[stated], slots[stated])
        self.keys, self.slots = keys, slots
        self.overlay, self.gone, self.pending = {}, {}, 0

    def add(self, keys: Array, slots: Array) -> None:
        """Add a few postings (one update's worth)."""
        for key, slot in zip(keys.tolist(), slots.tolist(), strict=True):
            if key:
                self.overlay.setdefault(key, []).append(slot)
                self.pending += 1

    def remove(self, keys: Array, slots: Array) -> None:
        """Take postings away; a slot number is never given to another mention."""
        for key, slot in zip(keys.tolist(), slots.tolist(), strict=True):
            if key and slot not in self.gone.setdefault(key, set()):
                self.gone[key].add(slot)
                self.pending += 1

    def fold(self) -> None:
        """Bring the overlays into the columns once they are an eighth of them."""
        if self.pending < SMALL or 8 * self.pending < len(self.keys):
            return
        came = [(k, s) for k, slots in self.overlay.items() for s in slots]
        went = [(k, s) for k, slots in self.gone.items() for s in slots]
        more = np.array([k for k, _ in (*came, *went)], np.uint64)
        theirs = np.array([s for _, s in (*came, *went)], np.int32)
        keys = np.concatenate((self.keys, more))
        slots = np.concatenate((self.slots, theirs))
        leaves = np.zeros(len(keys), np.bool_)
        leaves[len(keys) - len(went) :] = True
        order = np.lexsort((~leaves, slots, keys))
        keys, slots, leaves = keys[order], slots[order], leaves[order]
        after = leaves[:-1] & (keys[1:] == keys[:-1]) & (slots[1:] == slots[:-1])
        leaves[1:] |= after
        self.settle(keys[~leaves], slots[~leaves])

    def count(self, keys: Array) -> Array:
        """How many postings each key has; 0 for key 0."""
        count = np.searchsorted(self.keys, keys, "right")
        count -= np.searchsorted(self.keys, keys, "left")
        if self.overlay or self.gone:
            came = [len(self.overlay.get(k, ())) for k in keys.tolist()]
            went = [len(self.gone.get(k, ())) for k in keys.tolist()]
            count += np.array(came, np.int64) - np.array(went, np.int64)
        count[keys == 0] = 0
        return count

    def find(self, keys: Array) -> tuple[Array, Array]:
        """All postings of these keys.

        Returns:
            Positions into `keys`, and slots; a slot may come more than once.
        """
        left = np.searchsorted(self.keys, keys, "left")
        count = np.searchsorted(self.keys, keys, "right") - left
        count[keys == 0] = 0
        positions = np.repeat(np.arange(len(keys)), count)
        slots = self.slots[ranges(left, count)]
        if not self.overlay and not self.gone:
            return positions, slots
        gone = [
            (position, slot)
            for position, key in enumerate(keys.tolist())
            for slot in self.gone.get(key, ())
        ]
        extra = [
            (position, slot)
            for position, key in enumerate(keys.tolist())
            for slot in self.overlay.get(key, ())
        ]
        if extra:
            more = np.array(extra, np.int64)
            positions = np.concatenate((positions, more[:, 0]))
            slots = np.concatenate((slots, more[:, 1].astype(np.int32)))
        if gone:
            left_out = np.array(gone, np.int64)
            kept = ~np.isin(
                (positions << 32) | slots, (left_out[:, 0] << 32) | left_out[:, 1]
            )
            positions, slots = positions[kept], slots[kept]
        return positions, slots

    @property
    def nbytes(self) -> int:
        """Bytes held, the overlay estimated at 100 a posting."""
        return int(self.keys.nbytes + self.slots.nbytes) + 100 * self.pending
