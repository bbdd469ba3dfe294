"""Small pictures of effort: a settlement cut into squares, filled as far as effort goes.

A square stands for the doors in it; the filled part of its area is their effort. So a
picture says the same on paper and without colour. Everything is a path of plain SVG.
"""

from dataclasses import dataclass
from math import isqrt

import numpy as np

from stillhere.ledger import PlaceKey
from stillhere.plan import Atlas
from stillhere.plan.atlas import Ints
from stillhere.plan.searched import Searched

ACROSS = 10
"""Squares across the longer side of a settlement."""

_SIDE, _STEP = 8, 10
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Small:
    """One small picture.

    Attributes:
        width, height: Of its view box.
        outline: Path around every square that has doors.
        filled: Path of the filled part of each.
    """

    width: int
    height: int
    outline: str
    filled: str


@dataclass(frozen=True, eq=False)
class Squares:
    """The squares of one settlement.

    Attributes:
        doors: Numbers of its doors in the atlas.
        of: Square of each of these doors.
        at: Left and top of each square in the picture.
        width, height: Of the picture.
    """

    doors: Ints
    of: Ints
    at: tuple[tuple[int, int], ...]
    width: int
    height: int

    @classmethod
    def cut(cls, atlas: Atlas, settlement: PlaceKey) -> "Squares | None":
        """The squares of a settlement; None for one without doors in the table."""
        if settlement not in atlas.settlements:
            return None
        doors = np.flatnonzero(atlas.settlement == atlas.settlements.index(settlement))
        x, y = atlas.x_m[doors], atlas.y_m[doors]
        x, y = x - x.min(), y.max() - y
        side = max(int(x.max()), int(y.max())) // ACROSS + 1
        cells, of = np.unique(
            np.stack([x // side, y // side], axis=1), axis=0, return_inverse=True
        )
        at = tuple((_STEP * c + 1, _STEP * r + 1) for c, r in cells.tolist())
        wide, high = (int(n) for n in cells.max(axis=0) + 1)
        return cls(doors, of.reshape(-1), at, _STEP * wide, _STEP * high)

    def picture(self, done: Searched) -> Small:
        """The picture of what was done by a day."""
        efforts = np.array(
            [done.doors[k].effort if k in done.doors else 0 for k in self._keys(done)],
            dtype=np.int64,
        )
        sums = np.bincount(self.of, weights=efforts, minlength=len(self.at))
        doors = np.bincount(self.of, minlength=len(self.at))
        means = [int(s) // int(n) for s, n in zip(sums, doors, strict=True)]
        filled = "".join(map(_inner, self.at, means))
        outline = "".join(_square(x, y, _SIDE) for x, y in self.at)
        return Small(self.width, self.height, outline, filled)

    def _keys(self, done: Searched) -> list[PlaceKey]:
        return [done.ground.keys[number] for number in self.doors.tolist()]


def _inner(at: tuple[int, int], effort: int) -> str:
    """A square in the middle of another, as large as the effort; nothing for none."""
    tenths = (isqrt(_SIDE * _SIDE * 10_000 * effort // _MILLION) + 5) // 10
    if not tenths:
        return ""
    edge = (_SIDE * 10 - tenths) / 20
    return _square(at[0] + edge, at[1] + edge, tenths / 10)


def _square(x: float, y: float, side: float) -> str:
    return f"M{x:g} {y:g}h{side:g}v{side:g}h-{side:g}z"


BAR = 60
"""Width of the bar of a street."""


def bar(effort: int) -> int:
    """Width of the filled part of a bar, from an effort."""
    return BAR * effort // _MILLION
