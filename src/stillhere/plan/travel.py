"""Time between doors, by the travel law of the exercise: straight lines times 1.3.

Not a road network: the way is 1.3 times the straight line, at one speed inside a
settlement; between settlements the first two kilometres at that speed, the rest faster.
Whole metres and seconds throughout. Source: exercise.md, clock, point 14.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.plan.rules import PlanRules

Ints = npt.NDArray[np.int64]
_SECONDS_PER_HOUR = 3600
_METRES = 1000


@dataclass(frozen=True, slots=True)
class TravelLaw:
    """The numbers of the law; see ``[time]`` in ``rules.toml``."""

    set_off_s: int
    next_flat_s: int
    detour_percent: int
    near_m: int
    near_kmh: int
    far_kmh: int

    @classmethod
    def of(cls, rules: PlanRules) -> "TravelLaw":
        """The law by the rules."""
        names = cls.__dataclass_fields__
        return cls(**{name: rules.number("time", name) for name in names})

    def inside_s(self, dx_m: Ints, dy_m: Ints) -> Ints:
        """Seconds between doors of one settlement, not of one building."""
        return self.set_off_s + _seconds(self._way_m(dx_m, dy_m), self.near_kmh)

    def between_s(self, dx_m: Ints, dy_m: Ints) -> Ints:
        """Seconds between points of two settlements."""
        way = self._way_m(dx_m, dy_m)
        near = np.minimum(way, self.near_m)
        fast = _seconds(way - near, self.far_kmh)
        return self.set_off_s + _seconds(near, self.near_kmh) + fast

    def _way_m(self, dx_m: Ints, dy_m: Ints) -> Ints:
        straight = np.sqrt((dx_m * dx_m + dy_m * dy_m).astype(np.float64))
        way: Ints = straight.astype(np.int64) * self.detour_percent // 100
        return way


def _seconds(way_m: Ints, kmh: int) -> Ints:
    return way_m * _SECONDS_PER_HOUR // (kmh * _METRES)
