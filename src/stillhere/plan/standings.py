"""What bears on a doubt: how people stand and what mentions say, as columns by slot.

Read from the picture when first asked for, and again where an entry has changed.
"""

from weakref import ref

import numpy as np
from numpy.typing import NDArray

from stillhere.identity import Doubts
from stillhere.ledger import Entry, Evidence, MentionId, PersistentMap, Picture
from stillhere.ledger.rules import CLAIMS, EVENT_STATUS

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

NOBODY, SILENT, PROBABLE, HEARD = range(4)
"""How a referent stands: no entry, listed without word, listed though a machine has word,
not listed."""

CLAIM, WORD, READ = 1, 2, 4
"""What a mention says: someone to account for; where they are. `READ` once looked at."""

_UNREAD = -1


class Standings:
    """Columns of one index; one picture after the other."""

    def __init__(self, doubts: Doubts) -> None:
        self._doubts = doubts
        self._entries: PersistentMap[Entry] | None = None
        self._evidence: ref[Evidence]
        self._kind = np.empty(0, np.int8)
        self._concern = np.empty(0, np.int64)
        self.said = np.empty(0, np.uint8)

    def follow(self, picture: Picture) -> None:
        """Look at this picture from now on."""
        before, self._entries = self._entries, picture.entries
        self._evidence = ref(picture.evidence)
        more = max(0, self._doubts.size - len(self._kind))
        self._kind = np.append(self._kind, np.full(more, _UNREAD, np.int8))
        self._concern = np.append(self._concern, np.zeros(more, np.int64))
        self.said = np.append(self.said, np.zeros(more, np.uint8))
        if before is not None and before is not picture.entries:
            changed = picture.entries.differing(before)
            slots = self._doubts.slots(MentionId(key) for key in changed)
            self._kind[slots] = _UNREAD

    def of(self, heads: Ints) -> tuple[NDArray[np.int8], Ints]:
        """How the referents at these heads stand, and their concern."""
        unread = np.unique(heads[self._kind[heads] == _UNREAD])
        for slot in unread.tolist():
            self._kind[slot], self._concern[slot] = self._standing(slot)
        return self._kind[heads], self._concern[heads]

    def _standing(self, slot: int) -> tuple[int, int]:
        assert self._entries is not None  # noqa: S101 (`follow` comes first)
        entry = self._entries.get(self._doubts.mention(slot))
        if entry is None:
            return NOBODY, 0
        if not entry.listed:
            return HEARD, 0
        return (SILENT if entry.probable is None else PROBABLE), entry.concern

    def words(self, slots: Ints) -> Mask:
        """Which of these mentions say where a person is."""
        self.hear(slots)
        return self.said[slots] & WORD > 0

    def hear(self, slots: Ints) -> None:
        """Read what these mentions say into `said`; a slot never says another thing."""
        evidence = self._evidence()
        assert evidence is not None  # noqa: S101 (the picture asked about holds it)
        for slot in np.unique(slots[self.said[slots] == 0]).tolist():
            mention = evidence.mention(self._doubts.mention(slot))
            event = None if mention is None else mention.event
            claim, word = event in CLAIMS, event in EVENT_STATUS
            self.said[slot] = READ + CLAIM * claim + WORD * word
