"""Pairs a person may have to look at, kept up to date beside the index.

What depends on weights alone is remembered and followed pair by pair; clusters, links and
judgements are read when asked for. So one report costs what it touches.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.clusters import MentionId
from stillhere.identity.growing import Array, distinct, ranges, within
from stillhere.identity.halves import halves, members
from stillhere.identity.links import ONE, power, probabilities
from stillhere.identity.monotone import MILLION, along
from stillhere.identity.pairs import TREE, Entries
from stillhere.identity.world import World

PART = 20_000
"""Mentions whose pairs are looked at in one go."""


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """Candidate pairs, as parallel columns in no stated order.

    Attributes:
        a, b: Slots of the mentions, the smaller id in `a`; no pair twice.
        weight: w1 in millibits.
        chance: The smaller of the two sides, in millionths.
    """

    a: Array
    b: Array
    weight: Array
    chance: Array

    def __len__(self) -> int:
        return len(self.a)

    def take(self, index: Array | slice) -> "Likely":
        """The pairs at these positions, or where a mask holds."""
        return Likely(
            self.a[index], self.b[index], self.weight[index], self.chance[index]
        )

    def joined(self, other: "Likely") -> "Likely":
        """These pairs and others."""
        return Likely(
            np.concatenate((self.a, other.a)),
            np.concatenate((self.b, other.b)),
            np.concatenate((self.weight, other.weight)),
            np.concatenate((self.chance, other.chance)),
        )


class Doubts:
    """The likely pairs of one index. Ask under the lock that updates take."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._held: dict[int, Likely] = {}

    def likely(self, low: int) -> Likely:
        """Every candidate pair both of whose sides are at least so probable.

        Args:
            low: Millionths, above 0.

        Returns:
            The same value as before where no weight has changed.
        """
        stale = np.flatnonzero(self.world.stale.view)
        if len(stale):
            fresh = stale[self.world.alive.view[stale]]
            for known, held in self._held.items():
                kept = ~within(held.a, stale) & ~within(held.b, stale)
                self._held[known] = held.take(kept).joined(self._of(fresh, known))
            self.world.stale.view[stale] = False
        if low not in self._held:
            self._held[low] = self._everywhere(low)
        return self._held[low]

    def around(self, mention: MentionId, low: int) -> Likely:
        """The likely pairs of everybody in the cluster of a mention; KeyError if none."""
        members = self.world.tree_members(self.world.slot_of[mention])
        return self._of(np.array(members, np.int64), low)

    def touching(self, slots: Array, low: int) -> Likely:
        """The likely pairs that touch any of these slots (sorted, alive)."""
        return self._of(slots, low)

    def alone(self, pairs: Likely) -> Array:
        """How probable each pair would be if nobody else of its kind fitted; millionths."""
        value = power(pairs.weight)
        curve = self.world.rules["link_chance"]
        return along(curve, (value * MILLION) // (value + ONE))

    def _everywhere(self, least: int) -> Likely:
        """All likely pairs, looked at part by part to bound the memory."""
        slots = np.flatnonzero(self.world.alive.view)
        parts = [
            self._probable(part, least)
            for part in np.array_split(slots, len(slots) // PART + 1)
        ]
        own = Entries.join(*(entries for entries, _ in parts))
        chance = np.concatenate([found for _, found in parts])
        # Sorted by owner and, in its list, by partner: so packed as well.
        packed, wanted = own.packed(), own.mirrored()
        at = np.searchsorted(packed, wanted)
        at[at == len(packed)] = 0
        both = packed[at] == wanted if len(packed) else np.zeros(0, np.bool_)
        return self._oriented(own.take(both), np.minimum(chance, chance[at])[both])

    def _probable(self, slots: Array, least: int) -> tuple[Entries, Array]:
        """Entries of these slots that are probable from their side, and how much."""
        own = self.world.pairs.of(slots)
        chance, _ = probabilities(own, self.world.features)
        probable = chance >= least
        return own.take(probable), chance[probable]

    def _of(self, slots: Array, least: int) -> Likely:
        """Pairs of at least this chance that touch these slots (sorted, alive)."""
        own, chance = self._probable(slots, least)
        both = np.minimum(chance, self._backwards(own, chance))
        own, both = own.take(both >= least), both[both >= least]
        return self._oriented(own, both)

    def _backwards(self, own: Entries, chance: Array) -> Array:
        """Probability of each pair from the other side."""
        back = np.zeros(len(own), np.int64)
        if not len(own):
            return back
        packed, wanted = own.packed(), own.mirrored()
        order = np.argsort(packed)
        at = np.searchsorted(packed, wanted, sorter=order)
        at[at == len(packed)] = 0
        here = packed[order[at]] == wanted
        back[here] = chance[order[at[here]]]
        outside = ~here & ~within(own.other, distinct(own.owner))
        if outside.any():
            there = own.take(outside)
            turned = Entries(there.other, there.owner, there.w0, there.w1, there.flags)
            back[outside] = self.world.chances(turned)
        return back

    def _oriented(self, own: Entries, chance: Array) -> Likely:
        """Each pair once, with the smaller id first."""
        one, two = own.owner.astype(np.int64), own.other.astype(np.int64)
        turned = self._after(one, two)
        a, b = np.where(turned, two, one), np.where(turned, one, two)
        _, first = np.unique((a << 32) | b, return_index=True)
        return Likely(a[first], b[first], own.w1[first].astype(np.int64), chance[first])

    def _after(self, one: Array, two: Array) -> Array:
        """Whether the id of one slot is larger than that of the other."""
        ids = self.world.features.wide.view
        high, other = ids[one, f.ID_HIGH], ids[two, f.ID_HIGH]
        low = ids[one, f.ID_LOW] > ids[two, f.ID_LOW]
        after: Array = (high > other) | ((high == other) & low)
        return after

    def heads(self, slots: Array) -> Array:
        """The head of the cluster of each slot: that of the referent."""
        heads: Array = self.world.cluster.view[slots].astype(np.int64)
        return heads

    def holding(self, pairs: Likely) -> Array:
        """Mask of the pairs that hold a cluster together."""
        where = self.world.pairs.find(pairs.a, pairs.b)
        holding = where >= 0
        holding[holding] = self.world.pairs.flags.view[where[holding]] & TREE > 0
        return holding

    def halves(self, pairs: Likely, marks: Array) -> tuple[Array, Array]:
        """What would stand on either side if a pair that holds a cluster were cut.

        Args:
            pairs: All of them holding.
            marks: Bits by slot; those of all members of their clusters are set.

        Returns:
            Bits of all members on the side of `a`, and on that of `b`.
        """
        return halves(self.world, pairs.a, pairs.b, marks)

    def members(self, heads: Array) -> Array:
        """Slots of the clusters of these heads, sorted."""
        return members(self.world, heads)

    def judged(self) -> Array:
        """Slots of the pairs anybody judged, unsure included: (n, 2), in any order."""
        get = self.world.slot_of.get
        both = [(get(a), get(b)) for a, b in self.world.judged.by_pair]
        here = [(a, b) for a, b in both if a is not None and b is not None]
        return np.array(here, np.int64).reshape(-1, 2)

    def clash(self, pairs: Likely) -> Array:
        """Mask of pairs whose two people a list or group, holding each once, both states.

        Judged the same, one of the two people gives up a row.
        """
        one, two = self.heads(pairs.a), self.heads(pairs.b)
        members = self.members(one)
        members = members[np.argsort(self.heads(members), kind="stable")]
        left = np.searchsorted(self.heads(members), one, "left")
        count = np.searchsorted(self.heads(members), one, "right") - left
        row = np.repeat(np.arange(len(pairs)), count)
        stated = self._stated(members[ranges(left, count)], two[row])
        clash = np.zeros(len(pairs), np.bool_)
        clash[row[stated]] = True
        return clash

    def _stated(self, slots: Array, heads: Array) -> Array:
        """Whether the list or group of each slot holds the person at each head, too."""
        members = self.members(heads)
        groups = distinct(self.world.features.wide.view[slots, f.GROUP])
        stated = np.zeros(len(slots), np.bool_)
        for marks in (self._once, lambda some: self._place(some, groups)):
            mark, theirs = marks(slots), marks(members)
            held = (self.heads(members) << 32) | theirs
            held = distinct(held[theirs > 0])
            stated |= (mark > 0) & within((heads << 32) | mark, held)
        return stated

    def _once(self, slots: Array) -> Array:
        """One more than the number of the list that holds each slot once; 0 for none."""
        rows = self.world.features.lists.view[slots].astype(np.int64)
        once: Array = np.where(rows[:, f.TRAITS] & f.ONCE > 0, rows[:, f.LIST] + 1, 0)
        return once

    def _place(self, slots: Array, groups: Array) -> Array:
        """One more than the place of the group of each slot in `groups`; 0 for none."""
        group = self.world.features.wide.view[slots, f.GROUP]
        known = (group != 0) & within(group, groups)
        place: Array = np.where(known, np.searchsorted(groups, group) + 1, 0)
        return place

    def order(self, a: Array, b: Array) -> tuple[Array, ...]:
        """Keys for `numpy.lexsort` that put pairs in the order of their ids."""
        ids = self.world.features.wide.view
        return (
            ids[b, f.ID_LOW],
            ids[b, f.ID_HIGH],
            ids[a, f.ID_LOW],
            ids[a, f.ID_HIGH],
        )

    def slots(self, mentions: Iterable[MentionId]) -> Array:
        """Slots of those of these mentions that are here."""
        found = (self.world.slot_of.get(mention) for mention in mentions)
        return np.array([slot for slot in found if slot is not None], np.int64)

    def mention(self, slot: int) -> MentionId:
        """The mention of a slot."""
        return self.world.id_of(slot)

    @property
    def size(self) -> int:
        """One more than the largest slot."""
        return self.world.alive.size

    @property
    def threshold(self) -> int:
        """Millionths from which both sides make a link by themselves."""
        return self.world.rules["shape"]["threshold"]
