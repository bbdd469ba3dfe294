"""Ways are cut into pieces: at junctions, at barriers, and where they grow long."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from stillhere.places.geometry import ECCENTRICITY_SQUARED, EQUATOR_KM
from stillhere.places.roads.speeds import EVERYONE
from stillhere.places.roads.table import DEGREE, Ints, RoadTable
from stillhere.places.roads.tags import RoadTags

NOT_THERE: Final = -(2**31)
"""In place of a coordinate of a node that is not in the file."""
_COLUMNS: Final = (
    *("way_id", "way_kind", "way_mask", "way_oneway", "way_cap_kmh", "way_name"),
    *("piece_a", "piece_b", "piece_way", "piece_point", "point_lat", "point_lon"),
)
_LONG_DM: Final = 2500
"""From this length on a piece ends at the next node, so that little is closed at once."""


@dataclass(slots=True)
class RawWay:
    """One way as read: its nodes and where they are, in ten-millionths of a degree."""

    id: int
    tags: RoadTags
    refs: list[int]
    lats: list[int]
    lons: list[int]


@dataclass(slots=True)
class Cutter:
    """Cuts ways into the pieces of a `RoadTable`.

    Attributes:
        ways: In the order of the file.
        barriers: Node to the mask of who passes, where not everybody does.
        shared: How often ways come to a node; ends of a way count twice.
    """

    ways: Sequence[RawWay]
    barriers: Mapping[int, int]
    shared: Mapping[int, int]
    _numbers: dict[int, int] = field(default_factory=dict)
    _nodes: int = 0
    _cells: dict[str, list[int]] = field(default_factory=dict)
    _kinds: dict[str, int] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)

    def table(
        self, file: str, digest: str, dated: str, centre: tuple[float, float] | None
    ) -> RoadTable:
        """All pieces, in the order of the ways."""
        self._cells = {name: [] for name in _COLUMNS}
        for way in self.ways:
            self._cut(way)
        self._cells["piece_point"].append(len(self._cells["point_lat"]))
        columns = {n: np.array(cells, np.int64) for n, cells in self._cells.items()}
        lat, lon = columns["point_lat"], columns["point_lon"]
        columns["piece_dm"] = _lengths(lat, lon, columns["piece_point"])
        if centre is None:
            centre = (_middle(lat), _middle(lon))
        return RoadTable(
            file=file,
            digest=digest,
            centre=(f"{centre[0]:.6f}", f"{centre[1]:.6f}"),
            dated=dated,
            kinds=tuple(self._kinds),
            names=tuple(self._names),
            **columns,
        )

    def _cut(self, way: RawWay) -> None:
        number = self._way(way.id, way.tags)
        for first, last in self._pieces(way):
            a, b = (self._end(way, at) for at in (first, last))
            self._piece(number, (a, b), way, range(first, last + 1))

    def _pieces(self, way: RawWay) -> Iterator[tuple[int, int]]:
        """First and last node of each piece, by their places in the way."""
        for begin, end in _whole(way):
            lengths = _steps_dm(way, begin, end)
            cuts, length = [begin], 0
            for at in range(begin + 1, end):
                length += lengths[at - begin - 1]
                ref = way.refs[at]
                if self.shared[ref] > 1 or ref in self.barriers or length >= _LONG_DM:
                    cuts.append(at)
                    length = 0
            yield from pairwise((*cuts, end))

    def _end(self, way: RawWay, at: int) -> int:
        """The node a piece ends at; at a barrier one of its own, joined through it."""
        ref = way.refs[at]
        if ref not in self._numbers:
            self._numbers[ref] = self._new()
        node = self._numbers[ref]
        mask = self.barriers.get(ref, EVERYONE)
        if mask == EVERYONE:
            return node
        before = self._new()
        through = way.tags._replace(kind="barrier", mask=way.tags.mask & mask)
        self._piece(self._way(way.id, through), (before, node), way, range(at, at + 1))
        return before

    def _new(self) -> int:
        self._nodes += 1
        return self._nodes - 1

    def _way(self, code: int, tags: RoadTags) -> int:
        cells = self._cells
        cells["way_id"].append(code)
        cells["way_kind"].append(self._kinds.setdefault(tags.kind, len(self._kinds)))
        cells["way_mask"].append(tags.mask)
        cells["way_oneway"].append(tags.oneway)
        cells["way_cap_kmh"].append(tags.cap_kmh)
        names = "\n".join(tags.names)
        cells["way_name"].append(self._names.setdefault(names, len(self._names)))
        return len(cells["way_id"]) - 1

    def _piece(
        self, number: int, ends: tuple[int, int], way: RawWay, course: range
    ) -> None:
        cells = self._cells
        cells["piece_a"].append(ends[0])
        cells["piece_b"].append(ends[1])
        cells["piece_way"].append(number)
        cells["piece_point"].append(len(cells["point_lat"]))
        cells["point_lat"] += way.lats[course.start : course.stop]
        cells["point_lon"] += way.lons[course.start : course.stop]


def _whole(way: RawWay) -> Iterator[tuple[int, int]]:
    """First and last node of each run of a way that lies in the file, two or more."""
    begin = None
    for at, lat in enumerate((*way.lats, NOT_THERE)):
        if lat == NOT_THERE:
            if begin is not None and at - begin > 1:
                yield begin, at - 1
            begin = None
        elif begin is None:
            begin = at


def _steps_dm(way: RawWay, begin: int, end: int) -> list[int]:
    """Length of each step of a run, in decimetres."""
    lat = np.array(way.lats[begin : end + 1], np.int64)
    lon = np.array(way.lons[begin : end + 1], np.int64)
    return [int(step) for step in _steps(lat, lon)]


def _lengths(lat: Ints, lon: Ints, begins: Ints) -> Ints:
    """Length of each piece, in decimetres; at least one where it has two points."""
    along = np.concatenate(([0.0], np.cumsum(_steps(lat, lon))))
    sums = along[np.maximum(begins[1:] - 1, 0)] - along[begins[:-1]]
    length: Ints = np.rint(sums).astype(np.int64)
    return np.maximum(length, (np.diff(begins) > 1).astype(np.int64))


def _steps(lat: Ints, lon: Ints) -> npt.NDArray[np.float64]:
    """Decimetres from each point to the next, on the ellipsoid of WGS84.

    The radii are rounded to the metre, so that the last bit of a sine, which differs
    between machines, does not matter.
    """
    middle = np.radians((lat[1:] + lat[:-1]) / (2 * DEGREE))
    shrink = 1 - ECCENTRICITY_SQUARED * np.sin(middle) ** 2
    equator = EQUATOR_KM * 1000
    north = np.rint(equator * (1 - ECCENTRICITY_SQUARED) / shrink**1.5)
    east = np.rint(equator / np.sqrt(shrink) * np.cos(middle))
    per = np.pi / 180 * 10 / DEGREE
    dy, dx = np.diff(lat) * north * per, np.diff(lon) * east * per
    return np.sqrt(dx * dx + dy * dy)


def _middle(column: Ints) -> float:
    return float((column.min() + column.max()) / 2 / DEGREE)
