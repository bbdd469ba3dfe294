"""What a decision on each of many pairs would change, as columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stillhere.identity import Doubts, Likely
from stillhere.plan.doubt import Effect
from stillhere.plan.standings import (
    CLAIM,
    HEARD,
    NOBODY,
    PROBABLE,
    SILENT,
    WORD,
    Ints,
    Mask,
    Standings,
)


@dataclass(frozen=True, slots=True, eq=False)
class Appraised:
    """Pairs with what a decision would change, as parallel columns.

    Attributes:
        pairs: The pairs.
        held: They are held for one person now.
        rival: A list holds both people by rows of their own.
        listed: One of the people stands in the list without word.
        flips_a, flips_b: The person of that side would come on the list or leave it.
        concern: The larger of the two people's.
    """

    pairs: Likely
    held: Mask
    rival: Mask
    listed: Mask
    flips_a: Mask
    flips_b: Mask
    concern: Ints

    def take(self, index: slice | Ints) -> "Appraised":
        """The rows at these positions, in this order."""
        return Appraised(
            self.pairs.take(index),
            self.held[index],
            self.rival[index],
            self.listed[index],
            self.flips_a[index],
            self.flips_b[index],
            self.concern[index],
        )

    def joined(self, other: "Appraised") -> "Appraised":
        """These and others."""
        return Appraised(
            self.pairs.joined(other.pairs),
            np.concatenate((self.held, other.held)),
            np.concatenate((self.rival, other.rival)),
            np.concatenate((self.listed, other.listed)),
            np.concatenate((self.flips_a, other.flips_a)),
            np.concatenate((self.flips_b, other.flips_b)),
            np.concatenate((self.concern, other.concern)),
        )

    def effect(self, row: int) -> Effect:
        """What a decision on this pair would change."""
        if not (self.flips_a[row] or self.flips_b[row]):
            return Effect.PARTS if self.held[row] else Effect.JOINS
        if not self.held[row]:
            return Effect.ACCOUNTS if self.listed[row] else Effect.MOVES
        return Effect.CONFIRMS if self.listed[row] else Effect.EXPOSES


class Appraiser:
    """Looks at pairs in the light of a picture.

    Attributes:
        standings: Has to follow the picture before anything is asked.
        judged: Slots of the pairs anybody judged, as `Doubts.judged` gives them; has to
            be brought up to date likewise.
    """

    def __init__(self, doubts: Doubts, sure: int) -> None:
        self.standings = Standings(doubts)
        self.judged = doubts.judged()
        self._doubts = doubts
        self._sure = sure

    def appraise(self, likely: Likely) -> Appraised:
        """Those of these pairs that are in doubt and that nobody has judged."""
        return self.apart(likely).joined(self._held(likely))

    def apart(self, likely: Likely) -> Appraised:
        """Of pairs between two people: the likeliest between each two, if in doubt."""
        pairs, between = self._best(likely)
        sides = (self._doubts.heads(self.judged[:, side]) for side in (0, 1))
        settled = _packed(*sides)
        pairs = pairs.take(~np.isin(between, settled))
        one, two = self._doubts.heads(pairs.a), self._doubts.heads(pairs.b)
        (kind_a, concern_a), (kind_b, concern_b) = map(self.standings.of, (one, two))
        word_a, word_b = map(self.standings.words, (pairs.a, pairs.b))
        gains_a = _listed(kind_a) & ((kind_b == HEARD) | word_b)
        gains_b = _listed(kind_b) & ((kind_a == HEARD) | word_a)
        rival = self._doubts.clash(pairs)
        found = Appraised(
            pairs,
            held=np.zeros(len(pairs), np.bool_),
            rival=rival,
            listed=_listed(kind_a) | _listed(kind_b),
            flips_a=gains_a | (rival & self._only_word(pairs.a, kind_a)),
            flips_b=gains_b | (rival & self._only_word(pairs.b, kind_b)),
            concern=np.maximum(concern_a, concern_b),
        )
        return found.take(np.flatnonzero((kind_a != NOBODY) & (kind_b != NOBODY)))

    def _only_word(self, slots: Ints, kind: NDArray[np.int8]) -> Mask:
        """Whether each of these mentions is all the word there is of who is claimed."""
        heads, said = self._doubts.heads(slots), self.standings.said
        members = self._doubts.members(heads)
        self.standings.hear(members)
        of = self._doubts.heads(members)
        words = np.bincount(of[said[members] & WORD > 0], minlength=len(said))
        claims = np.bincount(of[said[members] & CLAIM > 0], minlength=len(said))
        word = said[slots] & WORD > 0
        only: Mask = word & (words[heads] == 1) & (claims[heads] > 0) & (kind == HEARD)
        return only

    def _best(self, likely: Likely) -> tuple[Likely, Ints]:
        """The likeliest pair between each two people, and the two packed."""
        one, two = self._doubts.heads(likely.a), self._doubts.heads(likely.b)
        pairs = likely.take(one != two)
        between = _packed(one[one != two], two[one != two])
        ids = self._doubts.order(pairs.a, pairs.b)
        order = np.lexsort((*ids, -pairs.weight, -pairs.chance, between))
        between = between[order]
        first = np.ones(len(order), np.bool_)
        first[1:] = between[1:] != between[:-1]
        return pairs.take(order[first]), between[first]

    def _held(self, likely: Likely) -> Appraised:
        """Of pairs that hold a person together: narrow ones, and those too weak."""
        heads = self._doubts.heads(likely.a)
        pairs = likely.take(heads == self._doubts.heads(likely.b))
        kind, _ = self.standings.of(self._doubts.heads(pairs.a))
        pairs = pairs.take((pairs.chance < self._sure) | (kind == PROBABLE))
        judged = _packed(self.judged[:, 0], self.judged[:, 1])
        known = np.isin(_packed(pairs.a, pairs.b), judged)
        pairs = pairs.take(~known)
        pairs = pairs.take(self._doubts.holding(pairs))
        kind, concern = self.standings.of(self._doubts.heads(pairs.a))
        flips = np.where(
            kind == HEARD,
            self._parts_claim_from_word(pairs),
            (kind == PROBABLE) & self._ties_claim_to_word(pairs),
        )
        found = Appraised(
            pairs,
            held=np.ones(len(pairs), np.bool_),
            rival=np.zeros(len(pairs), np.bool_),
            listed=_listed(kind),
            flips_a=flips,
            flips_b=np.zeros(len(pairs), np.bool_),
            concern=concern,
        )
        asked = (pairs.chance < self._sure) | flips
        return found.take(np.flatnonzero(asked & (kind != NOBODY)))

    def _parts_claim_from_word(self, pairs: Likely) -> Mask:
        """Whether all word of somebody hangs on the pair: without it there is none."""
        self.standings.hear(self._doubts.members(self._doubts.heads(pairs.a)))
        one, two = self._doubts.halves(pairs, self.standings.said)
        return _cut_off(one, two) | _cut_off(two, one)

    def _ties_claim_to_word(self, pairs: Likely) -> Mask:
        """Whether the pair itself is word of somebody to account for."""
        one, two = self.standings.said[pairs.a], self.standings.said[pairs.b]
        ties: Mask = ((one & CLAIM) * (two & WORD) | (one & WORD) * (two & CLAIM)) > 0
        return ties


def _cut_off(one: NDArray[np.uint8], two: NDArray[np.uint8]) -> Mask:
    claimed = one & CLAIM > 0
    cut_off: Mask = claimed & (one & WORD == 0) & (two & WORD > 0)
    return cut_off


def _listed(kind: NDArray[np.int8]) -> Mask:
    listed: Mask = (kind == SILENT) | (kind == PROBABLE)
    return listed


def _packed(one: Ints, two: Ints) -> Ints:
    return (np.minimum(one, two) << 32) | np.maximum(one, two)
