"""Ways as the crow flies, times 1.3: where no roads are loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import PlanRules
from stillhere.plan.travel import TravelLaw
from stillhere.plan.ways.measured import UNREACHABLE, Ints, positions
from stillhere.vocabulary.roads import VehicleClass

_NOWHERE: Final = -1


@dataclass(frozen=True, eq=False)
class StraightWays:
    """Straight lines times 1.3 between places that are cleared.

    A line that crosses a hazardous area counts as no way: nobody knows whether the road
    goes around it.

    Attributes:
        law: Speeds.
        clearances: Which areas are hazardous.
        x_m, y_m: Of every place, see `measured.positions`.
        settlement: Of every place; the nearest to those that are no dwellings.
        open: Whether each place may be gone to.
    """

    law: TravelLaw
    clearances: Clearances
    x_m: Ints
    y_m: Ints
    settlement: Ints
    open: npt.NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        atlas: Atlas,
        clearances: Clearances,
        rules: PlanRules,
        *,
        vehicle: VehicleClass = VehicleClass.CAR,
        also: Sequence[tuple[int, int]] = (),
    ) -> "StraightWays":
        """Ways between the dwellings of an atlas, the base and other places (metres)."""
        x, y = positions(atlas, also)
        more = [
            _nearest(atlas, int(x[n]), int(y[n])) for n in range(len(atlas), len(x))
        ]
        doors = clearances.doors(atlas, vehicle)
        return cls(
            law=TravelLaw.of(rules),
            clearances=clearances,
            x_m=x,
            y_m=y,
            settlement=np.concatenate((atlas.settlement, np.array(more, np.int64))),
            open=np.concatenate((doors, np.ones(len(more), np.bool_))),
        )

    @property
    def by_roads(self) -> bool:
        """No: these are straight lines."""
        return False

    def matrix_s(
        self, sources: Sequence[int] | Ints, targets: Sequence[int] | Ints
    ) -> Ints:
        """Seconds by the travel law; see `Ways`."""
        one = np.asarray(sources, np.int64)[:, None]
        two = np.asarray(targets, np.int64)[None, :]
        dx, dy = self.x_m[two] - self.x_m[one], self.y_m[two] - self.y_m[one]
        same = self.settlement[two] == self.settlement[one]
        found = np.where(same, self.law.inside_s(dx, dy), self.law.between_s(dx, dy))
        found = np.where((dx == 0) & (dy == 0) & (one == two), 0, found)
        shut = ~(self.open[one] & self.open[two]) | self._crosses(one, two)
        return np.where(shut, UNREACHABLE, found).astype(np.int64)

    def _crosses(self, one: Ints, two: Ints) -> npt.NDArray[np.bool_]:
        """Whether each line comes into a hazardous area."""
        shape = np.broadcast_shapes(one.shape, two.shape)
        found = np.zeros(shape, np.bool_)
        if self.clearances.areas:
            ends = [
                tuple(
                    np.broadcast_to(axis[at], shape).ravel().astype(np.float64)
                    for axis in (self.x_m, self.y_m)
                )
                for at in (one, two)
            ]
            for area in self.clearances.areas:
                found |= area.touches(*ends).reshape(shape)
        return found


def _nearest(atlas: Atlas, x_m: int, y_m: int) -> int:
    if not len(atlas.settlements):
        return _NOWHERE
    dx, dy = atlas.centres[:, 0] - x_m, atlas.centres[:, 1] - y_m
    return int(np.argmin(dx * dx + dy * dy))
