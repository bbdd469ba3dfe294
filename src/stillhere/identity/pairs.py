"""The pairs of every mention, as a pool of lists that can be rewritten in place.

A pair stands twice, once with each of its mentions. Thirteen bytes an entry. A list is
sorted by partner and keeps a little room; one that outgrows it moves to the end of the
pool, and the pool is written anew when half of it lies waste. An update changes single
entries (`patch`), so that a mention with thousands of pairs costs what changes in it.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity.growing import Array, Growing, distinct, ranges, within

KEYED, PASSES, ACCEPTED, TREE, SAME, APART = 1, 2, 4, 8, 16, 32
"""Flags of an entry (a, b): keys meet or judged; b is best of its kind for a and sure
enough; a person or both sides accept; the edge holds the cluster; judged same; judged
different."""

UNDERIVED = KEYED | SAME | APART
"""Flags that do not follow from the weights."""

SMALL_WASTE = 50_000
"""Entries that may lie waste before anyone looks."""

LONG = 500
"""Entries a list, on average, from which flags are looked for list by list."""


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
        waste: Entries of the pool that no list holds.
    """

    def __init__(self) -> None:
        self.ready = False
        self.waste = 0
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

    def flagged(self, slots: Array, bits: int) -> tuple[Entries, Array]:
        """The entries of these slots with any of these flags, and their positions."""
        start, length = self.start.view[slots], self.length.view[slots]
        if length.sum() > LONG * len(slots):
            where, count = self._flagged_long(start, length, bits)
            return self.at(where, np.repeat(slots, count)), where
        where = ranges(start, length)
        chosen = np.flatnonzero(self.flags.view[where] & np.uint8(bits))
        owner = slots[np.searchsorted(np.cumsum(length), chosen, "right")]
        return self.at(where[chosen], owner), where[chosen]

    def _flagged_long(
        self, start: Array, length: Array, bits: int
    ) -> tuple[Array, Array]:
        """Positions of flagged entries and their number by list: few, long lists."""
        flags, mask = self.flags.view, np.uint8(bits)
        found = [
            np.flatnonzero(flags[first : first + count] & mask) + first
            for first, count in zip(start.tolist(), length.tolist(), strict=True)
        ]
        return np.concatenate(found), np.array([len(part) for part in found])

    def at(self, where: Array, owner: Array) -> Entries:
        """The entries at these pool positions, whose owners are these."""
        return Entries(
            owner.astype(np.int32),
            self.other.view[where],
            self.w0.view[where],
            self.w1.view[where],
            self.flags.view[where],
        )

    def find(self, owner: Array, other: Array) -> Array:
        """Pool positions of these pairs; -1 where there is no such entry."""
        low = self.start.view[owner]
        end = low + self.length.view[owner]
        high = end.copy()
        partner = self.other.view
        while (open_ := low < high).any():
            middle = np.where(open_, (low + high) >> 1, 0)
            before = open_ & (partner[middle] < other)
            high = np.where(open_ & ~before, middle, high)
            low = np.where(before, middle + 1, low)
        found = low < end
        found[found] = partner[low[found]] == other[found]
        positions: Array = np.where(found, low, -1)
        return positions

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
            self._move(slots[outgrown], count[outgrown])
        self.length.view[slots] = count
        self._write(ranges(self.start.view[slots], count), entries)

    def patch(self, drop: Array, put: Entries) -> None:
        """Take single entries out and put others in or in place of what they were.

        Args:
            drop: Packed (owner, other), sorted; no matter whether they are there.
            put: No pair twice, none of `drop`.
        """
        put = put.take(np.argsort(put.packed(), kind="stable"))
        where = self.find(put.owner, put.other)
        known = where >= 0
        self._write(where[known], put.take(known))
        fresh = put.take(~known)
        amid = self._amid(fresh)
        there = self.find(drop >> 32, drop & 0xFFFFFFFF) >= 0
        drop = drop[there]
        slots = distinct(np.concatenate((amid, drop >> 32)))
        inside = within(fresh.owner, slots)
        if len(slots):
            held = self.of(slots)
            kept = held.take(~within(held.packed(), drop))
            self.rewrite(slots, Entries.join(kept, fresh.take(inside)))
        self._append(fresh.take(~inside))

    def _amid(self, entries: Entries) -> Array:
        """Owners in whose lists these entries do not all belong behind the rest."""
        listed = np.flatnonzero(self.length.view[entries.owner] > 0)
        owner = entries.owner[listed].astype(np.int64)
        last = self.start.view[owner] + self.length.view[owner] - 1
        amid: Array = owner[entries.other[listed] < self.other.view[last]]
        return amid

    def _append(self, entries: Entries) -> None:
        """Put entries behind the lists of their owners; sorted, all larger partners."""
        if not len(entries):
            return
        slots = distinct(entries.owner).astype(np.int64)
        left = np.searchsorted(entries.owner, slots, "left")
        more = np.searchsorted(entries.owner, slots, "right") - left
        length = self.length.view[slots]
        outgrown = length + more > self.room.view[slots]
        moving = slots[outgrown]
        if len(moving):
            held = self.of(moving)
            self._move(moving, (length + more)[outgrown])
            self._write(ranges(self.start.view[moving], length[outgrown]), held)
        self._write(ranges(self.start.view[slots] + length, more), entries)
        self.length.view[slots] = length + more

    def _write(self, where: Array, entries: Entries) -> None:
        self.other.view[where] = entries.other
        self.w0.view[where] = entries.w0
        self.w1.view[where] = entries.w1
        self.flags.view[where] = entries.flags

    def _move(self, slots: Array, count: Array) -> None:
        """Give these slots new, larger places at the end of the pool.

        Room to spare differs from slot to slot, so that lists that grow together do
        not all move in one update.
        """
        spare = 2 + count // 2
        room = count + spare + slots % spare if self.ready else count
        self.waste += int(self.room.view[slots].sum())
        end = self.other.size
        self.start.view[slots] = end + np.cumsum(room) - room
        self.room.view[slots] = room
        for column in (self.other, self.w0, self.w1, self.flags):
            column.resize(end + int(room.sum()))

    def tidy(self) -> None:
        """Write the pool anew if half of it lies waste."""
        if self.waste < SMALL_WASTE or 2 * self.waste < self.other.size:
            return
        where = self.positions(np.arange(self.start.size))
        for column in (self.other, self.w0, self.w1, self.flags):
            kept = column.view[where]
            column.resize(len(kept))
            column.view[:] = kept
        length = self.length.view
        self.start.view[:] = np.cumsum(length, dtype=np.int64) - length
        self.room.view[:] = length
        self.waste = 0

    def set_flags(self, where: Array, bits: int, on: Array) -> None:
        """Set or clear bits of the entries at these pool positions."""
        kept = self.flags.view[where] & np.uint8(0xFF ^ bits)
        self.flags.view[where] = kept | np.where(on, np.uint8(bits), np.uint8(0))

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return sum(column.nbytes for column in self.columns())
