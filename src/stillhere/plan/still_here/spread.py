"""From a mean and a variance of a number of people to the interval that is shown.

Counts of the Panjer class (binomial, Poisson, negative binomial) are set by mean and
variance alone and follow by one quotient from each other: sums, products and quotients of
doubles in a fixed order, the same on any machine.

Source: Panjer, Recursive evaluation of a family of compound distributions, ASTIN 12, 1981.
"""

from math import sqrt

_DEVIATIONS = 12
_MORE = 24


def interval(mean: float, variance: float, share: float) -> tuple[int, int]:
    """The likeliest whole numbers whose chance together is nearest to a share.

    Nearest rather than at least: of small numbers a range that holds at least so often
    would hold nearly always.

    Args:
        mean: At least 0.
        variance: At least 0; too small a one is taken for a small part of the mean.
        share: Between 0 and 1.

    Returns:
        Both ends, the higher one at least 1.
    """
    chances = _chances(mean, variance)
    low = high = max(range(len(chances)), key=lambda n: (chances[n], -n))
    told = chances[low]
    nearest, ends = abs(told - share), (low, high)
    while told < share and (low > 0 or high < len(chances) - 1):
        below = chances[low - 1] if low > 0 else -1.0
        above = chances[high + 1] if high < len(chances) - 1 else -1.0
        if above >= below:
            high += 1
        else:
            low -= 1
        told += max(above, below)
        if abs(told - share) < nearest:
            nearest, ends = abs(told - share), (low, high)
    return ends[0], max(1, ends[1])


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
