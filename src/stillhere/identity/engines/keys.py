"""Which keys travel, and how a key of too many rows is parted over several tasks.

A key that one mention alone has, or that nobody seeks, brings nobody together: no row
travels for it. Of a key that thousands have, no task holds all rows.
"""

import numpy as np

from stillhere.identity.blocks import meeting
from stillhere.identity.growing import Array, ranges
from stillhere.identity.keys import ONE_SIDED, SEEKER, mix

BITS_A_KEY = 16
"""Bits of the table for each key that meets: one other key in sixteen passes too."""

_SMALLEST, _LARGEST = 10, 31
"""Exponents of two of the sizes of the table, bits."""

_BYTE = np.uint64(3)
_IN_BYTE = np.uint64(7)


def block_of(keys: Array) -> Array:
    """What keys that bring mentions together have in common: holders and seekers."""
    block: Array = keys | SEEKER
    return block


class Meets:
    """Whether a key brings anybody together; now and then says so of one that does not.

    A table of bits of a size that follows the number of keys, however long they are.
    """

    def __init__(self, keys: Array) -> None:
        """Remember the keys that meet, of all postings, sorted."""
        blocks = np.unique(block_of(keys[meeting(keys)]))
        size = (BITS_A_KEY * len(blocks)).bit_length()
        self.shift = np.uint64(64 - min(max(size, _SMALLEST), _LARGEST))
        self.table = np.zeros(1 << int(61 - self.shift), np.uint8)
        place = blocks >> self.shift
        bit = np.left_shift(np.uint8(1), (place & _IN_BYTE).astype(np.uint8))
        np.bitwise_or.at(self.table, place >> _BYTE, bit)

    def __call__(self, keys: Array) -> Array:
        """Mask of the keys that may meet."""
        place = keys >> self.shift
        held = self.table[place >> _BYTE]
        met: Array = held >> (place & _IN_BYTE).astype(np.uint8) & np.uint8(1)
        return met > 0


class Crowds:
    """Keys that too many rows have for one task, and how those are parted.

    Rows of such a key stand in strips. As a rule, every two strips meet in a block of
    their own. Where few seek the key that many hold, seekers go to every strip and
    holders stay in theirs.

    Attributes:
        blocks: Sorted.
        strips: How many, of each.
        few: Whether seekers go to every strip.
    """

    def __init__(self, keys: Array, most: int) -> None:
        """Find the crowded keys.

        Args:
            keys: Of all postings, sorted.
            most: Rows of one key that a task may hold, about.
        """
        block, count = np.unique(block_of(keys[meeting(keys)]), return_counts=True)
        many = count > most
        self.blocks, count = block[many], count[many]
        left = np.searchsorted(keys, self.blocks, "left")
        seekers = np.searchsorted(keys, self.blocks, "right") - left
        one_sided = self.blocks & ONE_SIDED > 0
        self.few = one_sided & (2 * seekers <= most)
        strips = np.where(
            self.few, -(-2 * (count - seekers) // most), -(-2 * count // most)
        )
        self.strips = np.maximum(strips, 3)

    def parted(self, keys: Array, slots: Array) -> tuple[Array, Array]:
        """The blocks in which rows of these keys are to meet others.

        Args:
            keys: One of each posting.
            slots: Whose it is.

        Returns:
            Positions into `keys`, and a number that tells apart the blocks of one key;
            0 where it has but one.
        """
        strips, few = self._of(keys)
        mine = (mix(41, slots.astype(np.uint64)) % strips.astype(np.uint64)).astype(
            np.int64
        )
        seeks = keys & SEEKER > 0
        times = np.where(few, np.where(seeks, strips, 1), np.maximum(strips - 1, 1))
        at = np.repeat(np.arange(len(keys)), times)
        number = ranges(np.zeros(len(keys), np.int64), times)
        own, strips, few = mine[at], strips[at], few[at]
        strip = np.where(seeks[at], number, own)
        other = number + (number >= own)
        pair = np.minimum(own, other) * strips + np.maximum(own, other)
        return at, np.where(strips > 1, 1 + np.where(few, strip, pair), 0).astype(
            np.uint64
        )

    def _of(self, keys: Array) -> tuple[Array, Array]:
        """Strips of these keys, 1 for most, and whether few seek them."""
        if not len(self.blocks):
            return np.ones(len(keys), np.int64), np.zeros(len(keys), np.bool_)
        blocks = block_of(keys)
        at = np.minimum(np.searchsorted(self.blocks, blocks), len(self.blocks) - 1)
        crowded = self.blocks[at] == blocks
        return np.where(crowded, self.strips[at], 1), crowded & self.few[at]
