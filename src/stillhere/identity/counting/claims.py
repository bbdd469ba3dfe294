"""Who is taken already: a row that is sure of somebody leaves them less to other rows.

A list names most people once. Where one of its rows is surely a certain person, another
row that fits them as well is likelier to be a namesake of theirs. How much likelier is
told by the lists themselves: by how many sure rows the same person has. One round, as in
the first step of belief propagation for assignments (Williams and Lau 2014); the odds are
whole numbers, so the order of rows does not matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from stillhere.identity.growing import Array
from stillhere.identity.links import ONE, is_anchor, power
from stillhere.identity.pairs import Entries
from stillhere.identity.rules import MILLION
from stillhere.identity.world import World

FEWEST = 200
"""Sure rows below which nothing is told and everybody stays free."""

SURE = 9 * ONE
"""Odds from which on a row is sure of somebody."""

LEAST = 10_000
"""Millionths: a person with a sure row is named again at least so often, beside others."""

_MOST = ONE << 12
_PART = 20_000
_EIGHTHS = power(np.arange(0, -64 * 125, -125)).astype(np.int64) * MILLION // ONE


@dataclass(frozen=True, slots=True, eq=False)
class Claims:
    """What the rows of a list claim together.

    Attributes:
        odds: By slot of the register, the sum of the odds of all rows, 1 / `ONE`.
        again: How much likelier a row is somebody nobody claims than somebody who is
            surely claimed: millionths; `MILLION` for no difference.
        nobody: What nobody counts beside the candidates, as `power` gives it.
    """

    odds: Array
    again: int
    nobody: int


def claims_of(world: World, slots: Array, shift: int) -> Claims:
    """What these rows claim.

    Args:
        world: Linked.
        slots: Rows looked for, none of the register.
        shift: Millibits added to the weight of nobody.
    """
    nobody = int(power(np.array([shift]))[0])
    odds = np.zeros(world.alive.size, np.int64)
    sure = np.zeros(world.alive.size, np.int64)
    for part in _parts(slots):
        entries = registered(world, part)
        own = _odds(entries, nobody)
        np.add.at(odds, entries.other, own)
        np.add.at(sure, entries.other[own >= SURE], 1)
    people = int(is_anchor(world.features, np.arange(len(odds))).sum())
    return Claims(odds, _again(sure, people), nobody)


def lessened(entries: Entries, claims: Claims) -> Entries:
    """Entries whose w1 is less by what other rows claim of the same person.

    Args:
        entries: All pairs of some rows with the register, sorted by row.
        claims: Of all rows.
    """
    if claims.again == MILLION or not len(entries):
        return entries
    others = claims.odds[entries.other] - _odds(entries, claims.nobody)
    free = MILLION * ONE // (ONE + others)
    left = free + (MILLION - free) * claims.again // MILLION
    step = np.searchsorted(-_EIGHTHS, -left, "left").astype(np.int32)
    w1 = entries.w1 - 125 * np.minimum(step, len(_EIGHTHS) - 1)
    return Entries(entries.owner, entries.other, entries.w0, w1, entries.flags)


def registered(world: World, slots: Array) -> Entries:
    """All pairs of these rows with the register."""
    entries = world.pairs.of(slots)
    return entries.take(is_anchor(world.features, entries.other))


def _parts(slots: Array) -> Iterator[Array]:
    yield from np.array_split(slots, len(slots) // _PART + 1)


def _odds(entries: Entries, nobody: int) -> Array:
    """Odds of each pair against all else its row may be, 1 / `ONE`."""
    value = power(entries.w1)
    if not len(value):
        return value
    head = np.flatnonzero(np.append(True, entries.owner[1:] != entries.owner[:-1]))
    length = np.diff(np.append(head, len(value)))
    rest = np.repeat(np.add.reduceat(value, head), length) - value + nobody
    odds: Array = np.minimum(value * ONE // np.maximum(rest, 1), _MOST)
    return odds


def _again(sure: Array, people: int) -> int:
    """How often somebody with a sure row has another, beside how often anybody has one."""
    rows, claimed = int(sure.sum()), int((sure > 0).sum())
    if rows < FEWEST or not people:
        return MILLION
    again = (rows - claimed) * people * MILLION // (claimed * rows)
    return max(LEAST, min(MILLION, again))
