"""Where roads run on the operation's plane, and which of them a point lies at."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from stillhere.places.geometry import LocalPlane
from stillhere.places.roads.engine import nearest
from stillhere.places.roads.table import DEGREE, Ints, RoadTable

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Number = TypeVar("Number", np.int64, np.float64)
_STEP_M: Final = 20.0
"""A line is looked for by points this far apart."""
_LOOKED_AT: Final = 12


class Spots(NamedTuple):
    """Where points meet the roads.

    Attributes:
        piece: Number of the piece each lies at; -1 where none is near.
        along_dm: How far along it.
        off_m: How far off it.
    """

    piece: Ints
    along_dm: Ints
    off_m: Ints


@dataclass(frozen=True, eq=False)
class Course:
    """The lines of a table of roads on the plane around its centre, in metres.

    Attributes:
        table: The roads.
        x, y: Of every point of `table`.
    """

    table: RoadTable
    x: Floats
    y: Floats

    @classmethod
    def of(cls, table: RoadTable) -> "Course":
        """Lay the roads out."""
        lat, lon = (float(text) for text in table.centre)
        east, north = LocalPlane(lat, lon).to_km(lat + 1.0, lon + 1.0)
        x = (table.point_lon / DEGREE - lon) * east * 1000
        y = (table.point_lat / DEGREE - lat) * north * 1000
        return cls(table, x, y)

    def on_plane(self, lat: float, lon: float) -> tuple[float, float]:
        """A point in degrees as metres of the plane."""
        centre = LocalPlane(*(float(text) for text in self.table.centre))
        x_km, y_km = centre.to_km(lat, lon)
        return x_km * 1000, y_km * 1000

    @cached_property
    def begins(self) -> Ints:
        """Number of the first point of every step of a line."""
        inside = np.ones(len(self.x), np.bool_)
        inside[self.table.piece_point[1:] - 1] = False
        found: Ints = np.flatnonzero(inside).astype(np.int64)
        return found

    @cached_property
    def piece_of_point(self) -> Ints:
        """Number of the piece of every point."""
        sizes = np.diff(self.table.piece_point)
        found: Ints = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
        return found

    @cached_property
    def lengths(self) -> Floats:
        """Length of every step, metres."""
        at = self.begins
        return np.hypot(self.x[at + 1] - self.x[at], self.y[at + 1] - self.y[at])

    @cached_property
    def along(self) -> Floats:
        """How far along its piece every step begins, metres."""
        sums = np.concatenate(([0.0], np.cumsum(self.lengths)))[:-1]
        piece = self.piece_of_point[self.begins]
        first = np.searchsorted(piece, np.arange(len(self.table)))
        padded = np.append(sums, 0.0)
        found: Floats = sums - padded[first][piece]
        return found

    def snap(self, x_m: Ints, y_m: Ints, usable: Mask, within_m: int) -> Spots:
        """The nearest usable piece to each point; ties by number of the piece."""
        steps = np.flatnonzero(usable[self.piece_of_point[self.begins]])
        if not len(steps) or not len(x_m):
            nowhere = np.full(len(x_m), -1, np.int64)
            return Spots(nowhere, np.zeros_like(nowhere), np.zeros_like(nowhere))
        marks, of_step = self._marks(steps)
        asked = np.column_stack((x_m, y_m)).astype(np.float64)
        number = min(_LOOKED_AT, len(marks))
        near = nearest(marks, asked, number, within_m + _STEP_M)
        found = near < len(marks)
        step = steps[of_step[np.where(found, near, 0)]]
        off, share = self._off(step, asked)
        off = np.where(found & (off <= within_m), np.rint(off * 10), np.inf)
        return self._best(step, off, share)

    def feet(self, spots: Spots) -> tuple[Floats, Floats]:
        """Where on the plane some points meet the roads; 0, 0 for those that do not."""
        on = np.flatnonzero(spots.piece >= 0)
        x, y = np.zeros(len(spots.piece)), np.zeros(len(spots.piece))
        piece = spots.piece[on]
        share = spots.along_dm[on] / np.maximum(self.table.piece_dm[piece], 1)
        sums = np.concatenate(([0.0], np.cumsum(self.lengths)))
        first = np.searchsorted(self.piece_of_point[self.begins], piece)
        way = sums[first] + share * self._metres[piece]
        last = np.searchsorted(self.piece_of_point[self.begins], piece, "right") - 1
        step = np.clip(np.searchsorted(sums, way, "right") - 1, first, last)
        part = (way - sums[step]) / np.maximum(self.lengths[step], 1e-9)
        at = self.begins[step]
        x[on] = self.x[at] + part * (self.x[at + 1] - self.x[at])
        y[on] = self.y[at] + part * (self.y[at + 1] - self.y[at])
        return x, y

    def _best(self, step: Ints, off_dm: Floats, share: Floats) -> Spots:
        piece = self.piece_of_point[self.begins[step]]
        order = np.lexsort((piece, off_dm), axis=1)[:, :1]
        of, step = _chosen(piece, order), _chosen(step, order)
        off, share = _chosen(off_dm, order), _chosen(share, order)
        there = np.isfinite(off)
        way = self.along[step] + share * self.lengths[step]
        part = np.clip(way / np.maximum(self._metres[of], 1e-9), 0, 1)
        along = np.rint(part * self.table.piece_dm[of])
        return Spots(
            np.where(there, of, -1).astype(np.int64),
            np.where(there, along, 0).astype(np.int64),
            np.rint(np.where(there, off, 0) / 10).astype(np.int64),
        )

    @cached_property
    def _metres(self) -> Floats:
        """Length of every piece on the plane."""
        piece = self.piece_of_point[self.begins]
        metres = np.bincount(piece, self.lengths, minlength=len(self.table))
        found: Floats = metres.astype(np.float64)
        return found

    def _marks(self, steps: Ints) -> tuple[Floats, Ints]:
        """Points along some steps, and the place in `steps` each belongs to."""
        parts = np.maximum(1, np.ceil(self.lengths[steps] / _STEP_M)).astype(np.int64)
        of = np.repeat(np.arange(len(steps), dtype=np.int64), parts)
        rank = np.arange(len(of)) - np.repeat(np.cumsum(parts) - parts, parts)
        share = (rank + 0.5) / parts[of]
        at = self.begins[steps][of]
        x = self.x[at] + share * (self.x[at + 1] - self.x[at])
        y = self.y[at] + share * (self.y[at + 1] - self.y[at])
        return np.column_stack((x, y)), of

    def _off(self, step: Ints, asked: Floats) -> tuple[Floats, Floats]:
        """Metres from each point to its steps, and where along them, as a share."""
        at = self.begins[step]
        x, y = self.x[at], self.y[at]
        dx, dy = self.x[at + 1] - x, self.y[at + 1] - y
        square = np.maximum(dx * dx + dy * dy, 1e-9)
        px, py = asked[:, :1] - x, asked[:, 1:] - y
        share = np.clip((px * dx + py * dy) / square, 0, 1)
        return np.hypot(px - share * dx, py - share * dy), share


def _chosen(column: npt.NDArray[Number], order: Ints) -> npt.NDArray[Number]:
    """The one of each row that comes first."""
    return np.take_along_axis(column, order, axis=1)[:, 0]
