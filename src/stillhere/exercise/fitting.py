"""Weights fitted to worlds of known truth, within what any list may be held to.

Conditional logit: of each row, the likelihood that the true register person, or nobody,
is chosen among its candidates. The optimum is one, and found by Newton's method, with a
pull towards the rules so far, so that what the worlds do not tell stays as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stillhere.exercise.truth import Row, Truth
from stillhere.identity import IdentityRules
from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.growing import Array
from stillhere.identity.learning.samples import RIDES, Sample, sample_of
from stillhere.identity.learning.training import HIGHEST, LOWEST, NEVER_AGAINST, enough
from stillhere.identity.world import World
from stillhere.reports import ReportId

Name = tuple[str, str]

AT_LEAST: Mapping[Name, float] = {
    ("given", "differ"): -5.0,
    ("family", "close"): -6.5,
    ("name", "both_differ"): -2.5,
    ("father", "differ"): -4.8,
    ("birth", "differ"): -9.0,
    ("birth", "off_more"): -8.0,
    ("birth", "near_year"): -3.8,
    ("birth", "year"): -1.5,
    ("sex", "differ"): -6.5,
    ("settlement", "differ"): -3.8,
    ("address", "differ"): -3.2,
    ("document", "differ"): -4.5,
    ("ride", "differ"): -4.0,
}
"""What another hand's lists may do: bits below which no fit takes a weight.

An exercise knows only the mistakes its makers thought of. What never differs there about
one person would weigh without bound, and a real list may differ in just that. A weight that lies
lower in the rules so far may stay there.
"""

RIDGE = 10.0
"""Pull towards the rules so far: one over the square of the bits that are usual."""

_FREE = 0.01
"""The pull on "nobody", which every world tells."""

_ROUNDS = 30
_STEP = 2.0
_STILL = 0.001
_CAP = 40.0
_CASES = 2_000
_LN2 = float(np.log(2))

NAMES: tuple[Name, ...] = (
    *((part, level) for part, levels in PARTS.items() for level in levels),
    *(("ride", name) for name in RIDES),
    ("shape", "nobody"),
)
"""Section and name of every number that is fitted."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What one or several worlds tell.

    Attributes:
        sample: Rows with their candidates.
        right: Of each pair, whether row and register row are of one person.
    """

    sample: Sample
    right: Array

    @classmethod
    def join(cls, worlds: Sequence["Told"]) -> "Told":
        """What several worlds tell together."""
        return cls(
            Sample.join([told.sample for told in worlds]),
            np.concatenate([told.right for told in worlds]),
        )


@dataclass(frozen=True, slots=True)
class Fitted:
    """What worlds taught.

    Attributes:
        rules: Frozen.
        rows: Rows with a candidate.
        pairs: Their candidates.
        rounds: Steps until the optimum.
        before, after: Bits a row, on average, that the truth surprises by: under the
            rules so far, and under the new ones.
    """

    rules: IdentityRules
    rows: int
    pairs: int
    rounds: int
    before: float
    after: float


def told_by(truth: Truth, world: World, origin: Mapping[ReportId, Row]) -> Told:
    """The rows of one world folder and what is true of them.

    Args:
        truth: Of the folder.
        world: The columns of an index of its mentions.
        origin: File inside `lists/` and row of each mention.
    """
    sample = sample_of(world)
    numbers: dict[str, int] = {}
    person = np.full(world.alive.size, -1, np.int64)
    for slot in np.flatnonzero(world.alive.view).tolist():
        row = origin.get(world.id_of(slot))
        known = truth.mentions.get(row) if row else None
        if known is not None:
            person[slot] = numbers.setdefault(known, len(numbers))
    one, two = person[sample.owner], person[sample.other]
    return Told(sample, (one == two) & (one >= 0))


def fit(worlds: Sequence[Told], rules: IdentityRules, ridge: float = RIDGE) -> Fitted:
    """Rules that suit what is true of some worlds, as far as the bounds let them.

    The weights under which the truth is likeliest, found as if there were no bounds; those
    beyond one are then set to it, and the others are not fitted anew.

    Args:
        worlds: Linked by these rules.
        rules: To start from, and to lean on.
        ridge: How much; 0 takes the worlds at their word.

    Raises:
        StillHereError: Too few rows have a candidate.
    """
    told = Told.join(worlds)
    enough(told.sample.cases)
    first = np.array([rules[part][name] / 1000 for part, name in NAMES])
    pull = np.full(len(NAMES), max(ridge, _FREE))
    pull[-1] = _FREE
    best, rounds = _optimum(told, first, pull)
    bits = bounded(best, first)
    size = told.sample.cases
    before, after = (_summed(told, at)[2] / size for at in (first, bits))
    frozen = rules.changed(_sections(bits))
    return Fitted(frozen, size, len(told.right), rounds, before, after)


def _optimum(told: Told, first: Array, pull: Array) -> tuple[Array, int]:
    """Weights without bounds, and the steps that led there."""
    bits = first.copy()
    for number in range(1, _ROUNDS + 1):
        slope, bend, _ = _summed(told, bits)
        slope -= pull * (bits - first)
        step = np.clip(np.linalg.solve(bend + np.diag(pull), slope), -_STEP, _STEP)
        bits += step
        if float(np.abs(step).max()) < _STILL:
            return bits, number
    return bits, _ROUNDS


def bounded(bits: Array, before: Array) -> Array:
    """Fitted weights as a list of another hand needs them.

    Args:
        bits: In the order of `NAMES`.
        before: Those of the rules so far.
    """
    within: Array = np.clip(bits, np.minimum(_LEAST, before), HIGHEST)
    return within


def _least(part: str, level: str) -> float:
    own = part != "ride" and level.startswith(NEVER_AGAINST)
    return AT_LEAST.get((part, level), 0.0 if own else LOWEST)


_LEAST = np.array([_least(*name) for name in NAMES])


def _summed(told: Told, bits: Array) -> tuple[Array, Array, float]:
    """Slope and bend of the likelihood at some weights, and minus it in bits."""
    slope, bend = np.zeros(len(bits)), np.zeros((len(bits), len(bits)))
    surprise = 0.0
    for part in _parts(told):
        found = _part(told, part, bits)
        slope += found[0]
        bend += found[1]
        surprise += found[2]
    return slope, bend, surprise


def _parts(told: Told) -> Iterator[slice]:
    """The pairs of `_CASES` cases at a time."""
    starts = told.sample.starts
    cuts = [*starts[::_CASES].tolist(), len(told.right)]
    return (slice(low, high) for low, high in pairwise(cuts))


def _part(told: Told, part: slice, bits: Array) -> tuple[Array, Array, float]:
    sample, right = told.sample, told.right[part]
    design = _design(sample, part)
    case = sample.case[part] - sample.case[part.start]
    starts = np.flatnonzero(np.diff(case, prepend=-1))
    weight = np.clip(design @ bits + sample.fixed[part], -_CAP, _CAP)
    odds = np.exp2(weight)
    total = np.add.reduceat(odds, starts) + 1.0
    chance = odds / total[case]
    true = np.add.reduceat(right.astype(np.float64), starts)
    wanted = right / np.maximum(true, 1.0)[case]
    slope = _LN2 * (design.T @ (wanted - chance))
    spread = design * chance[:, None]
    mean = np.add.reduceat(spread, starts, axis=0)
    bend = _LN2**2 * (design.T @ spread - mean.T @ mean)
    surprise = float(np.log2(total).sum() - (wanted * weight).sum())
    return slope, bend, surprise


def _design(sample: Sample, part: slice) -> Array:
    """Of each pair, 1 where a number of `NAMES` counts, and -1 for nobody."""
    codes = [*sample.codes[:, part], sample.ride[part]]
    sizes = [*(len(levels) for levels in PARTS.values()), len(RIDES)]
    design = np.zeros((len(codes[0]), len(NAMES)))
    design[:, -1] = -1.0
    first = 0
    for level, size in zip(codes, sizes, strict=True):
        stated = np.flatnonzero(level)
        design[stated, first + level[stated] - 1] = 1.0
        first += size
    return design


def _sections(bits: Array) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (part, name), value in zip(NAMES, bits.tolist(), strict=True):
        found.setdefault(part, {})[name] = round(1000 * value)
    return found
