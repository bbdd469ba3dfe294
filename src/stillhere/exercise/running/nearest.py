"""The policy `nearest`: the nearest open door among the least visited.

Source: exercise.md, point 16.
"""

import numpy as np

from stillhere.exercise.running.clock import NOTHING_LEFT
from stillhere.exercise.running.visited import Visited
from stillhere.intake import World
from stillhere.plan import Atlas


class Nearest(Visited):
    """Goes to the door with the shortest way, in minutes; ties by number."""

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """The nearest that fits of the doors visited least, not of today."""
        del team
        free = np.flatnonzero(self.open & ~self.today)
        if not len(free):
            return NOTHING_LEFT
        visits = self.visits[free]
        free = free[visits == visits.min()]
        way = self.ways.minutes(at, free)
        fitting = self.ways.fits(free, way, clock_min)
        if not fitting.any():
            return NOTHING_LEFT
        nearest = np.argmin(np.where(fitting, way, np.inf))
        return self.take(int(free[nearest]))


def nearest(world: World, atlas: Atlas) -> Nearest:
    """Make the policy of a world."""
    del world
    return Nearest(atlas)
