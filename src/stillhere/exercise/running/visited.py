"""What the simple policies note of every door: open, how often visited, taken today."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from stillhere.exercise.running.policy import Knock
from stillhere.exercise.running.ways import Ways
from stillhere.plan import Atlas
from stillhere.reports import Report


class Visited:
    """Notes of the doors of an atlas; a policy that needs no reports begins here.

    Attributes:
        atlas: Every dwelling.
        ways: Minutes between them.
        open: Nobody was found there yet and a team can get there in a day, per dwelling.
        visits: How often somebody went there, per dwelling.
        today: Whether somebody goes there today, per dwelling.
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas, self.ways = atlas, Ways(atlas)
        self.open = self.ways.reachable()
        self.visits = np.zeros(len(atlas), dtype=np.int64)
        self.today: npt.NDArray[np.bool_] = np.zeros(len(atlas), dtype=np.bool_)

    def morning(self, day: int, news: Sequence[Report]) -> None:
        """Forget who goes where."""
        del day, news
        self.today[:] = False

    def take(self, door: int) -> int:
        """Note that a team goes there now; gives the door."""
        self.visits[door] += 1
        self.today[door] = True
        return door

    def told(self, knock: Knock) -> None:
        """Close the door where somebody was found."""
        self.open[knock.door] &= not knock.shut

    def evening(self, day: int) -> None:
        """Nothing is to be done."""

    def close(self) -> Mapping[str, str]:
        """No digest: nothing was computed from reports."""
        return {}
