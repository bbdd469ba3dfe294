"""Weights and rarities learnt from the lists at hand, of which nothing is labelled.

Expectation and maximisation (Dempster, Laird and Rubin 1977) of the rule of Fellegi and
Sunter (1969), with at most one person of a register behind a row: by the weights so far
each candidate has a chance, by these chances each level is counted among pairs of one
person, and from that and from pairs drawn at random follow the next weights. An explicit
act; nothing in `build` does any of this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from stillhere.errors import StillHereError
from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.growing import Array
from stillhere.identity.learning.borne import put, rarities
from stillhere.identity.learning.samples import (
    DRAWN,
    Apart,
    Sample,
    drawn_apart,
    sample_of,
    weights_of,
)
from stillhere.identity.rules import IdentityRules
from stillhere.identity.world import World

FEWEST = 500
"""Rows with a candidate below which nothing is learnt."""

ROUNDS: Final = 20
STILL = 0.05
"""Bits; weights that all move less have settled."""

LOWEST, HIGHEST = -12.0, 24.0
"""Bits a weight stays within."""

LEAST, MOST = -4_000, 2_000
"""Millibits from the rule that "nobody" may be learnt to weigh."""

NEVER_AGAINST = ("same", "dwelling", "house")
"""How levels begin that say "the same" by themselves: their weight is never below 0."""

_KEPT = ("name",)
"""Parts that only correct others; their weights are kept."""

_ENOUGH = 30
"""Pairs a level must have been seen in, among candidates and among those drawn."""

_PRIOR = 20.0
"""Pairs the weights so far are worth beside the pairs that are counted."""

_CAP = 30.0


@dataclass(frozen=True, slots=True)
class Trained:
    """What the lists at hand taught.

    Attributes:
        rules: Frozen.
        rows: Rows, each counted once for every register in which it has a candidate.
        pairs: Their candidates.
        rounds: Rounds until the weights were still, or `ROUNDS`.
        nobody: Share of the rows with nobody in a register.
    """

    rules: IdentityRules
    rows: int
    pairs: int
    rounds: int
    nobody: float


def train(worlds: Sequence[World], rules: IdentityRules) -> Trained:
    """Rules whose weights and rarities fit some lists.

    Args:
        worlds: Linked by these rules. The rarities of their names change with this and
            with nothing else, so they are used up.
        rules: To start from.

    Raises:
        StillHereError: There is no register among the lists, or fewer than `FEWEST`
            rows have a candidate in one; so it is without any lists.
    """
    if not worlds:
        enough(0)
    rare = rarities(worlds)
    named = rules.changed({}, **rare)
    for world in worlds:
        put(world, named)
    sample = Sample.join([sample_of(world) for world in worlds])
    enough(sample.cases)
    size = DRAWN // len(worlds)
    apart = _added([drawn_apart(world, size) for world in worlds])
    found = _settled(sample, apart, rules)
    shape = {"nobody": round(1000 * found.nobody)}
    frozen = rules.changed({"shape": shape, **_sections(found.weights)}, **rare)
    pairs = len(sample.case)
    return Trained(frozen, sample.cases, pairs, found.rounds, found.share)


def enough(rows: int) -> None:
    """Refuse to learn from a handful of rows that have a candidate in a register.

    Raises:
        StillHereError: ``identity/too-few-rows-to-learn-from``.
    """
    if rows < FEWEST:
        raise StillHereError(
            "identity/too-few-rows-to-learn-from", rows=rows, least=FEWEST
        )


def _added(parts: Sequence[Apart]) -> Apart:
    total = parts[0]
    for part in parts[1:]:
        total += part
    return total


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """Weights so far.

    Attributes:
        weights: Bits by part and level; the last table is of the ride.
        nobody: Bits of "nobody" beside the candidates of a row.
        share: Share of the rows with nobody.
        rounds: Rounds that led here.
    """

    weights: list[Array]
    nobody: float
    share: float
    rounds: int


def _settled(sample: Sample, apart: Apart, rules: IdentityRules) -> _State:
    """The weights that expectation and maximisation come to."""
    first = weights_of(rules)
    state = _State(first, 0.0, 0.5, 0)
    for number in range(1, ROUNDS + 1):
        odds = _odds(sample, state.weights)
        total = np.add.reduceat(odds, sample.starts)
        share = _share(total, sample.alone)
        none = _none(share, rules["shape"]["nobody"])
        chance = odds / (2.0**none + total)[sample.case]
        weights = _weights(sample, chance, apart, first)
        moved = max(
            float(np.abs(new - old).max())
            for new, old in zip(weights, state.weights, strict=True)
        )
        state = _State(weights, none, share, number)
        if moved < STILL:
            break
    return state


def _odds(sample: Sample, weights: list[Array]) -> Array:
    """How much likelier each pair is than nobody at 0 bits."""
    bits = sample.fixed + weights[-1][sample.ride]
    for table, codes in zip(weights[:-1], sample.codes, strict=True):
        bits += table[codes]
    odds: Array = np.exp2(np.minimum(bits, _CAP))
    return odds


def _none(share: float, rule: int) -> float:
    """Bits of "nobody" for a share of rows, as near the rule as it may be learnt."""
    bits = float(np.log2(share / (1 - share)))
    return min(max(bits, (rule + LEAST) / 1000), (rule + MOST) / 1000)


def _share(total: Array, alone: int) -> float:
    """The share of a mixture: cases with nobody, those without candidates included."""
    share, every = 0.5, len(total) + alone
    for _ in range(_MIXES):
        chance = share / (share + (1 - share) * total)
        share = (float(chance.sum()) + alone) / every
        share = min(max(share, _EDGE), 1 - _EDGE)
    return share


_MIXES, _EDGE = 50, 1e-4


def _weights(
    sample: Sample, chance: Array, apart: Apart, first: list[Array]
) -> list[Array]:
    """The weights that follow from the chances; those too seldom seen as at first."""
    found = [table.copy() for table in first]
    for place, (part, levels) in enumerate(PARTS.items()):
        if part in _KEPT:
            continue
        size = len(levels) + 1
        codes = sample.codes[place]
        seen = np.bincount(codes, minlength=size)
        drawn, mass = apart.pairs[place], apart.mass[place]
        known = (seen >= _ENOUGH) & (drawn >= _ENOUGH)
        known[0] = False
        if not known.any():
            continue
        among = mass / max(drawn[1:].sum(), 1)
        same = np.bincount(codes, chance, size)
        share = _smoothed(same, among * np.exp2(first[place]))
        learnt = np.log2(share[known] / among[known])
        found[place][known] = np.clip(learnt, _least(levels)[known[1:]], HIGHEST)
    return found


def _smoothed(same: Array, before: Array) -> Array:
    """Share of each level among pairs of one person, leaning on the weights so far."""
    before = before[1:] / before[1:].sum()
    share = (same[1:] + _PRIOR * before) / (same[1:].sum() + _PRIOR)
    whole: Array = np.concatenate(([1.0], share))
    return whole


def _least(levels: Sequence[str]) -> Array:
    """The lowest weight of each level."""
    return np.array([0.0 if n.startswith(NEVER_AGAINST) else LOWEST for n in levels])


def _sections(weights: list[Array]) -> dict[str, dict[str, int]]:
    """Weights as sections of rules, millibits."""
    return {
        part: {
            level: round(1000 * float(bits))
            for level, bits in zip(levels, table[1:], strict=True)
        }
        for (part, levels), table in zip(PARTS.items(), weights[:-1], strict=True)
    }
