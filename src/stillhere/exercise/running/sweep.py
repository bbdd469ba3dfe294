"""The policy `sweep`: street by street, each team its part, round and round.

Source: exercise.md, point 16: town in 150 m strips to and fro, villages by angle, cut
into 8 equal parts, going on where it stopped, skipping closed dwellings.
"""

from collections.abc import Iterator

import numpy as np

from stillhere.exercise.running.clock import NOTHING_LEFT
from stillhere.exercise.running.visited import Visited
from stillhere.exercise.running.ways import TEAMS, Ints
from stillhere.intake import World
from stillhere.plan import Atlas

_STRIP_M = 150


class Sweep(Visited):
    """Eight parts of one long way through all dwellings."""

    def __init__(self, atlas: Atlas) -> None:
        super().__init__(atlas)
        self._parts = np.array_split(round_trip(atlas, self.ways.town), TEAMS)
        self._next = [0] * TEAMS

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """The next open door of the team's part, if it fits and is not of today."""
        for step in self._ahead(team):
            door = int(self._parts[team][step])
            if not self.open[door]:
                continue
            self._next[team] = step
            one = np.array([door], dtype=np.int64)
            way = self.ways.minutes(at, one)
            if self.today[door] or not self.ways.fits(one, way, clock_min)[0]:
                return NOTHING_LEFT
            self._next[team] = (step + 1) % len(self._parts[team])
            return self.take(door)
        return NOTHING_LEFT

    def _ahead(self, team: int) -> Iterator[int]:
        """Places of the team's part, once round from where it stopped."""
        here, size = self._next[team], len(self._parts[team])
        yield from range(here, size)
        yield from range(here)


def round_trip(atlas: Atlas, town: int) -> Ints:
    """Numbers of all dwellings in the order of the sweep.

    Settlements: that of the base, other towns, then villages by the angle of their
    centre, counted against the clock from east. Inside each: strips from west to east
    and back.
    """
    parts = [_strips(atlas, place) for place in _settlements(atlas, town)]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _settlements(atlas: Atlas, town: int) -> list[int]:
    angle = np.arctan2(atlas.centres[:, 1], atlas.centres[:, 0]) % (2 * np.pi)
    keys = [
        (place != town, not atlas.towns[place], float(angle[place]), place)
        for place in range(len(atlas.settlements))
    ]
    return [key[-1] for key in sorted(keys)]


def _strips(atlas: Atlas, settlement: int) -> Ints:
    """Dwellings of one settlement, strip by strip from the south, to and fro."""
    doors = np.flatnonzero(atlas.settlement == settlement)
    x, y = atlas.x_m[doors], atlas.y_m[doors]
    strip = y // _STRIP_M
    along = np.where((strip - strip.min()) % 2 == 0, x, -x)
    order = np.lexsort((doors, atlas.building[doors], y, along, strip))
    return doors[order]


def sweep(world: World, atlas: Atlas) -> Sweep:
    """Make the policy of a world."""
    del world
    return Sweep(atlas)
