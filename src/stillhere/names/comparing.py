"""The chance that two written names are one person's name."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from stillhere.names.pairing import Meeting, Pair, paired
from stillhere.names.signs import Writing
from stillhere.names.tokens import Token, Written, written

_STRONG: Final = 400
_WORTH_UP_TO: Final = 6000
_LEAST_USUAL: Final = 100
_SHARES: Final = {Meeting.PARTICLE: 10, Meeting.FATHER: 5, Meeting.ALONE: 1}
"""What stands alone counts as one part in so many of what it is worth."""

_WHOLE: Final = 1_000_000
_REMEMBERED: Final = 1 << 15

_given: dict[tuple[str, str], float] = {}


class Evidence(NamedTuple):
    """What speaks for two names being one, in integers.

    Attributes:
        mean: Worth of all pairs in thousandths of the most they could be worth.
        worst: The least likeness of a pair that could be worth much.
        left: What only one side tells, in thousandths of all that is told.
        worth: Worth of all pairs in hundredths of a bit, up to 60 bits.
        single: 1000 where only one pair could be worth much.
    """

    mean: int
    worst: int
    left: int
    worth: int
    single: int


class Chances(NamedTuple):
    """The frozen rule: one weight for each kind of evidence, then a table.

    Attributes:
        weights: In thousandths: a constant, then in the order of `Evidence`.
        knots: Weighed evidence and the chance there, in millionths, both rising.
    """

    weights: tuple[int, ...]
    knots: tuple[tuple[int, int], ...]


@cache
def chances() -> Chances:
    """Give the frozen rule, read once."""
    text = files("stillhere.names").joinpath("chances.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[0] != "#"]
    weights = tuple(int(weight) for weight in rows[0][1:])
    return Chances(weights, tuple((int(at), int(chance)) for at, chance in rows[1:]))


def same_name(a: str, b: str) -> float:
    """Give the chance that two written names are one person's name.

    Calibrated for as many pairs that are one name as pairs that are not: of pairs
    given .8, four in five are. Order-free: neither the order of the two names nor that
    of the words in one changes it. Titles, particles and a father's name told by one
    side alone hardly lower it. Pure: from frozen integer tables.

    Args:
        a: A name in any script; without a letter the chance is 0.
        b: The other.

    Returns:
        From 0 to 1, in millionths.

    Cost: some 15 microseconds for names seen before, three times that for new ones.
    What was compared is remembered, up to some 30,000 pairs.
    """
    if b < a:
        a, b = b, a
    if (known := _given.get((a, b))) is not None:
        return known
    if len(_given) >= _REMEMBERED:
        _given.clear()
    found = _given[a, b] = _chance(a, b)
    return found


def _chance(a: str, b: str) -> float:
    left, right = written(a), written(b)
    if not left.tokens or not right.tokens:
        return 0.0
    found = evidence(left, right, paired(left, right))
    return chance(total(chances().weights, found)) / _WHOLE


def evidence(left: Written, right: Written, pairs: list[Pair]) -> Evidence:
    """Sum up how the tokens of two names met."""
    worth = most = 0
    paired_left = paired_right = 0
    strong = []
    for pair in pairs:
        met = pair.met
        worth += met.worth
        most += met.most
        paired_left += len(pair.left)
        paired_right += len(pair.right)
        if met.most > _STRONG and met.how is not Meeting.INITIAL:
            strong.append(met.likeness)
    lost = 0
    many = len(strong) > 1
    if paired_left < len(left.tokens):
        lost += _lost(left, [pair.left for pair in pairs], right, many=many)
    if paired_right < len(right.tokens):
        lost += _lost(right, [pair.right for pair in pairs], left, many=many)
    likeness = strong or [pair.met.likeness for pair in pairs] or [-1000]
    return Evidence(
        worth * 1000 // most if most else -1000,
        min(likeness),
        lost * 1000 // (most + lost) if lost else 0,
        max(min(worth, _WORTH_UP_TO), -_WORTH_UP_TO),
        0 if many else 1000,
    )


def _lost(
    side: Written, places: Sequence[tuple[int, ...]], other: Written, *, many: bool
) -> int:
    """Weigh what only one side tells."""
    total = 0
    for place, how in lone(side, places):
        whole = how is Meeting.FATHER and not many
        share = 1 if whole else _SHARES[how]
        total += _usual(side.tokens[place], other.tokens[0].writing) // share
    return total


def _usual(token: Token, beside: Writing) -> int:
    """Give what a token would be worth beside a spelling of its name."""
    return max(token.readings[0].usual[beside], _LEAST_USUAL)


def lone(
    side: Written, paired_places: Sequence[tuple[int, ...]]
) -> list[tuple[int, Meeting]]:
    """Say of each token without a partner what it is.

    Where a word says that another is the father's name, that is the longest of them.
    """
    used = {place for places in paired_places for place in places}
    found: list[tuple[int, Meeting]] = []
    longest = -1
    for place, token in enumerate(side.tokens):
        if place in used:
            continue
        how = Meeting.PARTICLE if token.light else Meeting.ALONE
        if token.father:
            how = Meeting.FATHER
        elif how is Meeting.ALONE and (
            longest < 0 or len(token.text) > len(side.tokens[found[longest][0]].text)
        ):
            longest = len(found)
        found.append((place, how))
    if side.child and longest >= 0:
        found[longest] = (found[longest][0], Meeting.FATHER)
    return found


def total(weights: tuple[int, ...], found: Evidence) -> int:
    """Weigh the evidence, in thousandths of a natural logarithm of the odds."""
    constant, mean, worst, left, worth, single = weights
    return (
        constant
        + (
            mean * found.mean
            + worst * found.worst
            + left * found.left
            + worth * found.worth
            + single * found.single
        )
        // 1000
    )


def chance(weight: int) -> int:
    """Look weighed evidence up in the frozen table: millionths, straight between knots."""
    knots = chances().knots
    at = bisect_left(knots, (weight, 0))
    if at == 0 or at == len(knots):
        return knots[min(at, len(knots) - 1)][1]
    (low, least), (high, most) = knots[at - 1 : at + 1]
    return least + (most - least) * (weight - low) // (high - low)
