"""Documents and phones: whether two people share one."""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array
from stillhere.identity.slips import slipped

SAME, DIFFER, HOUSEHOLD, NEAR = 1, 2, 3, 4


def agreement(here: Array, there: Array, columns: tuple[int, int]) -> Array:
    """Levels of the numbers in two columns of `Features.wide`; 0 where a side has none."""
    first = columns[0]
    both = (here[:, first] != 0) & (there[:, first] != 0)
    level: Array = np.where(agreeing(here, there, columns), SAME, DIFFER)
    level[~both] = 0
    return level


def agreeing(here: Array, there: Array, columns: tuple[int, int]) -> Array:
    """Whether any of two numbers on one side is any of the other's."""
    a, b = columns
    equal = np.zeros(len(here), np.bool_)
    for one in (a, b):
        for two in (a, b):
            equal |= (here[:, one] != 0) & (here[:, one] == there[:, two])
    return equal


def documents(here: Array, there: Array, apart: Array) -> Array:
    """Levels of the document numbers of rows of `Features.wide`.

    Args:
        here: Rows.
        there: As many.
        apart: Where the given names are two: the papers of a household are made out
            together, so numbers that part in the last sign say nothing there.
    """
    columns = f.DOC_A, f.DOC_B
    level = agreement(here, there, columns)
    others = np.flatnonzero(level == DIFFER)
    if not len(others):
        return level
    one, two = here[others], there[others]
    near = np.zeros(len(others), np.int8)
    for a in columns:
        for b in columns:
            slip, last = slipped(one[:, a], two[:, b])
            series = last & apart[others]
            near = np.maximum(
                near, np.where(series, HOUSEHOLD, np.where(slip, NEAR, 0))
            )
    level[others] = np.where(near > 0, near, DIFFER)
    return level
