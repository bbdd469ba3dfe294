"""Minutes of the clock: ways between doors, knocks, the way back and the day.

In floating minutes, exactly as the clock of the exercise is written; a planner has its
own whole seconds. Source: exercise.md, clock, points 13 and 14.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from stillhere.plan import Atlas

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

TEAMS: Final = 8
BASE: Final = -1
"""Stands for the base where a dwelling is expected."""

DAY_MIN: Final = 600.0
FIND_MIN: Final = 12.0
_KNOCK_BLOCK_MIN, _KNOCK_HOUSE_MIN = 1.5, 2.5
_NEXT_FLAT_MIN, _SET_OFF_MIN = 0.5, 0.7
_DETOUR, _METRES = 1.3, 1000.0
_NEAR_KM, _NEAR_KMH, _FAR_KMH, _HOUR_MIN = 2.0, 20.0, 40.0, 60.0


class Ways:
    """The travel law between the dwellings of an atlas.

    Attributes:
        town: Number of the settlement around the base, the one whose centre is nearest
            to it; -1 where there is none.
        knock: Minutes of a knock, per dwelling.
        back: Minutes of the way back to base, per dwelling; none from the town.
        centres_back: Likewise from the centre of each settlement.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._x, self._y = atlas.x_m, atlas.y_m
        self._settlement, self._building = atlas.settlement, atlas.building
        self._centres = atlas.centres
        far = (atlas.centres * atlas.centres).sum(axis=1)
        self.town = int(np.argmin(far)) if len(far) else BASE
        self.knock: Floats = np.where(atlas.block, _KNOCK_BLOCK_MIN, _KNOCK_HOUSE_MIN)
        self.back = _between_min(_km(self._x, self._y))
        self.back[self._settlement == self.town] = 0.0
        self.centres_back = _between_min(_km(*self._centres.T))
        self.centres_back[self.town : self.town + 1] = 0.0

    def settlement(self, at: int) -> int:
        """Number of the settlement a team is in."""
        return self.town if at == BASE else int(self._settlement[at])

    def minutes(self, at: int, doors: Ints) -> Floats:
        """Minutes from where a team is to each of some dwellings."""
        km = self._km_from(at, self._x[doors], self._y[doors])
        inside = self._settlement[doors] == self.settlement(at)
        way: Floats = np.where(inside, _inside_min(km), _between_min(km))
        if at != BASE:
            way[self._building[doors] == self._building[at]] = _NEXT_FLAT_MIN
        return way

    def to_centres(self, at: int) -> Floats:
        """Minutes from where a team is to the centre of each settlement, as if outside."""
        return _between_min(self._km_from(at, *self._centres.T))

    def fits(self, doors: Ints, way: Floats, clock_min: float) -> npt.NDArray[np.bool_]:
        """Whether a knock at each door would end, with the way back, within the day."""
        ends = clock_min + way + self.knock[doors]
        fitting: npt.NDArray[np.bool_] = ends + self.back[doors] <= DAY_MIN
        return fitting

    def reachable(self) -> npt.NDArray[np.bool_]:
        """Whether a team that sets off in the morning can knock, per dwelling."""
        doors = np.arange(len(self._x), dtype=np.int64)
        return self.fits(doors, self.minutes(BASE, doors), 0.0)

    def _km_from(self, at: int, x_m: Ints, y_m: Ints) -> Floats:
        if at == BASE:
            return _km(x_m, y_m)
        return _km(x_m - self._x[at], y_m - self._y[at])


def _km(dx_m: Ints, dy_m: Ints) -> Floats:
    """Kilometres of way; a square root is the same on every machine, a hypotenuse not."""
    km: Floats = np.sqrt((dx_m * dx_m + dy_m * dy_m).astype(np.float64)) / _METRES
    return _DETOUR * km


def _inside_min(km: Floats) -> Floats:
    return _SET_OFF_MIN + _HOUR_MIN * km / _NEAR_KMH


def _between_min(km: Floats) -> Floats:
    near = np.minimum(km, _NEAR_KM)
    return _SET_OFF_MIN + _HOUR_MIN * (near / _NEAR_KMH + (km - near) / _FAR_KMH)
