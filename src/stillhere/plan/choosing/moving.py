"""How long it takes to go somewhere: by the travel law, or on the roads of the operation."""

from typing import NamedTuple, Protocol

import numpy as np

from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.travel import TravelLaw
from stillhere.plan.ways import BASE, RoadWays

_ROUNDED_S = 3
"""Ways are rounded down to whole seconds: to set off, to the door and back."""


class Spot(NamedTuple):
    """Where a team is: a point, its settlement and building (-1: none)."""

    x_m: int
    y_m: int
    settlement: int
    building: int


class Moving(Protocol):
    """Seconds on the way; a way there is none takes longer than any day."""

    def inside_s(self, at: Spot, doors: Ints) -> Ints:
        """To doors of the settlement of a spot, not of its building."""

    def between_s(self, at: Spot, doors: Ints) -> Ints:
        """To doors of other settlements."""

    def centres_s(self, at: Spot) -> Ints:
        """To the middle of every settlement."""

    def back_s(self, base: int) -> tuple[Ints, Ints]:
        """To base from every door, and from the middle of every settlement.

        None in the settlement of the base, whose number is given. Rounded up, a second
        for each way: a plan must not count on less than it takes.
        """


class Straight:
    """Straight lines, by the travel law."""

    def __init__(self, atlas: Atlas, law: TravelLaw) -> None:
        self._atlas, self._law = atlas, law

    def inside_s(self, at: Spot, doors: Ints) -> Ints:
        """See `Moving`."""
        return self._law.inside_s(*self._apart(at, doors))

    def between_s(self, at: Spot, doors: Ints) -> Ints:
        """See `Moving`."""
        return self._law.between_s(*self._apart(at, doors))

    def centres_s(self, at: Spot) -> Ints:
        """See `Moving`."""
        centres = self._atlas.centres
        return self._law.between_s(centres[:, 0] - at.x_m, centres[:, 1] - at.y_m)

    def back_s(self, base: int) -> tuple[Ints, Ints]:
        """See `Moving`."""
        atlas, law = self._atlas, self._law
        doors = law.between_s(atlas.x_m, atlas.y_m) + _ROUNDED_S
        back = law.between_s(atlas.centres[:, 0], atlas.centres[:, 1]) + _ROUNDED_S
        return _none_at_base(atlas, base, doors, back)

    def _apart(self, at: Spot, doors: Ints) -> tuple[Ints, Ints]:
        return self._atlas.x_m[doors] - at.x_m, self._atlas.y_m[doors] - at.y_m


class OnRoads:
    """Ways on the roads that are cleared.

    The middle of a settlement is the door next to it; somebody at neither a door nor the
    base is taken to be at the door next to them.
    """

    def __init__(self, atlas: Atlas, ways: RoadWays) -> None:
        self._atlas, self._ways = atlas, ways
        self._first = np.searchsorted(
            atlas.building, np.arange(int(atlas.building.max(initial=-1)) + 1)
        )
        self._middle = np.array(
            [
                self._next_to(int(x), int(y), np.flatnonzero(atlas.settlement == n))
                for n, (x, y) in enumerate(atlas.centres.tolist())
            ],
            np.int64,
        )

    def inside_s(self, at: Spot, doors: Ints) -> Ints:
        """See `Moving`."""
        return self._row(at, doors)

    def between_s(self, at: Spot, doors: Ints) -> Ints:
        """See `Moving`."""
        return self._row(at, doors)

    def centres_s(self, at: Spot) -> Ints:
        """See `Moving`."""
        return self._row(at, self._middle)

    def back_s(self, base: int) -> tuple[Ints, Ints]:
        """See `Moving`."""
        doors = self._ways.back_s()[: len(self._atlas)] + _ROUNDED_S
        return _none_at_base(self._atlas, base, doors, doors[self._middle])

    def _row(self, at: Spot, doors: Ints) -> Ints:
        if not len(doors):
            return np.zeros(0, np.int64)
        found: Ints = self._ways.matrix_s([self._number(at)], doors)[0]
        return found

    def _number(self, at: Spot) -> int:
        """The place a spot is at."""
        if at.building >= 0:
            return int(self._first[at.building])
        if (at.x_m, at.y_m) == (0, 0):
            return BASE
        return self._next_to(at.x_m, at.y_m, np.arange(len(self._atlas)))

    def _next_to(self, x_m: int, y_m: int, doors: Ints) -> int:
        if not len(doors):
            return BASE
        dx, dy = self._atlas.x_m[doors] - x_m, self._atlas.y_m[doors] - y_m
        return int(doors[np.argmin(dx * dx + dy * dy)])


def _none_at_base(
    atlas: Atlas, base: int, doors: Ints, centres: Ints
) -> tuple[Ints, Ints]:
    if base >= 0:
        near = (atlas.settlement == base) & (doors < _FAR_S)
        doors[near] = _ROUNDED_S
        centres[base] = _ROUNDED_S
    return doors, centres


_FAR_S = 10**8
"""No way takes so long: a door in the settlement of the base that nobody reaches."""
