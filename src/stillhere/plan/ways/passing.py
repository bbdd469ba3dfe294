"""Which pieces of the roads a vehicle may not pass: by clearances, closings and hazards."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from stillhere.places.roads import RoadNames, pieces_in
from stillhere.places.roads.course import Mask
from stillhere.places.roads.engine import nearest
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.clearances import Clearances, Standing
from stillhere.plan.rules import PlanRules
from stillhere.vocabulary.roads import VehicleClass


@dataclass(frozen=True, eq=False)
class Ground:
    """The roads of an operation beside its doors.

    Attributes:
        names: The roads, by what they are called.
        atlas: The doors.
        reach_m: A road this near to the doors of a settlement is one of it.
        margin_m: Around what is hazardous.
    """

    names: RoadNames
    atlas: Atlas
    reach_m: int
    margin_m: int

    @classmethod
    def of(cls, names: RoadNames, atlas: Atlas, rules: PlanRules) -> "Ground":
        """The ground with the reach and margin of the rules."""
        reach, margin = (
            rules.number("roads", name) for name in ("reach_m", "hazard_margin_m")
        )
        return cls(names, atlas, reach, margin)

    def closed(self, clearances: Clearances, vehicle: VehicleClass) -> Mask:
        """Whether each piece is closed to a vehicle; what nobody cleared is.

        A word on a settlement opens the pieces that lie whole among its doors, and closes
        those that come near them. A piece under a closing is closed whatever opens it; one
        in a hazardous area likewise.
        """
        opened = np.full(len(self.names.course.table), clearances.everything)
        for word in clearances.open:
            if vehicle in word.vehicles:
                opened |= self._meant(word, whole=True)
        for word in clearances.closed:
            if vehicle in word.vehicles:
                opened &= ~self._meant(word, whole=False)
        return ~opened | self._hazardous(clearances)

    def pieces(self, text: str) -> Mask | None:
        """The pieces a name means; None where it means none."""
        return self.names.pieces(text)

    def _meant(self, word: Standing, *, whole: bool) -> Mask:
        """The pieces a word is of."""
        inside = self._of_settlement(word.settlement, whole=whole)
        if not word.road:
            return inside
        found = self.names.pieces(word.road)
        if found is None:
            return np.zeros_like(inside) if whole else inside
        if not word.settlement or not (found & inside).any():
            return found
        return found & inside

    def _of_settlement(self, settlement: str, *, whole: bool) -> Mask:
        """Pieces all of whose points, or any, lie among the doors of a settlement."""
        course = self.names.course
        count = len(course.table)
        if settlement not in self.atlas.settlements:
            return np.zeros(count, np.bool_)
        number = self.atlas.settlements.index(settlement)
        near = self._settlement_of_point == number
        of = course.piece_of_point
        hits = np.bincount(of[near], minlength=count)
        points = np.bincount(of, minlength=count)
        found: Mask = hits == points if whole else hits > 0
        return found

    @cached_property
    def _settlement_of_point(self) -> Ints:
        """The settlement whose door is next to each point of the roads; -1 for none."""
        course, atlas = self.names.course, self.atlas
        if not len(atlas):
            return np.full(len(course.x), -1, np.int64)
        doors = np.column_stack((atlas.x_m, atlas.y_m)).astype(np.float64)
        points = np.column_stack((course.x, course.y))
        door = nearest(doors, points, 1, self.reach_m)[:, 0]
        known = np.append(atlas.settlement, -1)
        found: Ints = known[door]
        return found

    def _hazardous(self, clearances: Clearances) -> Mask:
        """Pieces in hazardous areas, on hazardous roads, or near either."""
        course = self.names.course
        found = np.zeros(len(course.table), np.bool_)
        for area in clearances.areas:
            found |= pieces_in(course, area)
        for word in clearances.hazards:
            if not word.placed:
                found |= self._beside(self._meant(word, whole=False))
        return found

    def _beside(self, pieces: Mask) -> Mask:
        """Some pieces, and those that come within the margin of one."""
        course = self.names.course
        on = pieces[course.piece_of_point]
        found = pieces.copy()
        if on.any():
            points = np.column_stack((course.x, course.y))
            near = nearest(points[on], points, 1, self.margin_m)[:, 0] < on.sum()
            found[course.piece_of_point[near]] = True
        return found
