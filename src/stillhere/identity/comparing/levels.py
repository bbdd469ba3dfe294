"""At which level two mentions agree or differ, part by part; no weights here.

A level is a small number: 0 where either side states nothing, else one more than its
place in `PARTS`. Names are compared straight, or crossed where given and family name have
changed places; a second given or family name may stand for the first.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.comparing import births, places, similarity
from stillhere.identity.comparing.numbers import HOUSEHOLD, SAME, agreement, documents
from stillhere.identity.comparing.similarity import (
    CLOSE,
    DIFFER,
    MISSING,
    NEAR,
    ROOT,
)
from stillhere.identity.features import Features
from stillhere.identity.growing import Array

_NAMES: Final = (
    "differ",
    "initial",
    "close",
    "short",
    "near",
    "slip",
    "root",
    "exact",
)

PARTS: Final[dict[str, tuple[str, ...]]] = {
    "given": _NAMES,
    "family": (*_NAMES, "maiden", "differ_woman"),
    "name": ("swapped", "both_differ", "half"),
    "father": _NAMES,
    "birth": births.LEVELS,
    "sex": ("same", "differ"),
    "settlement": places.SETTLEMENTS,
    "address": places.ADDRESSES,
    "document": ("same", "differ", "household", "near"),
    "phone": ("same", "differ", "household"),
}
"""Parts of a comparison and their levels; the sections of the rules are named alike."""

MAIDEN, DIFFER_WOMAN = len(_NAMES) + 1, len(_NAMES) + 2
SWAPPED, BOTH_DIFFER, HALF = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Levels:
    """What was found of n pairs.

    Attributes:
        codes: (len(PARTS), n) int8.
        rare: (4, n) int32: rarity of the given, family and father's name and, where
            they are counted, of the settlement that met, millibits; 0 where none did.
    """

    codes: Array
    rare: Array


class Comparison:
    """Compares pairs of slots of one index."""

    def __init__(self, features: Features) -> None:
        self.features = features
        self.similarity = similarity.Similarity(features.vocabulary)

    def levels(self, a: Array, b: Array) -> Levels:
        """Levels of each pair; the same from either side.

        Args:
            a: Slots, n of them.
            b: As many.
        """
        one, two = self.features.small.view[a], self.features.small.view[b]
        here, there = self.features.wide.view[a], self.features.wide.view[b]
        first, second = self.features.tokens.view[a], self.features.tokens.view[b]
        given, family, name, rare = self._names(first, second)
        woman = (one[:, f.SEX] == 1) | (two[:, f.SEX] == 1)
        family[(family == DIFFER) & woman] = DIFFER_WOMAN
        fathers = first[:, f.PATRONYMIC], second[:, f.PATRONYMIC]
        father = self.similarity.levels(*fathers, family=False)
        rarity = self.features.vocabulary.given.view
        if self.features.counted is None:
            settlement = places.settlements(one, two, here, there)
        else:
            settlement, rare[3] = places.counted_settlements(
                here, there, self.features.counted
            )
        # Members of one household share home and phone; their given names are two.
        apart = (given == DIFFER) & (name != SWAPPED)
        address = places.addresses(here, there)
        places.of_two(address, apart)
        phone = agreement(here, there, (f.PHONE_A, f.PHONE_B))
        phone[apart & (phone == SAME)] = HOUSEHOLD
        codes = (
            given,
            family,
            name,
            father,
            births.compared(one, two),
            _sexes(one, two),
            settlement,
            address,
            documents(here, there, apart),
            phone,
        )
        rare[2] = np.where(
            father >= CLOSE, np.minimum(rarity[fathers[0]], rarity[fathers[1]]), 0
        )
        return Levels(np.stack(codes).astype(np.int8), rare)

    def _names(self, one: Array, two: Array) -> tuple[Array, Array, Array, Array]:
        """Levels of given and family name, how they stand, and what met."""
        words = self.features.vocabulary
        g1, g2 = one[:, f.GIVEN], two[:, f.GIVEN]
        f1, f2 = one[:, f.FAMILY], two[:, f.FAMILY]
        given = self._best(g1, g2, one[:, f.OTHER], two[:, f.OTHER])
        family = self.similarity.levels(f1, f2, family=True)
        rare = np.zeros((4, len(one)), np.int32)
        rare[0] = np.minimum(words.given.view[g1], words.given.view[g2])
        rare[1] = np.minimum(words.family.view[f1], words.family.view[f2])
        self._maiden(one, two, family, rare)
        name = np.zeros(len(one), np.int8)
        self._cross(one, two, given, family, name, rare)
        name[(given == DIFFER) & (family == DIFFER) & (name == 0)] = BOTH_DIFFER
        rare[0][given < CLOSE] = 0
        rare[1][family < CLOSE] = 0
        return given, family, name, rare

    def _best(self, g1: Array, g2: Array, other1: Array, other2: Array) -> Array:
        """The better of the given names and of either with the other's second name."""
        level = self.similarity.levels(g1, g2, family=False)
        for one, two in ((g1, other2), (g2, other1)):
            some = np.flatnonzero((two != 0) & (level < NEAR))
            if len(some):
                more = self.similarity.levels(one[some], two[some], family=False)
                level[some] = np.maximum(level[some], more)
        return level

    def _maiden(self, one: Array, two: Array, family: Array, rare: Array) -> None:
        """Where a maiden name on one side is the family name of the other."""
        words = self.features.vocabulary.family.view
        other = family < NEAR
        for x, y in ((f.MAIDEN, f.FAMILY), (f.FAMILY, f.MAIDEN)):
            a, b = one[:, x], two[:, y]
            some = np.flatnonzero((a != 0) & (b != 0) & other)
            if not len(some):
                continue
            level = self.similarity.levels(a[some], b[some], family=True)
            met = some[level >= NEAR]
            borne = np.minimum(words[a[met]], words[b[met]])
            # Met from both sides, the rarer of the two names counts, whoever is first.
            both = family[met] == MAIDEN
            rare[1][met] = np.where(both, np.maximum(rare[1][met], borne), borne)
            family[met] = MAIDEN

    def _cross(self, one: Array, two: Array, *found: Array) -> None:
        """Where a given name is rather the family name of the other, or both are."""
        given, family, name, rare = found
        some = np.flatnonzero(
            (given <= CLOSE)
            & (family <= CLOSE)
            & (one[:, f.GIVEN] != 0)
            & (two[:, f.FAMILY] != 0)
            & (two[:, f.GIVEN] != 0)
            & (one[:, f.FAMILY] != 0)
        )
        if not len(some):
            return
        a, b = one[some], two[some]
        there = self.similarity.levels(a[:, f.GIVEN], b[:, f.FAMILY], family=True)
        back = self.similarity.levels(b[:, f.GIVEN], a[:, f.FAMILY], family=True)
        words = self.features.vocabulary
        crossed = [
            np.minimum(
                words.given.view[x[:, f.GIVEN]], words.family.view[y[:, f.FAMILY]]
            )
            for x, y in ((a, b), (b, a))
        ]
        both = (np.minimum(there, back) >= CLOSE) & (np.maximum(there, back) >= NEAR)
        met = some[both]
        name[met] = SWAPPED
        # Which of the two is the given name is not known: they are put in order.
        given[met] = np.minimum(there[both], back[both])
        family[met] = np.maximum(there[both], back[both])
        rare[0][met] = np.minimum(*crossed)[both]
        rare[1][met] = np.maximum(*crossed)[both]
        # Or one name stands in the other's place, and a third name in its own.
        apart = (given[some] == DIFFER) & (family[some] == DIFFER) & ~both
        for level, rarity in zip((there, back), crossed, strict=True):
            half = apart & (level >= NEAR) & (level != ROOT)
            name[some[half]] = HALF
            family[some[half]] = level[half]
            rare[1][some[half]] = rarity[half]


def _sexes(one: Array, two: Array) -> Array:
    a, b = one[:, f.SEX], two[:, f.SEX]
    level = np.where(a == b, 1, 2)
    level[(a == 0) | (b == 0)] = MISSING
    return level
