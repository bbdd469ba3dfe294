"""Who in the index a statement may be about, without taking it in.

The same keys, weights and support as an update would find, as long as the company of
nobody else changes by it; nothing is written anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stillhere.identity.clusters import MentionId
from stillhere.identity.company.support import raised, spread, support_table
from stillhere.identity.company.surnames import borne
from stillhere.identity.comparing.weigh import Scorer
from stillhere.identity.features import ListTraits
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.guests import Guests
from stillhere.identity.keys import key_matrix, sought_keys
from stillhere.identity.links import allowed, probabilities
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World
from stillhere.reports.statements import PersonStatement


@dataclass(frozen=True, slots=True)
class Matched:
    """A mention of the index that a statement may be about.

    Attributes:
        mention: Its id.
        weight: w1 in millibits.
        probability: Among the candidates of its kind, in millionths.
    """

    mention: MentionId
    weight: int
    probability: int


def match(
    world: World,
    said: Sequence[PersonStatement],
    lists: Mapping[str, ListTraits],
    limit: int,
) -> list[Matched]:
    """Who the first of these statements may be about, given those beside it.

    Args:
        world: The index, read only.
        said: The statement asked about, and its company: nobody, or all of its stated
            household or party.
        lists: Traits by source.
        limit: At most so many.

    Returns:
        Strongest first, ties by id.
    """
    table = _Table(world, said, lists)
    guest, slot, weight = table.keyed()
    near, lent = table.supported(guest, slot, weight)
    keyed = slot[guest == 0], weight[guest == 0]
    slots, base, lifts = (
        table.together(keyed, near, lent)
        if len(near)
        else (*keyed, np.zeros(len(keyed[0]), np.int64))
    )
    weight = raised(base, lifts, world.rules)
    kept = np.flatnonzero(weight >= world.rules["shape"]["floor"])
    weight = weight[kept] + table.named(slots[kept])
    return _best(world, slots[kept], base[kept], weight, limit)


class _Table:
    """Statements set beside the mentions their keys meet."""

    def __init__(
        self,
        world: World,
        said: Sequence[PersonStatement],
        lists: Mapping[str, ListTraits],
    ) -> None:
        self.world = world
        self.guests = Guests(world.features, said, lists)
        here = (world.slot_of.get(mention.report) for mention in said)
        self.same = np.array([slot for slot in here if slot is not None], np.int64)
        self.taken: Array = self.same[:0]
        self.scorer = Scorer(self.guests, world.rules)

    def keyed(self) -> tuple[Array, Array, Array]:
        """Guests, slots whose keys meet theirs and that they may be, and w0."""
        guest, slot = self._met()
        self._take(slot)
        rows = self.guests.rows(slot, self.taken)
        fine = allowed(self.guests, guest, rows)
        guest, slot, rows = guest[fine], slot[fine], rows[fine]
        return guest, slot, self.scorer.w0(guest, rows)

    def _met(self) -> tuple[Array, Array]:
        world = self.world
        matrix = key_matrix(self.guests, np.arange(self.guests.count))
        guest, column = np.nonzero(matrix)
        of, wanted = sought_keys(matrix[guest, column])
        position, slot = world.postings.find(wanted)
        slot = slot.astype(np.int64)
        here = world.alive.view[slot] & ~within(slot, np.sort(self.same))
        packed = distinct((guest[of[position]] << 32 | slot)[here])
        return packed >> 32, packed & 0xFFFFFFFF

    def _take(self, slots: Array) -> None:
        self.taken = distinct(slots)
        self.guests.beside(self.taken)

    def supported(
        self, guest: Array, slot: Array, weight: Array
    ) -> tuple[Array, Array]:
        """Slots beside those the company may be (sorted), and what they are lent."""
        lends = weight >= self.world.rules["shape"]["support_from"]
        lends &= guest > 0
        if self.guests.count > self.world.company.limit or not lends.any():
            return self.same[:0], self.same[:0]
        asked = np.full(int(lends.sum()), self.world.alive.size)
        _, near, lent = spread(
            asked,
            asked + guest[lends],
            slot[lends],
            support_table(weight[lends], self.world.rules),
            self.world.company,
        )
        other = ~within(near, np.sort(self.same))
        return near[other], lent[other]

    def together(
        self, keyed: tuple[Array, Array], near: Array, lent: Array
    ) -> tuple[Array, Array, Array]:
        """Slots met by key or through company, w0, and what they are lent."""
        slot, weight = keyed
        fresh = near[~within(near, slot)]
        self._take(fresh)
        rows = self.guests.rows(fresh, self.taken)
        none = np.zeros_like(rows)
        fine = allowed(self.guests, none, rows)
        fresh, rows = fresh[fine], rows[fine]
        slots = np.concatenate((slot, fresh))
        base = np.concatenate((weight, self.scorer.w0(none[fine], rows)))
        at = np.searchsorted(near, slots)
        at[at == len(near)] = 0
        return slots, base, np.where(near[at] == slots, lent[at], 0)

    def named(self, slots: Array) -> Array:
        """What the family names of both households add to the first guest and these."""
        _, mates = self.world.company.household(slots)
        self._take(np.concatenate((slots, mates)))
        rows = self.guests.rows(slots, self.taken)
        first = np.zeros_like(rows)
        rules = self.world.rules
        return borne(first, rows, self.scorer.comparison, self._household, rules)

    def _household(self, asked: Array) -> tuple[Array, Array]:
        """Who shares the household of the first guest, or of rows taken in."""
        count, company = self.guests.count, self.world.company
        if len(asked) and asked[0] >= count:
            at, mate = company.household(self.taken[asked - count])
            return at, self.guests.rows(mate, self.taken)
        own = np.arange(1, count if count <= company.limit else 1)
        return np.repeat(np.arange(len(asked)), len(own)), np.tile(own, len(asked))


def _best(
    world: World, slots: Array, w0: Array, weight: Array, limit: int
) -> list[Matched]:
    columns = (np.zeros(len(slots), np.int32), slots.astype(np.int32))
    flags = np.zeros(len(slots), np.uint8)
    entries = Entries(*columns, w0, weight.astype(np.int32), flags)
    chance, _ = probabilities(entries, world.features)
    edge = np.sort(weight)[-limit] if limit < len(weight) else np.int64(-(1 << 40))
    first = np.flatnonzero(weight >= edge)
    rows = zip(
        slots[first].tolist(),
        weight[first].tolist(),
        chance[first].tolist(),
        strict=True,
    )
    found = [Matched(world.id_of(slot), w, p) for slot, w, p in rows]
    return sorted(found, key=lambda m: (-m.weight, m.mention))[:limit]
