"""The most that two names may weigh, by tables of the few names a list is made of.

Where a million rows bear some hundred given names, all of these are compared with one
another beforehand. Two given names that differ then part a pair whose family names need
not be looked at, unless one may be the other's family name.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.comparing.levels import DIFFER_WOMAN, PARTS
from stillhere.identity.comparing.similarity import (
    CLOSE,
    DIFFER,
    EXACT,
    ROOT,
    SLIP,
    Similarity,
)
from stillhere.identity.comparing.weigh import tables
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, distinct
from stillhere.identity.rules import IdentityRules
from stillhere.identity.vocabulary import Vocabulary

WORTH = 2
"""Names are compared beforehand up to so many times as there are mentions."""

_ANYTHING = 1 << 24
"""Millibits allowed to a mention that bears further names."""


@dataclass(frozen=True, slots=True)
class Named:
    """Names of n mentions, as columns.

    Attributes:
        given, family: Places of the tokens in the tables.
        rest: Millibits a pair of it may weigh, names, birth, settlement and base left
            out.
    """

    given: Array
    family: Array
    rest: Array

    def take(self, rows: Array) -> "Named":
        """Those of some of the mentions."""
        return Named(self.given[rows], self.family[rows], self.rest[rows])


def name_bounds(
    features: Features, rules: IdentityRules, rest: Array
) -> "NameBounds | None":
    """Tables for an index; None where comparing all names costs more than it saves.

    Args:
        features: Of the index.
        rules: Its rules.
        rest: By slot, as `Named.rest`.
    """
    tokens = features.tokens.view
    given, family = (distinct(tokens[:, column]) for column in (f.GIVEN, f.FAMILY))
    pairs = len(given) * (len(given) + len(family))
    if not pairs or pairs > WORTH * len(tokens):
        return None
    odd = (tokens[:, f.MAIDEN] != 0) | (tokens[:, f.OTHER] != 0)
    named = Named(
        np.searchsorted(given, tokens[:, f.GIVEN]).astype(np.int32),
        np.searchsorted(family, tokens[:, f.FAMILY]).astype(np.int32),
        np.where(odd, np.int32(_ANYTHING), rest),
    )
    return NameBounds(features.vocabulary, rules, (given, family), named)


class NameBounds:
    """What the names of an index weigh against one another.

    Attributes:
        named: Names of all slots.
    """

    def __init__(
        self,
        words: Vocabulary,
        rules: IdentityRules,
        tokens: tuple[Array, Array],
        named: Named,
    ) -> None:
        """Compare all given names (first of `tokens`) with one another and family names."""
        given, family = tokens
        self.named = named
        weights = dict(zip(PARTS, tables(rules), strict=True))
        self._likeness = likeness = Similarity(words)
        level = _levels(likeness, given, given, family=False)
        rare = words.given.view[given]
        met = np.where(level >= CLOSE, np.minimum(rare[:, None], rare), np.int32(0))
        self._given: Array = weights["given"][level] + met
        self._crossed: Array = _levels(likeness, given, family, family=True) >= CLOSE
        self._tokens: Array = family
        self._stem: Array = words.stem.view[family]
        self._rare: Array = words.family.view[family]
        self._level: Array = weights["family"][: EXACT + 1].copy()
        self._level[DIFFER] = max(weights["family"][[DIFFER, DIFFER_WOMAN]])
        apart = np.delete(weights["family"], np.s_[CLOSE : EXACT + 1])
        self._kin = weights["family"][ROOT : EXACT + 1].max()
        self._alike = weights["family"][CLOSE : SLIP + 1].max()
        self._apart = max(apart.max(), np.int32(0))

    def most(
        self, named: Named, one: Array, two: Array, *, spelt: bool = False
    ) -> Array:
        """The most that pairs of some mentions may weigh but for birth and settlement.

        Args:
            named: Of the mentions.
            one: Rows of it.
            two: As many.
            spelt: Compare family names letter by letter, instead of stems alone.
        """
        g1, g2 = named.given[one], named.given[two]
        f1, f2 = named.family[one], named.family[two]
        total = self._spelt(f1, f2) if spelt else self._stems(f1, f2)
        total += self._given[g1, g2]
        total[self._crossed[g1, f2] | self._crossed[g2, f1]] = _ANYTHING
        most: Array = total + np.minimum(named.rest[one], named.rest[two])
        return most

    def _stems(self, one: Array, two: Array) -> Array:
        """The most that family names may weigh, by their stems."""
        rare = np.minimum(self._rare[one], self._rare[two])
        kin = self._stem[one] == self._stem[two]
        total: Array = np.where(kin, rare + self._kin, rare + self._alike)
        np.maximum(total, self._apart, out=total)
        return total

    def _spelt(self, one: Array, two: Array) -> Array:
        """The same by how they are spelt."""
        tokens = self._tokens[one], self._tokens[two]
        level = self._likeness.levels(*tokens, family=True)
        rare = np.minimum(self._rare[one], self._rare[two])
        total: Array = self._level[level] + np.where(level >= CLOSE, rare, np.int32(0))
        return total


def _levels(likeness: Similarity, one: Array, two: Array, *, family: bool) -> Array:
    """Levels of all tokens of one side with all of the other, (one, two)."""
    rows = [
        likeness.levels(np.full(len(two), a, two.dtype), two, family=family)
        for a in one
    ]
    return np.stack(rows)
