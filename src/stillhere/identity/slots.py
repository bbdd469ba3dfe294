"""Mention to slot without a Python object for each: a sorted column and an overlay."""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.clusters import MentionId
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, stable_order
from stillhere.reports import ReportId


class Slots:
    """Where each mention stands. Four bytes a mention, and an overlay of late comers."""

    def __init__(self, features: Features) -> None:
        self.features = features
        self.order: Array = np.empty(0, np.int32)
        self.high: Array = np.empty(0, np.uint64)
        self.late: dict[MentionId, int] = {}
        self.gone: set[int] = set()

    def settle(self, slots: Array) -> None:
        """Hold exactly these slots, whose features are written."""
        high = self.features.wide.view[slots, f.ID_HIGH]
        order = stable_order(high)
        self.order = slots[order].astype(np.int32)
        self.high = high[order]
        self.late, self.gone = {}, set()

    def add(self, mention: MentionId, slot: int) -> None:
        """Enter one mention."""
        self.late[mention] = slot

    def get(self, mention: MentionId) -> int | None:
        """The slot of a mention, or None."""
        late = self.late.get(mention)
        if late is not None:
            return late
        high, low = np.uint64(int(mention[:16], 16)), int(mention[16:], 16)
        place = int(np.searchsorted(self.high, high))
        while place < len(self.high) and self.high[place] == high:
            slot = int(self.order[place])
            if int(self.features.wide.view[slot, f.ID_LOW]) == low:
                return None if slot in self.gone else slot
            place += 1
        return None

    def __getitem__(self, mention: MentionId) -> int:
        slot = self.get(mention)
        if slot is None:
            raise KeyError(mention)
        return slot

    def __contains__(self, mention: object) -> bool:
        return isinstance(mention, str) and self.get(ReportId(mention)) is not None

    def __len__(self) -> int:
        return len(self.order) - len(self.gone) + len(self.late)

    def pop(self, mention: MentionId) -> int:
        """Take a mention out; KeyError for one that is not here."""
        slot = self[mention]
        if self.late.pop(mention, None) is None:
            self.gone.add(slot)
        return slot

    @property
    def nbytes(self) -> int:
        """Bytes held; the overlay estimated at 200 a mention."""
        return int(self.order.nbytes + self.high.nbytes) + 200 * len(self.late)
