"""From a mean and a variance of a number of people to the interval that is shown.

Counts of the Panjer class (binomial, Poisson, negative binomial) are set by mean and
variance alone and follow by one quotient from each other: sums, products and quotients of
doubles in a fixed order, the same on any machine.

Source: Panjer, Recursive evaluation of a family of compound distributions, ASTIN 12, 1981.
"""

from itertools import accumulate
from math import sqrt

_DEVIATIONS = 12
_MORE = 24


def interval(mean: float, variance: float, share: float) -> tuple[int, int]:
    """The whole numbers between which a share of the chance lies, as much on both sides.

    Half of the chance of each end counts as inside, so that for small numbers the share
    holds on the average instead of at least.

    Args:
        mean: At least 0.
        variance: At least 0; of 0 the number is the mean, rounded.
        share: Between 0 and 1.

    Returns:
        Both ends, the higher one at least 1.
    """
    chances = _chances(mean, variance)
    tail = (1 - share) / 2
    middles = [
        upto - chance / 2
        for upto, chance in zip(accumulate(chances), chances, strict=True)
    ]
    low = next((n for n, at in enumerate(middles) if at >= tail), 0)
    inside = [n for n, at in enumerate(middles) if at <= 1 - tail]
    return low, max(1, low, inside[-1] if inside else 0)


def _chances(mean: float, variance: float) -> list[float]:
    """The chance of 0, 1, 2 and so on; together 1."""
    if mean <= 0:
        return [1.0]
    spread = max(variance, mean / _MORE)
    a = 1 - mean / spread
    b = (1 - a) * mean - a
    top = int(mean + _MORE + _DEVIATIONS * sqrt(spread))
    start = int(mean)
    found = [0.0] * (top + 1)
    found[start] = 1.0
    for n in range(start, top):
        found[n + 1] = found[n] * max(a + b / (n + 1), 0.0)
    for n in range(start, 0, -1):
        step = a + b / n
        found[n - 1] = found[n] / step if step > 0 else 0.0
    whole = sum(found)
    return [chance / whole for chance in found]
