"""The pairs of every mention, as a pool of lists that can be rewritten in place.

A pair stands twice, once with each of its mentions. Thirteen bytes an entry; lists keep
a little room, a list that outgrows it moves to the end of the pool.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity.growing import Array, Growing, ranges

KEYED, PASSES, ACCEPTED, TREE, SAME, APART = 1, 2, 4, 8, 16, 32
"""Flags of an entry (a, b): keys meet or judged; b is best of its kind for a and sure
enough; a person or both sides accept; the edge holds the cluster; judged same; judged
different."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of a pool, as parallel columns of n.

    Attributes:
        owner, other: Slots of the mention whose list it is and of its partner.
        w0, w1: Weights in millibits without and with company.
        flags: Bits above.
    """

    owner: Array
    other: Array
    w0: Array
    w1: Array
    flags: Array

    def __len__(self) -> int:
        return len(self.owner)

    def take(self, index: Array) -> "Entries":
        """The entries at these positions, or where a mask holds."""
        return Entries(
            self.owner[index],
            self.other[index],
            self.w0[index],
            self.w1[index],
            self.flags[index],
        )

    @classmethod
    def empty(cls) -> "Entries":
        """No entries."""
        none = np.empty(0, np.int32)
        return cls(none, none, none, none, np.empty(0, np.uint8))

    @classmethod
    def join(cls, *parts: "Entries") -> "Entries":
        """All entries of several."""
        return cls(
            np.concatenate([p.owner for p in parts]),
            np.concatenate([p.other for p in parts]),
            np.concatenate([p.w0 for p in parts]),
            np.concatenate([p.w1 for p in parts]),
            np.concatenate([p.flags for p in parts]),
        )

    def packed(self) -> Array:
        """One int64 an entry, owner before other."""
        joined: Array = (self.owner.astype(np.int64) << 32) | self.other
        return joined

    def mirrored(self) -> Array:
        """`packed` of the same pairs seen from the other side."""
        joined: Array = (self.other.astype(np.int64) << 32) | self.owner
        return joined


class Pairs:
    """The pool. `start`, `length` and `room` are by slot, in entries.

    Attributes:
        ready: Lists that grow from now on get room to spare; none in a build.
    """

    def __init__(self) -> None:
        self.ready = False
        self.start = Growing(np.int64)
        self.length = Growing(np.int32)
        self.room = Growing(np.int32)
        self.other = Growing(np.int32)
        self.w0 = Growing(np.int32)
        self.w1 = Growing(np.int32)
        self.flags = Growing(np.uint8)

    def columns(self) -> tuple[Growing, ...]:
        """All columns, in a fixed order."""
        return (
            self.start,
            self.length,
            self.room,
            self.other,
            self.w0,
            self.w1,
            self.flags,
        )

    def reach(self, slots: int) -> None:
        """Make room for this many slots."""
        for column in (self.start, self.length, self.room):
            column.resize(slots)

    def positions(self, slots: Array) -> Array:
        """Pool positions of all entries of these slots, slot by slot."""
        return ranges(self.start.view[slots], self.length.view[slots])

    def of(self, slots: Array) -> Entries:
        """All entries of these slots, slot by slot."""
        where = self.positions(slots)
        return Entries(
            np.repeat(slots, self.length.view[slots]).astype(np.int32),
            self.other.view[where],
            self.w0.view[where],
            self.w1.view[where],
            self.flags.view[where],
        )

    def rewrite(self, slots: Array, entries: Entries) -> None:
        """Replace the lists of `slots` by `entries` (owners all in `slots`).

        Lists end up sorted by partner. `slots` holds no slot twice.
        """
        entries = entries.take(np.argsort(entries.packed(), kind="stable"))
        slots = np.sort(slots)
        left = np.searchsorted(entries.owner, slots, "left")
        count = np.searchsorted(entries.owner, slots, "right") - left
        outgrown = count > self.room.view[slots]
        if outgrown.any():
            self._move(slots[outgrown], count[outgrown], spare=2 * self.ready)
        self.length.view[slots] = count
        where = ranges(self.start.view[slots], count)
        self.other.view[where] = entries.other
        self.w0.view[where] = entries.w0
        self.w1.view[where] = entries.w1
        self.flags.view[where] = entries.flags

    def _move(self, slots: Array, count: Array, spare: int) -> None:
        """Give these slots new, larger places at the end of the pool."""
        room = count + spare
        end = self.other.size
        self.start.view[slots] = end + np.cumsum(room) - room
        self.room.view[slots] = room
        for column in (self.other, self.w0, self.w1, self.flags):
            column.resize(end + int(room.sum()))

    def set_flags(self, where: Array, bits: int, on: Array) -> None:
        """Set or clear bits of the entries at these pool positions."""
        kept = self.flags.view[where] & np.uint8(0xFF ^ bits)
        self.flags.view[where] = kept | np.where(on, np.uint8(bits), np.uint8(0))

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return sum(column.nbytes for column in self.columns())
