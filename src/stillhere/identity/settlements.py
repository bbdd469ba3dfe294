"""How rare the settlements of a register are, where they are counted and not ruled."""

import numpy as np

from stillhere.identity.growing import Array


class SettlementShares:
    """How rare the settlements of a register are, counted in it.

    Attributes:
        names: Hashes of settlements, sorted.
        rarity: Millibits of each.
    """

    def __init__(self, hashes: Array, cap: int) -> None:
        """Count the hashes of a register; 0 for who states none."""
        stated = hashes[hashes != 0]
        self.names, count = np.unique(stated, return_counts=True)
        share = count / max(len(stated), 1)
        bits = np.floor(-1000 * np.log2(share) + 0.5).astype(np.int32)
        self.rarity: Array = np.minimum(bits, np.int32(cap))

    def of(self, hashes: Array) -> Array:
        """Rarity of settlements; -1 for those the register does not have."""
        if not len(self.names):
            return np.full(len(hashes), -1, np.int32)
        at = np.searchsorted(self.names, hashes)
        at[at == len(self.names)] = 0
        known = self.names[at] == hashes
        rarity: Array = np.where(known, self.rarity[at], np.int32(-1))
        return rarity
