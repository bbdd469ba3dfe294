"""Documents and phones: whether two people share one."""

import numpy as np

from stillhere.identity.growing import Array

SAME, DIFFER, HOUSEHOLD = 1, 2, 3


def agreement(here: Array, there: Array, columns: tuple[int, int]) -> Array:
    """Levels of the numbers in two columns of `Features.wide`; 0 where a side has none."""
    first = columns[0]
    both = (here[:, first] != 0) & (there[:, first] != 0)
    level: Array = np.where(agreeing(here, there, columns), SAME, DIFFER)
    level[~both] = 0
    return level


def agreeing(here: Array, there: Array, columns: tuple[int, int]) -> Array:
    """Whether any of two hashed numbers on one side is any of the other's."""
    a, b = columns
    equal = np.zeros(len(here), np.bool_)
    for one in (a, b):
        for two in (a, b):
            equal |= (here[:, one] != 0) & (here[:, one] == there[:, two])
    return equal
