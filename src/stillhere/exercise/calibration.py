"""Does a stated chance come true as often as it says? Bins that can be pooled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
BINS = 20
ENOUGH = 400
"""Cases a bin must hold before its rate means something."""

_WIDTH = MILLION // BINS


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases whose chance was stated between two bounds.

    Attributes:
        low, high: The bounds, fractions; `high` itself belongs to the last bin only.
        cases: Their number.
        stated: Mean of the stated chances.
        observed: Share that came true.
    """

    low: float
    high: float
    cases: int
    stated: float
    observed: float

    @property
    def off(self) -> float:
        """Percentage points between what was stated and what came true."""
        return 100 * abs(self.stated - self.observed)


@dataclass(frozen=True, slots=True)
class Bins:
    """Sums over twenty bins of five points; bins of several worlds are added up.

    Attributes:
        cases: Number of cases by bin.
        stated: Sum of the stated chances, millionths.
        came_true: Number of cases that came true.
    """

    cases: tuple[int, ...] = (0,) * BINS
    stated: tuple[int, ...] = (0,) * BINS
    came_true: tuple[int, ...] = (0,) * BINS

    @classmethod
    def of(
        cls, chance: Sequence[int] | NDArray[Any], true: Sequence[bool] | NDArray[Any]
    ) -> "Bins":
        """Sort cases into bins.

        Args:
            chance: Stated, in millionths.
            true: Whether it came true, in the same order.
        """
        stated = np.asarray(chance, np.int64)
        held = np.asarray(true, np.bool_)
        place = np.clip(stated // _WIDTH, 0, BINS - 1)
        sums = [int(stated[place == number].sum()) for number in range(BINS)]
        return cls(
            tuple(np.bincount(place, minlength=BINS).tolist()),
            tuple(sums),
            tuple(np.bincount(place[held], minlength=BINS).tolist()),
        )

    def __add__(self, other: "Bins") -> "Bins":
        return Bins(
            _sum(self.cases, other.cases),
            _sum(self.stated, other.stated),
            _sum(self.came_true, other.came_true),
        )

    def rows(self) -> list[Bin]:
        """Every bin that holds a case, from low to high."""
        return [
            Bin(
                low=number / BINS,
                high=(number + 1) / BINS,
                cases=cases,
                stated=stated / cases / MILLION,
                observed=true / cases,
            )
            for number, (cases, stated, true) in enumerate(
                zip(self.cases, self.stated, self.came_true, strict=True)
            )
            if cases
        ]

    def worst(self, least: int = ENOUGH) -> float | None:
        """Points the worst bin of at least so many cases is off; None without one."""
        return max((row.off for row in self.rows() if row.cases >= least), default=None)


def _sum(one: Sequence[int], two: Sequence[int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, two, strict=True))
