"""How many stand on none of several lists, from how the lists overlap.

Multiple-systems (capture-recapture) estimation. Two lists: Chapman. Three or more:
hierarchical log-linear models without the interaction of all lists, fitted by
proportional scaling; where pairs of lists share too few, Chao's lower bound. Which one
is used follows from the counts by the rule of `on_none`, not by choice.

Only sums, products and quotients in a fixed order: the same on any machine.

Source: Chapman 1951; Chao, Biometrics 43, 1987; Bishop, Fienberg and Holland, Discrete
Multivariate Analysis, 1975, chapter 6; International Working Group for Disease Monitoring
and Forecasting, Am J Epidemiol 142, 1995.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

TWO_LISTS, LOGLINEAR, LOWER_BOUND = "two_lists", "loglinear", "lower_bound"
_ROUNDS = 60
_FEWEST_LISTS = 2
Cells = Mapping[int, float]
"""Set of lists, one bit each, to the number of people on exactly these; never 0."""


class Sparse(NamedTuple):
    """From which counts on lists are used.

    Attributes:
        on_list: People on a list, else it is left out.
        shared: People two lists share, else only a lower bound is given.
        misfit: Pearson's statistic per degree of freedom a model may have, hundredths.
    """

    on_list: int
    shared: int
    misfit: int


class Unlisted(NamedTuple):
    """People on none of the lists: the way, the number, its variance."""

    method: str
    people: float
    variance: float


def on_none(cells: Cells, rule: Sparse) -> Unlisted | None:
    """How many are on none of the lists.

    A list with too few people is left out first. Two lists: Chapman. More, of which every
    pair shares enough: the log-linear model of independent lists; while it fits badly, the
    pair of lists is joined whose interaction mends it most, until it fits or one degree of
    freedom is left. Else, and where such a model has no finite answer: the lower bound.

    Args:
        cells: By set of lists; expected numbers may be fractions.
        rule: Where counts are too small.

    Returns:
        None where fewer than two lists are left.
    """
    lists = [bit for bit in _bits(cells) if _on(cells, bit) >= rule.on_list]
    if len(lists) < _FEWEST_LISTS:
        return None
    table = _only(cells, lists)
    if len(lists) == _FEWEST_LISTS:
        return _two_lists(table)
    if min(_on(table, a | b) for a, b in combinations(_bits(table), 2)) < rule.shared:
        return _lower_bound(table)
    pairs = _model(table, rule.misfit / 100)
    people = _extrapolated(table, pairs)
    if people is None:
        return _lower_bound(table)
    return Unlisted(LOGLINEAR, people, people + _jackknife(table, pairs, people))


def _bits(cells: Iterable[int]) -> list[int]:
    whole = 0
    for cell in cells:
        whole |= cell
    return [1 << n for n in range(whole.bit_length()) if whole >> n & 1]


def _on(cells: Cells, lists: int) -> float:
    """People on all of these lists."""
    return sum(cells[cell] for cell in sorted(cells) if cell & lists == lists)


def _only(cells: Cells, lists: Sequence[int]) -> dict[int, float]:
    """Every set of some lists, by bits from 1; people on none of them are left out."""
    table = dict.fromkeys(range(1, 1 << len(lists)), 0.0)
    for cell in sorted(cells):
        kept = sum(1 << n for n, bit in enumerate(lists) if cell & bit)
        if kept:
            table[kept] += cells[cell]
    return table


def _two_lists(table: Cells) -> Unlisted:
    first, second, both = table[1], table[2], table[3]
    people = first * second / (both + 1)
    whole = (first + both + 1) * (second + both + 1) * first * second
    return Unlisted(TWO_LISTS, people, whole / ((both + 1) ** 2 * (both + 2)))


def _lower_bound(table: Cells) -> Unlisted:
    """From those on exactly one list and exactly two."""
    once, twice = (
        sum(table[cell] for cell in sorted(table) if cell.bit_count() == n)
        for n in (1, 2)
    )
    people = once * max(once - 1, 0.0) / (2 * (twice + 1))
    ratio = once / (twice + 1)
    variance = (twice + 1) * (ratio**2 / 2 + ratio**3 + ratio**4 / 4)
    return Unlisted(LOWER_BOUND, people, variance)


def _model(table: Cells, misfit: float) -> tuple[int, ...]:
    """The pairs of lists that are joined, in the order they were."""
    waiting = [a | b for a, b in combinations(_bits(table), 2)]
    freedom = len(table) - len(_bits(table)) - 1
    joined: tuple[int, ...] = ()
    fit = _misfit(table, joined)
    while waiting and freedom > 1 and fit > misfit * freedom:
        fit, best = min((_misfit(table, (*joined, pair)), pair) for pair in waiting)
        joined = (*joined, best)
        waiting.remove(best)
        freedom -= 1
    return joined


def _misfit(table: Cells, pairs: Sequence[int]) -> float:
    """Pearson's statistic of a model."""
    fitted = _fitted(table, pairs)
    cells = [(table[cell], fitted[cell]) for cell in table]
    return sum((told - fit) ** 2 / fit for told, fit in cells if fit > 0)


def _fitted(table: Cells, pairs: Sequence[int]) -> dict[int, float]:
    """Numbers by a model, scaled to its margins round by round."""
    fitted = dict.fromkeys(table, 1.0)
    alone = [bit for bit in _bits(table) if not any(bit & pair for pair in pairs)]
    margins = [*alone, *pairs]
    for _ in range(_ROUNDS):
        for margin in margins:
            _scale(fitted, table, margin)
    return fitted


def _scale(fitted: dict[int, float], table: Cells, margin: int) -> None:
    told: dict[int, float] = {}
    has: dict[int, float] = {}
    for cell in table:
        told[cell & margin] = told.get(cell & margin, 0.0) + table[cell]
        has[cell & margin] = has.get(cell & margin, 0.0) + fitted[cell]
    for cell in table:
        sums = has[cell & margin]
        fitted[cell] *= told[cell & margin] / sums if sums > 0 else 0.0


def _extrapolated(table: Cells, pairs: Sequence[int]) -> float | None:
    """The cell of no list: no interaction of all lists; None where it is not finite."""
    fitted = _fitted(table, pairs)
    people = 1.0
    for cell in table:
        if fitted[cell] <= 0:
            return None
        people *= fitted[cell] if cell.bit_count() % 2 else 1 / fitted[cell]
    return people


def _jackknife(table: Cells, pairs: Sequence[int], people: float) -> float:
    """The variance, from leaving out one person of each cell in turn."""
    whole = 0.0
    for cell in table:
        less = min(1.0, table[cell] / 2)
        if less > 0:
            without = _extrapolated({**table, cell: table[cell] - less}, pairs)
            moved = (people - (people if without is None else without)) / less
            whole += table[cell] * moved * moved
    return whole
