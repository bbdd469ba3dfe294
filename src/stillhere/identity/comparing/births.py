"""What two births say of one another: a level for each pair of columns of births."""

from typing import Final

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array

LEVELS: Final = (
    "differ",
    "near_year",
    "month_day",
    "year",
    "part",
    "new_year",
    "new_year_both",
    "swapped",
    "same",
    "off_more",
    "off_two",
    "off_one",
    "range_wide",
    "range_two",
    "range_one",
)
"""Of two dates, then of births of which one is an age or a year."""

_LEVEL: Final = {name: place for place, name in enumerate(LEVELS, 1)}


def compared(one: Array, two: Array) -> Array:
    """Levels of two births (rows of `Features.small`); 0 where either is unknown."""
    y1, y2 = one[:, f.FIRST].astype(np.int32), two[:, f.FIRST].astype(np.int32)
    l1, l2 = one[:, f.LAST].astype(np.int32), two[:, f.LAST].astype(np.int32)
    dated = (one[:, f.DAY] > 0) & (two[:, f.DAY] > 0)
    gap = np.maximum(np.maximum(y1, y2) - np.minimum(l1, l2), 0)
    width = np.maximum(l1 - y1, l2 - y2)
    vague = _chosen(
        (gap > 2, "off_more"),
        (gap == 2, "off_two"),
        (gap == 1, "off_one"),
        (width == 0, "range_one"),
        (width == 1, "range_two"),
        otherwise="range_wide",
    )
    level = np.where(dated, _dates(one, two), vague)
    known: Array = np.where((y1 > 0) & (y2 > 0), level, 0)
    return known


def _dates(one: Array, two: Array) -> Array:
    y1, y2 = one[:, f.FIRST].astype(np.int32), two[:, f.FIRST].astype(np.int32)
    m1, m2, d1, d2 = one[:, f.MONTH], two[:, f.MONTH], one[:, f.DAY], two[:, f.DAY]
    year = y1 == y2
    day_month = (m1 == m2) & (d1 == d2)
    crossed = (m1 == d2) & (d1 == m2)
    new_1, new_2 = (m1 == 1) & (d1 == 1), (m2 == 1) & (d2 == 1)
    return _chosen(
        (year & day_month & new_1, "new_year_both"),
        (year & day_month, "same"),
        (year & crossed, "swapped"),
        (year & (new_1 | new_2), "new_year"),
        (year & ((m1 == m2) | (d1 == d2)), "part"),
        (year, "year"),
        (day_month & ~new_1, "month_day"),
        (np.abs(y1 - y2) <= 1, "near_year"),
        otherwise="differ",
    )


def _chosen(*cases: tuple[Array, str], otherwise: str) -> Array:
    """The level of the first case that holds."""
    chosen: Array = np.select(
        [case for case, _ in cases],
        [_LEVEL[name] for _, name in cases],
        _LEVEL[otherwise],
    )
    return chosen
