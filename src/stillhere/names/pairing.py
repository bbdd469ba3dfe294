"""Which token of one name meets which of the other, and how well.

All figures are integers: worth in hundredths of a bit, likeness in thousandths of what
the two tokens would be worth as usual spellings of one name. The same for both orders of the names.
"""

from enum import StrEnum
from itertools import permutations
from typing import Final, NamedTuple

from stillhere.names.likeness import Reading, alignment, far_apart, holds, joined
from stillhere.names.signs import Writing
from stillhere.names.tokens import Token, Written


class Meeting(StrEnum):
    """How two tokens of two names met, or why one stands alone."""

    SAME = "same"
    """Nothing between them that spelling does not explain."""

    SPELLING = "spelling"
    """Alike, with letters between them that seldom stand for one another."""

    KNOWN = "known_spelling"
    """Two spellings of one name in our tables."""

    SHORT = "short_form"
    """A short form, or the form of another language, by our tables."""

    INITIAL = "initial"
    """One letter, with which the other begins."""

    UNLIKE = "unlike"
    """Side by side for want of a better partner."""

    FATHER = "father_left_out"
    """A father's name that only one side tells."""

    PARTICLE = "particle_left_out"
    """A particle that only one side writes."""

    ALONE = "nothing_beside_it"
    """A part of the name that only one side tells."""


class Met(NamedTuple):
    """Two tokens side by side.

    Attributes:
        worth: In hundredths of a bit.
        most: What usual spellings of one name would be worth.
        likeness: Thousandths; -1000 where nothing is alike.
        how: How they met.
    """

    worth: int
    most: int
    likeness: int
    how: Meeting


class Pair(NamedTuple):
    """Two tokens side by side, each by its places in its name (two where joined)."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    met: Met


SAME_FROM: Final = 850
LIKE_FROM: Final = 450
_APART: Final = -600
"""Words not aligned at all are less alike than this, down to -1000."""

_KNOWN: Final = 930
_SHORT: Final = 700
_JOINED_FROM: Final = 500
_WELL_PLACED: Final = 800
_INITIAL_WORTH: Final = 200
_INITIAL_MOST: Final = 300
_OTHER_INITIAL: Final = 500
_LEAST_MOST: Final = 100
_REMEMBERED: Final = 1 << 17

_NUMBERS: Final = 40
"""Bits of a token's number."""

_met: dict[int, Met] = {}


def met(one: Token, two: Token) -> Met:
    """Compare two tokens in all their readings; remembered, up to 130,000 pairs."""
    key = one.number << _NUMBERS | two.number
    if (known := _met.get(key)) is not None:
        return known
    if len(_met) >= _REMEMBERED:
        _met.clear()
    # In one order, so that what is found cannot depend on which came first.
    found = _compared(one, two) if one.signs < two.signs else _compared(two, one)
    _met[key] = found
    return found


def _compared(one: Token, two: Token) -> Met:
    if one.initial or two.initial:
        return _initials(one, two)
    first, second = one.writing, two.writing
    best, most = -1000, _LEAST_MOST
    for a in one.readings:
        for b in two.readings:
            share, full = _share(a, b, first, second)
            if share > best or most == _LEAST_MOST:
                best, most = share, full
    if best < _KNOWN and one.kin and two.kin and not one.kin.isdisjoint(two.kin):
        spelling = any(name[0] == "=" for name in one.kin & two.kin)
        floor = _KNOWN if spelling else _SHORT
        if best < floor:
            how = Meeting.KNOWN if spelling else Meeting.SHORT
            return Met(most * floor // 1000, most, floor, how)
    return Met(most * best // 1000, most, best, _how(best))


def _share(a: Reading, b: Reading, first: Writing, second: Writing) -> tuple[int, int]:
    """Give the likeness of two readings, and what they would usually be worth."""
    full = max((a.usual[second] + b.usual[first]) // 2, _LEAST_MOST)
    if apart := far_apart(a, b, first, second):
        return _APART - (1000 + _APART) * apart // 1000, full
    worth = alignment(a, b, first, second)
    return max(worth * 1000 // full, _APART), full


def _how(likeness: int) -> Meeting:
    if likeness >= SAME_FROM:
        return Meeting.SAME
    return Meeting.SPELLING if likeness >= LIKE_FROM else Meeting.UNLIKE


def _initials(one: Token, two: Token) -> Met:
    """Compare the first signs where one side is an initial."""
    for a in one.readings:
        for b in two.readings:
            begins = Reading(a.signs[:1], a.usual, a.firm, a.reach)
            other = Reading(b.signs[:1], b.usual, b.firm, b.reach)
            if alignment(begins, other, one.writing, two.writing) > 0:
                share = 1000 * _INITIAL_WORTH // _INITIAL_MOST
                return Met(_INITIAL_WORTH, _INITIAL_MOST, share, Meeting.INITIAL)
    return Met(-_OTHER_INITIAL, _OTHER_INITIAL, -1000, Meeting.UNLIKE)


def paired(left: Written, right: Written) -> list[Pair]:
    """Put tokens side by side, the most worth first, each token once.

    Words that are one word on the other side are taken together. A particle stands
    beside a part of a name only where they are alike.
    """
    found = [
        (-side.worth, i, j, side)
        for i, one in enumerate(left.tokens)
        for j, two in enumerate(right.tokens)
        if (side := met(one, two)).worth > 0 or one.light == two.light
    ]
    found.sort()
    used_left = used_right = 0
    chosen = []
    for _, i, j, side in found:
        if not (used_left >> i & 1 or used_right >> j & 1):
            used_left |= 1 << i
            used_right |= 1 << j
            chosen.append(Pair((i,), (j,), side))
    if len(left.tokens) == len(right.tokens):
        return chosen
    singles = [Pair((i,), (j,), side) for _, i, j, side in found]
    return _with_joined(left, right, singles, chosen)


def _with_joined(
    left: Written, right: Written, singles: list[Pair], chosen: list[Pair]
) -> list[Pair]:
    """Choose anew where two words of the longer name may be one of the other."""
    if len(left.tokens) > len(right.tokens):
        more = _joined(left, right, chosen)
    else:
        more = _turned(_joined(right, left, _turned(chosen)))
    return _chosen(singles + more) if more else chosen


def _turned(pairs: list[Pair]) -> list[Pair]:
    return [Pair(pair.right, pair.left, pair.met) for pair in pairs]


def _chosen(found: list[Pair]) -> list[Pair]:
    """Take the best pair, then the best of what is left, and so on."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for pair in sorted(found, key=lambda pair: -pair.met.worth):
        if used_left.isdisjoint(pair.left) and used_right.isdisjoint(pair.right):
            chosen.append(pair)
            used_left.update(pair.left)
            used_right.update(pair.right)
    return chosen


def _joined(longer: Written, other: Written, chosen: list[Pair]) -> list[Pair]:
    """Try two words of the longer name, not both well placed, as one of the other."""
    well = [pair for pair in chosen if pair.met.likeness >= _WELL_PLACED]
    placed = {pair.left[0] for pair in well}
    taken = {pair.right[0] for pair in well}
    found = []
    for k, token in enumerate(other.tokens):
        if k in taken:
            continue
        for i, j in permutations(range(len(longer.tokens)), 2):
            if not (i in placed and j in placed):
                side = _as_one(longer.tokens[i], longer.tokens[j], token)
                if side is not None and side.likeness >= _JOINED_FROM:
                    found.append(Pair((i, j), (k,), side))
    return found


def _as_one(one: Token, two: Token, token: Token) -> Met | None:
    """Compare two words taken as one with a token, if it may hold them both."""
    writing = one.writing
    if two.writing is not writing:
        return None
    a, b = one.readings[0], two.readings[0]
    least = 3 * (len(a.signs) + len(b.signs))
    best, most = -1000, _LEAST_MOST
    for reading in token.readings:
        long = len(reading.signs) * (4 if writing is token.writing else 6)
        if long >= least and holds(reading, a, b, token.writing):
            share, most = _share(joined(a, b), reading, writing, token.writing)
            best = max(best, share)
    return Met(most * best // 1000, most, best, _how(best))
