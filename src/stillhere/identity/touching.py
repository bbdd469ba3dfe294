"""The pairs that touch a few mentions, from both sides: all that an update weighs again."""

from dataclasses import dataclass

import numpy as np

from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World


@dataclass(frozen=True, slots=True)
class Touching:
    """Pairs of some mentions.

    Attributes:
        own: The complete lists of these mentions, sorted by packed pair.
        back: The same pairs in the lists of everybody else, likewise.
    """

    own: Entries
    back: Entries

    @classmethod
    def of(cls, world: World, slots: Array) -> "Touching":
        """The pairs of these slots as they stand in the pool; `slots` sorted."""
        own = world.pairs.of(slots)
        outside = ~within(own.other, slots)
        owner = own.other[outside].astype(np.int64)
        where = world.pairs.find(owner, own.owner[outside])
        return cls(ordered(own), ordered(world.pairs.at(where, owner)))

    def both(self) -> Entries:
        """Both sides, sorted by packed pair."""
        return ordered(Entries.join(self.own, self.back))


def ordered(entries: Entries) -> Entries:
    """Entries by packed pair."""
    return entries.take(np.argsort(entries.packed(), kind="stable"))


def changed(before: Entries, after: Entries) -> Array:
    """Packed pairs that came, went or weigh otherwise.

    Both sorted by packed pair; so is what comes back, each once.
    """
    known, now = before.packed(), after.packed()
    lost = ~within(known, now)
    if not len(known):
        return now
    at = np.searchsorted(known, now)
    at[at == len(known)] = 0
    kept = (known[at] == now) & (before.w1[at] == after.w1)
    return distinct(np.concatenate((known[lost], now[~kept])))
