"""Areas on the plane, and whether lines come near them. Metres throughout."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stillhere.places.roads.course import Course, Floats, Mask

_TINY = 1e-9
_Mark = tuple[float, float]
_Point = _Mark | tuple[Floats, Floats]


@dataclass(frozen=True, eq=False)
class Area:
    """Points, a line or a closed outline, and how far around it still belongs to it.

    Attributes:
        x, y: Points of its outline in order; one for a circle.
        inside: Whether what the outline goes around belongs to it.
        reach_m: Everything no further than this from the outline belongs to it.
    """

    x: Floats
    y: Floats
    inside: bool
    reach_m: float

    @classmethod
    def around(cls, x: float, y: float, reach_m: float) -> "Area":
        """A circle."""
        return cls(np.array([x]), np.array([y]), inside=False, reach_m=reach_m)

    @classmethod
    def within(cls, points: Sequence[tuple[float, float]], reach_m: float) -> "Area":
        """A closed outline with everything in it; of two points the line between."""
        x, y = (np.array([*axis, axis[0]]) for axis in zip(*points, strict=True))
        return cls(x, y, inside=True, reach_m=reach_m)

    def wider(self, margin_m: int) -> "Area":
        """The area with a margin around it."""
        return Area(self.x, self.y, self.inside, self.reach_m + margin_m)

    def touches(self, begin: Sequence[Floats], end: Sequence[Floats]) -> Mask:
        """Whether straight lines come into the area.

        Args:
            begin: x and y where each line begins.
            end: x and y where each ends; the same for points.
        """
        found = self._near_box(begin, end)
        at = np.flatnonzero(found)
        one, two = ((x[at], y[at]) for x, y in (begin, end))
        close = np.zeros(len(at), np.bool_)
        for p, q in self._steps():
            close |= _crosses(p, q, one, two)
            for off in (
                _off(one, two, p),
                _off(one, two, q),
                _off(p, q, one),
                _off(p, q, two),
            ):
                close |= off <= self.reach_m
        if self.inside:
            close |= self._holds(*one)
        found[at] = close
        return found

    def _near_box(self, begin: Sequence[Floats], end: Sequence[Floats]) -> Mask:
        near = np.ones(len(begin[0]), np.bool_)
        for axis, one, two in zip((self.x, self.y), begin, end, strict=True):
            near &= np.maximum(one, two) >= axis.min() - self.reach_m
            near &= np.minimum(one, two) <= axis.max() + self.reach_m
        return near

    def _steps(self) -> list[tuple[_Mark, _Mark]]:
        points = list(zip(self.x.tolist(), self.y.tolist(), strict=True))
        return list(pairwise(points)) or [(points[0], points[0])]

    def _holds(self, x: Floats, y: Floats) -> Mask:
        """Whether points lie inside the outline (even and odd crossings)."""
        odd = np.zeros(len(x), np.bool_)
        for (px, py), (qx, qy) in self._steps():
            spans = (py > y) != (qy > y)
            height = qy - py if abs(qy - py) > _TINY else _TINY
            odd ^= spans & (x < px + (y - py) / height * (qx - px))
        return odd


def pieces_in(course: Course, area: Area) -> Mask:
    """Whether each piece of the roads comes into an area."""
    at = course.begins
    begin, end = (course.x[at], course.y[at]), (course.x[at + 1], course.y[at + 1])
    found = np.zeros(len(course.table), np.bool_)
    found[course.piece_of_point[at[area.touches(begin, end)]]] = True
    points = (course.x, course.y)
    found[course.piece_of_point[area.touches(points, points)]] = True
    return found


def _off(begin: _Point, end: _Point, at: _Point) -> Floats:
    """From points to lines, metres."""
    (x1, y1), (x2, y2), (x, y) = begin, end, at
    dx, dy = np.subtract(x2, x1), np.subtract(y2, y1)
    square = np.maximum(dx * dx + dy * dy, _TINY)
    share = np.clip(((x - x1) * dx + (y - y1) * dy) / square, 0, 1)
    return np.asarray(np.hypot(x - x1 - share * dx, y - y1 - share * dy))


def _crosses(p: _Point, q: _Point, one: _Point, two: _Point) -> Mask:
    """Whether the line from p to q crosses lines from one to two."""
    parted: Mask = _side(p, q, one) * _side(p, q, two) < 0
    also: Mask = _side(one, two, p) * _side(one, two, q) < 0
    return parted & also


def _side(begin: _Point, end: _Point, at: _Point) -> Floats:
    """On which side of a line a point lies, by its sign."""
    (x1, y1), (x2, y2), (x, y) = begin, end, at
    return np.asarray((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
