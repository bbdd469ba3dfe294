"""How near two folded tokens are: one small level per pair of tokens, cached.

Distinct pairs of tokens are few beside pairs of mentions, so each is compared once, by
rapidfuzz Jaro-Winkler (the same last bit in every version since 3.0) cut to thousandths.
"""

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from stillhere.identity.growing import Array
from stillhere.identity.vocabulary import Vocabulary

MISSING, DIFFER, INITIAL, CLOSE, SHORT, NEAR, SLIP, ROOT, EXACT = range(9)
"""Levels. `SHORT`: one may be a pet form made of the beginning of the other; `SLIP`: one
slip of the hand apart; `ROOT`: one root of a given name, or one stem of a family name."""

NEAR_FROM, SOUND_FROM, CLOSE_FROM = 905, 780, 830
"""Thousandths of Jaro-Winkler; `SOUND_FROM` where the skeletons agree as well."""

SLIP_FROM = 4
"""Letters the shorter token must have for one slip to be told from another name."""

HELD = 1 << 19
"""Pairs of tokens remembered at once, each in the one place its number falls on."""

MANY = 4_096
"""Pairs asked for at once from which on any are remembered."""

_ODD = np.int64(0x1E3779B97F4A7C15)
_TOKEN, _LEVEL = 28, 3
"""Bits of a token number and of a level; a pair and its level are one number."""


class Similarity:
    """Levels of pairs of token numbers."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._held: Array = np.empty(0, np.int64)

    def levels(self, a: Array, b: Array, *, family: bool) -> Array:
        """Level of each pair.

        Args:
            a: Token numbers.
            b: As many; their order does not matter.
            family: Compare stems of family names; else roots of given names.

        Returns:
            int8 levels; `MISSING` where either token is empty.
        """
        words = self.vocabulary
        kin = (words.stem if family else words.root).view
        level = np.full(len(a), DIFFER, np.int8)
        exact = a == b
        rest = ~exact & (a != 0) & (b != 0)
        level[exact] = EXACT
        # One letter twice is no name twice: it says as little as the letter of a name.
        level[exact & words.initial.view[a]] = INITIAL
        related = rest & (kin[a] == kin[b])
        level[related] = ROOT
        rest &= ~related
        short = rest & (words.initial.view[a] | words.initial.view[b])
        level[short & (words.stands.view[a] & words.stands.view[b] != 0)] = INITIAL
        rest &= ~short
        index = np.flatnonzero(rest)
        level[index] = self._spelt(a[index], b[index])
        level[(a == 0) | (b == 0)] = MISSING
        return level

    def _spelt(self, a: Array, b: Array) -> Array:
        """Levels by spelling; compared again where they are not remembered."""
        low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b)
        packed = (low << _TOKEN) | high
        if len(a) < MANY and not len(self._held):
            pairs, back = np.unique(packed, return_inverse=True)
            spread: Array = self._compared(pairs)[back]
            return spread
        if not len(self._held):
            self._held = np.full(HELD, -1, np.int64)
        held = self._held[_place(packed)]
        level = (held & ((1 << _LEVEL) - 1)).astype(np.int8)
        missed = np.flatnonzero(held >> _LEVEL != packed)
        if len(missed):
            pairs, back = np.unique(packed[missed], return_inverse=True)
            found = self._compared(pairs)
            level[missed] = found[back]
            self._held[_place(pairs)] = (pairs << _LEVEL) | found
        return level

    def _compared(self, pairs: Array) -> Array:
        """Levels of packed pairs of tokens."""
        if not len(pairs):
            return np.empty(0, np.int8)
        one, two = pairs >> _TOKEN, pairs & ((1 << _TOKEN) - 1)
        words = self.vocabulary
        text = words.texts.view
        likeness = cpdist(
            text[one], text[two], scorer=JaroWinkler.similarity, dtype=np.float64
        )
        thousandths = np.floor(likeness * 1000 + 0.5).astype(np.int32)
        sound = words.sound.view[one] == words.sound.view[two]
        level = np.full(len(one), DIFFER, np.int8)
        level[thousandths >= CLOSE_FROM] = CLOSE
        level[_begins(words, one, two) | _begins(words, two, one)] = SHORT
        level[(thousandths >= NEAR_FROM) | (sound & (thousandths >= SOUND_FROM))] = NEAR
        likely = np.flatnonzero(thousandths >= SOUND_FROM)
        level[likely[_slipped(text[one[likely]], text[two[likely]])]] = SLIP
        return level


def _begins(words: Vocabulary, short: Array, whole: Array) -> Array:
    """Mask of tokens that may be pet forms of the beginning of others."""
    begun = words.short.view[short]
    found: Array = (begun != 0) & (begun == words.begun.view[whole])
    return found


def _slipped(one: Array, two: Array) -> Array:
    """Mask of texts that one letter added, lost, changed or moved parts."""
    if not len(one):
        return np.empty(0, np.bool_)
    apart = cpdist(one, two, scorer=OSA.distance, score_cutoff=1, dtype=np.int32)
    least = np.minimum([len(t) for t in one], [len(t) for t in two])
    slip: Array = (apart <= 1) & (least >= SLIP_FROM)
    return slip


def _place(packed: Array) -> Array:
    place: Array = ((packed * _ODD) >> 40) & (HELD - 1)
    return place
