"""w0 of pairs: the frozen weights of the levels, and the rarity of the names that met.

`weigh` gives every feature by name, so that each link can be explained; their sum less
the base is the weight. Nothing here loops over pairs.
"""

from typing import Final

import numpy as np

from stillhere.identity.comparing.levels import PARTS, Comparison, Levels
from stillhere.identity.features import Features
from stillhere.identity.growing import Array
from stillhere.identity.rules import IdentityRules

WEIGHING_VERSION: Final = 2
"""Raised with every change of who is compared with whom, or at which level, under the same
rules; hashed with them. The golden table of the tests shows such changes."""

FEATURES: Final = (
    "name",
    "patronymic",
    "birth",
    "sex",
    "settlement",
    "address",
    "numbers",
)
"""Names of the rows of `weigh`, in order."""

_FEATURE_OF: Final = (0, 0, 0, 1, 2, 3, 4, 5, 6, 6)
"""The feature each part belongs to, in the order of `PARTS`."""

_RARE: Final = (0, 0, 1, 4)
"""The feature of each row of `Levels.rare`."""


class Scorer:
    """Weighs pairs of slots with frozen rules."""

    def __init__(self, features: Features, rules: IdentityRules) -> None:
        self.comparison = Comparison(features)
        self.rules = rules
        self.tables = tables(rules)

    def w0(self, a: Array, b: Array) -> Array:
        """Weight of each pair in millibits, without company and judgement."""
        found = self.comparison.levels(a, b)
        total = found.rare.sum(axis=0, dtype=np.int32)
        for table, codes in zip(self.tables, found.codes, strict=True):
            total += table[codes]
        weight: Array = total - np.int32(self.rules.base)
        return weight

    def weigh(self, a: Array, b: Array) -> Array:
        """Millibits of each feature for each pair.

        Args:
            a: Slots, n of them.
            b: As many; the weight is the same from either side.

        Returns:
            (len(FEATURES), n) int32; 0 where either side states nothing.
        """
        return self.weighed(self.comparison.levels(a, b))

    def weighed(self, found: Levels) -> Array:
        """Millibits of each feature of pairs whose levels are known."""
        bits = np.zeros((len(FEATURES), found.codes.shape[1]), np.int32)
        for feature, table, codes in zip(
            _FEATURE_OF, self.tables, found.codes, strict=True
        ):
            bits[feature] += table[codes]
        for feature, rare in zip(_RARE, found.rare, strict=True):
            bits[feature] += rare
        return bits


def tables(rules: IdentityRules) -> tuple[Array, ...]:
    """Millibits by level, one int32 table for each part; 0 for level 0."""
    return tuple(
        np.array((0, *(rules[part][level] for level in levels)), np.int32)
        for part, levels in PARTS.items()
    )
