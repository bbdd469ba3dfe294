"""Whom an update touched, so that the rest of a queue need not be looked at again.

What is said of a doubt depends on its two people alone: on the reports held to be about
them, on what is known of them, on the weights between them and on decisions about them.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity import Doubts, Likely
from stillhere.ledger import Entry, MentionId, PersistentMap, Picture
from stillhere.plan.standings import Ints, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """People who changed between two pictures, as masks over slots.

    Attributes:
        before, after: Slots of mentions of somebody who changed, as clusters stood in
            the one and in the other picture.
    """

    before: Mask
    after: Mask

    def touches(self, pairs: Likely) -> Mask:
        """Which pairs have a mention of somebody who changed."""
        either: Mask = self.before | self.after
        touched: Mask = either[pairs.a] | either[pairs.b]
        return touched


class Followed:
    """One picture after the other of one index."""

    def __init__(self, doubts: Doubts) -> None:
        self._doubts = doubts
        self._entries: PersistentMap[Entry] | None = None
        self._heads = np.empty(0, np.int64)
        self._judged = np.empty((0, 2), np.int64)
        self._likely: Likely | None = None

    def step(self, picture: Picture, likely: Likely, judged: Ints) -> Moved:
        """Who changed since the picture before; of no use in the first one.

        Args:
            picture: The newest.
            likely: All pairs that may be in doubt in it.
            judged: Slots of the pairs anybody judged, (n, 2).
        """
        size = self._doubts.size
        heads = self._doubts.heads(np.arange(size))
        old = np.arange(size)
        old[: len(self._heads)] = self._heads
        slots = (
            self._reweighed(likely),
            self._restated(picture),
            self._decided(judged),
        )
        changed = np.concatenate(slots)
        moved = Moved(_of_people(old, changed), _of_people(heads, changed))
        self._entries, self._heads, self._judged = picture.entries, heads, judged
        self._likely = likely
        return moved

    def _reweighed(self, likely: Likely) -> Ints:
        """Slots of the pairs that came, went or weigh otherwise."""
        before = self._likely
        if before is None or before is likely:
            return np.empty(0, np.int64)
        changed = [_others(likely, before), _others(before, likely)]
        return np.concatenate([side for some in changed for side in (some.a, some.b)])

    def _restated(self, picture: Picture) -> Ints:
        """Slots of everybody whose entry is another now."""
        before = self._entries
        if before is None:
            return np.empty(0, np.int64)
        mentions: set[MentionId] = set()
        for key in picture.entries.differing(before):
            for entry in (before.get(key), picture.entries.get(key)):
                if entry is not None:
                    mentions.update(entry.members)
        return self._doubts.slots(mentions)

    def _decided(self, judged: Ints) -> Ints:
        """Slots of the pairs that are judged now and were not, or the other way."""
        now, then = (_packed(pairs) for pairs in (judged, self._judged))
        other = np.setxor1d(now, then)
        return np.concatenate((other >> 32, other & 0xFFFFFFFF))


def _others(some: Likely, known: Likely) -> Likely:
    """Those of some pairs that are not among the known ones with the same weight."""
    if not len(known):
        return some
    wanted, there = ((p.a << 32) | p.b for p in (some, known))
    order = np.argsort(there, kind="stable")
    at = np.searchsorted(there, wanted, sorter=order)
    at[at == len(there)] = 0
    at = order[at]
    same = (there[at] == wanted) & (known.weight[at] == some.weight)
    return some.take(np.flatnonzero(~(same & (known.chance[at] == some.chance))))


def _packed(pairs: Ints) -> Ints:
    packed: Ints = (pairs[:, 0] << 32) | pairs[:, 1]
    return np.unique(packed)


def _of_people(heads: Ints, slots: Ints) -> Mask:
    """Mask of all slots that share their head with one of these."""
    marked = np.zeros(len(heads), np.bool_)
    marked[heads[slots]] = True
    of: Mask = marked[heads]
    return of
