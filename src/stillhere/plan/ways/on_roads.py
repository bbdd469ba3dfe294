"""Ways on the roads of the operation, as far as they are cleared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from stillhere.places.roads import Network, Speeds, Spots
from stillhere.places.roads.course import Mask
from stillhere.places.roads.terminals import Terminals
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import PlanRules
from stillhere.plan.ways.measured import BASE, UNREACHABLE, Ints, positions
from stillhere.plan.ways.passing import Ground
from stillhere.vocabulary.roads import VehicleClass

_MS = 1000
_MS_PER_METRE_AT_1_KMH = 3600


@dataclass(frozen=True, eq=False)
class RoadWays:
    """Ways of one vehicle on what is cleared; the last bit from the road on foot.

    Attributes:
        ground: Roads and doors.
        vehicle: Who goes.
        network: The ways of the vehicle.
        spots: Where each place meets the roads, see `measured.positions`.
        open: Whether each place may be gone to.
        x_m, y_m: Where each place is.
        off_ms: On foot from the road to each place.
        set_off_ms: Before every way but to where one is.
    """

    ground: Ground
    vehicle: VehicleClass
    network: Network
    spots: Spots
    open: npt.NDArray[np.bool_]
    x_m: Ints
    y_m: Ints
    off_ms: Ints
    set_off_ms: int

    @classmethod
    def of(
        cls,
        ground: Ground,
        clearances: Clearances,
        rules: PlanRules,
        *,
        vehicle: VehicleClass = VehicleClass.CAR,
        also: Sequence[tuple[int, int]] = (),
        speeds: Speeds | None = None,
    ) -> "RoadWays":
        """Ways between the dwellings of an atlas, the base and other places (metres).

        Raises:
            StillHereError: `places/no-scipy`.
        """
        atlas, course = ground.atlas, ground.names.course
        closed = ground.closed(clearances, vehicle)
        network = Network.of(course.table, vehicle, speeds or Speeds.shipped(), closed)
        usable = network.layout.passable.usable
        within = rules.number("roads", "off_road_m")
        places = positions(atlas, also)
        spots = course.snap(*places, usable, within)
        open_ = _open(ground, clearances, vehicle, spots, places)
        pace = _MS_PER_METRE_AT_1_KMH // rules.number("roads", "off_road_kmh")
        return cls(
            ground=ground,
            vehicle=vehicle,
            network=network,
            spots=spots,
            open=open_,
            x_m=places[0],
            y_m=places[1],
            off_ms=spots.off_m * pace,
            set_off_ms=rules.number("time", "set_off_s") * _MS,
        )

    @property
    def by_roads(self) -> bool:
        """Yes."""
        return True

    def matrix_s(
        self, sources: Sequence[int] | Ints, targets: Sequence[int] | Ints
    ) -> Ints:
        """Seconds on the roads; see `Ways`."""
        one, two = np.asarray(sources, np.int64), np.asarray(targets, np.int64)
        found = self.network.matrix_ms(self._terminals(one), self._terminals(two))
        found += self.off_ms[one][:, None] + self.off_ms[two][None, :] + self.set_off_ms
        open_ = self.open[one][:, None] & self.open[two][None, :]
        there = np.isfinite(found) & open_
        seconds = np.where(there, found, 0) // _MS
        seconds[one[:, None] == two[None, :]] = 0
        return np.where(there, seconds, UNREACHABLE).astype(np.int64)

    def back_s(self) -> Ints:
        """Seconds from every place to the base; `UNREACHABLE` where no way leads."""
        every = np.arange(len(self.open))
        base = every[BASE:]
        found = self.network.column_ms(self._terminals(every), self._terminals(base))
        found += self.off_ms + self.off_ms[BASE] + self.set_off_ms
        there = np.isfinite(found) & self.open & self.open[BASE]
        seconds = np.where(there, found, 0) // _MS
        seconds[BASE] = 0
        return np.where(there, seconds, UNREACHABLE).astype(np.int64)

    def under(self, clearances: Clearances) -> "RoadWays":
        """The ways by other clearances of the day; only what they change is worked out."""
        places = (self.x_m, self.y_m)
        closed = self.ground.closed(clearances, self.vehicle)
        return replace(
            self,
            network=self.network.closing(closed),
            open=_open(self.ground, clearances, self.vehicle, self.spots, places),
        )

    def closing(self, pieces: Mask) -> "RoadWays":
        """The ways while some pieces are closed besides; nothing else is worked out."""
        return replace(self, network=self.network.closing(self.network.closed | pieces))

    def through(
        self, sources: Sequence[int] | Ints, targets: Sequence[int] | Ints, pieces: Mask
    ) -> npt.NDArray[np.bool_]:
        """Whether some pieces lie on the way from each source to the target beside it."""
        one, two = np.asarray(sources, np.int64), np.asarray(targets, np.int64)
        return self.network.through(self._terminals(one), self._terminals(two), pieces)

    def _terminals(self, places: Ints) -> Terminals:
        at = Spots(*(column[places] for column in self.spots))
        return self.network.terminals(at)


def _open(
    ground: Ground,
    clearances: Clearances,
    vehicle: VehicleClass,
    spots: Spots,
    places: tuple[Ints, Ints],
) -> Mask:
    """Whether each place may be gone to, and from the road without crossing a hazard."""
    atlas = ground.atlas
    found = np.ones(len(spots.piece), np.bool_)
    found[: len(atlas)] = clearances.doors(atlas, vehicle)
    begin = [axis.astype(np.float64) for axis in places]
    end = ground.names.course.feet(spots)
    for area in clearances.areas:
        found &= (spots.off_m == 0) | ~area.touches(begin, end)
    return found
