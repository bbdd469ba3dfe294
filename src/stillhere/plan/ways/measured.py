"""What every measure of ways offers, and how a place is numbered in it."""

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from stillhere.plan.atlas import Atlas

Ints = npt.NDArray[np.int64]
BASE: Final = -1
"""The number of the base, 0, 0 on the plane. Other places count on from it: -2, -3."""
UNREACHABLE: Final = 10**9
"""In place of seconds where no way leads: thirty years, and sums of it stay whole."""


class Ways(Protocol):
    """How long a way takes with one vehicle.

    Attributes:
        by_roads: Whether ways lie on roads; else they are straight lines times 1.3, and
            whoever shows them says so.
    """

    @property
    def by_roads(self) -> bool:
        """Whether ways lie on roads."""

    def matrix_s(
        self, sources: Sequence[int] | Ints, targets: Sequence[int] | Ints
    ) -> Ints:
        """Seconds from each source to each target, setting off included.

        Args:
            sources: Numbers of dwellings in the atlas, `BASE`, or other places.
            targets: Likewise.

        Returns:
            A row per source; `UNREACHABLE` where no way leads, and 0 from a place to
            itself if it can be reached at all.
        """


def positions(atlas: Atlas, also: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    """Metres east and north of every dwelling, then of other places, the base last.

    Counted from the end, the base is -1 and the first of the others -2.
    """
    more = np.array([*reversed(also), (0, 0)], np.int64)
    return (
        np.concatenate((atlas.x_m, more[:, 0])),
        np.concatenate((atlas.y_m, more[:, 1])),
    )
