"""Who stands beside two mentions in their own lists, and which of them may be one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from stillhere.identity.clusters import MentionId
from stillhere.identity.doubts import Doubts
from stillhere.identity.growing import Array

_LEAST = 10_000
"""Millionths below which two who stand beside are not shown as one."""


class Match(NamedTuple):
    """One who stands beside the first, and one beside the second.

    Attributes:
        a, b: The mentions.
        held: They are held for one person.
        probability: In millionths; 0 for two held for one person by others between them.
    """

    a: MentionId
    b: MentionId
    held: bool
    probability: int


class Beside(NamedTuple):
    """The company of two mentions.

    Attributes:
        one, two: Who stands beside the first and the second, by id: their household or
            party where it is small enough to say something, else the seats around them.
        matches: Who of the one may be who of the other, nobody twice: those held for
            one person first, then the likeliest. Who stands beside both is not matched.
    """

    one: tuple[MentionId, ...]
    two: tuple[MentionId, ...]
    matches: tuple[Match, ...]


def beside(doubts: Doubts, a: MentionId, b: MentionId) -> Beside:
    """The company of two mentions. Ask under the lock that updates take.

    Raises:
        KeyError: One of the two is not here.
    """
    slots = [doubts.world.slot_of[mention] for mention in (a, b)]
    one, two = (_company(doubts, slot, slots) for slot in slots)
    here, there = np.setdiff1d(one, two), np.setdiff1d(two, one)
    name = doubts.mention
    return Beside(
        tuple(sorted(name(s) for s in one.tolist())),
        tuple(sorted(name(s) for s in two.tolist())),
        tuple(_each_once(_matches(doubts, here, there))),
    )


def _company(doubts: Doubts, slot: int, but: list[int]) -> Array:
    mates = doubts.world.company.of(np.array([slot], np.int64))[1]
    found: Array = mates[~np.isin(mates, but)]
    return found


def _matches(doubts: Doubts, one: Array, two: Array) -> list[Match]:
    """Every two that may be one, the best first."""
    chances = dict(_likely(doubts, one, two))
    heads = doubts.heads(one)[:, None] == doubts.heads(two)[None, :]
    at = np.argwhere(heads)
    held = {(int(one[i]), int(two[j])) for i, j in at.tolist()}
    found = [
        Match(
            doubts.mention(x), doubts.mention(y), (x, y) in held, chances.get((x, y), 0)
        )
        for x, y in held | chances.keys()
    ]
    return sorted(found, key=lambda m: (not m.held, -m.probability, m.a, m.b))


def _likely(
    doubts: Doubts, one: Array, two: Array
) -> Iterator[tuple[tuple[int, int], int]]:
    if not len(one) or not len(two):
        return
    pairs = doubts.touching(np.unique(one), _LEAST)
    here, there = set(one.tolist()), set(two.tolist())
    columns = (pairs.a.tolist(), pairs.b.tolist(), pairs.chance.tolist())
    for a, b, chance in zip(*columns, strict=True):
        for x, y in ((a, b), (b, a)):
            if x in here and y in there:
                yield (x, y), chance


def _each_once(matches: Iterable[Match]) -> Iterator[Match]:
    first: set[MentionId] = set()
    second: set[MentionId] = set()
    for match in matches:
        if match.a not in first and match.b not in second:
            first.add(match.a)
            second.add(match.b)
            yield match
