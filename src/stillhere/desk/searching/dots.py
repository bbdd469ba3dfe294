"""A plain picture of one settlement: dots as large as the people expected there.

Doors that stand close together share a dot. Its area is their sum, so that the picture
says the same on paper; a ring stands where no team may go today. Everything is a path of
plain SVG, without a map behind it and without any request.
"""

from dataclasses import dataclass
from math import isqrt

import numpy as np
import numpy.typing as npt

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Ints
from stillhere.plan.belief import Doors

ACROSS = 40
"""Squares across the longer side of a settlement; the doors of one share a dot."""

_STEP = 8
_LARGEST = 8
_LEAST_M = 10
_HUNDRED = 100
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Dots:
    """The picture of one settlement.

    Attributes:
        width, height: Of its view box.
        open: Path of filled dots, where a team may go.
        shut: Path of rings, where none may go today.
        side_m: How far doors that share a dot are apart, metres.
        wide_m: Width of the picture in metres.
        most: People expected at the largest dot, millionths.
    """

    width: int
    height: int
    open: str
    shut: str
    side_m: int
    wide_m: int
    most: int


def dots_of(doors: Doors, settlement: PlaceKey, allowed: Mask) -> Dots | None:
    """The picture of a settlement.

    Args:
        doors: As believed; doors no table knows are on no map.
        settlement: Its key.
        allowed: Per dwelling of the atlas, whether a team may go there today.

    Returns:
        None for a place without doors in the table, or where nobody is expected.
    """
    atlas = doors.atlas
    if settlement not in atlas.settlements:
        return None
    here = atlas.settlement == atlas.settlements.index(settlement)
    numbers = np.flatnonzero(here & (doors.columns[0] > 0))
    if not len(numbers):
        return None
    x, y = atlas.x_m[numbers], atlas.y_m[numbers]
    x, y = x - x.min(), y.max() - y
    side = max(max(int(x.max()), int(y.max())) // ACROSS + 1, _LEAST_M)
    _, of = np.unique(x // side * (2 * ACROSS) + y // side, return_inverse=True)
    expected = doors.columns[0][numbers]
    sums = _sums(of, expected)
    middles = [_sums(of, way * expected) // sums for way in (x, y)]
    reached = _sums(of, allowed[numbers].astype(np.int64)) > 0
    most = int(sums.max())
    circles = [
        _circle(_at(across, side), _at(down, side), _radius(people, most))
        for across, down, people in zip(*middles, sums, strict=True)
    ]
    return Dots(
        width=_at(int(x.max()), side) // _HUNDRED + _LARGEST + 1,
        height=_at(int(y.max()), side) // _HUNDRED + _LARGEST + 1,
        open="".join(c for c, may in zip(circles, reached, strict=True) if may),
        shut="".join(c for c, may in zip(circles, reached, strict=True) if not may),
        side_m=side,
        wide_m=int(x.max()) + 1,
        most=most,
    )


def _sums(of: Ints, values: Ints) -> Ints:
    sums = np.zeros(int(of.max()) + 1, dtype=np.int64)
    np.add.at(sums, of, values)
    return sums


def _at(metres: int, side: int) -> int:
    """A coordinate in hundredths of the view box; the margin is the largest dot."""
    return (_LARGEST + 1) * _HUNDRED + int(metres) * _STEP * _HUNDRED // side


def _radius(people: int, most: int) -> int:
    """In hundredths: the area goes by the people; never too small to be seen."""
    return max(isqrt((_LARGEST * _HUNDRED) ** 2 * int(people) // most), _HUNDRED)


def _circle(x: int, y: int, radius: int) -> str:
    r, wide = radius / _HUNDRED, 2 * radius / _HUNDRED
    left, middle = (x - radius) / _HUNDRED, y / _HUNDRED
    return f"M{left:g} {middle:g}a{r:g} {r:g} 0 1 0 {wide:g} 0a{r:g} {r:g} 0 1 0-{wide:g} 0z"
