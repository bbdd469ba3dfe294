"""What somebody calls a road: a way by its number, a stretch between two, or a name."""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from stillhere.names import fold
from stillhere.places.address import fold_street, read_address
from stillhere.places.roads.course import Course, Floats, Mask
from stillhere.places.roads.engine import shortest
from stillhere.places.roads.speeds import mask_of
from stillhere.places.roads.table import Ints
from stillhere.vocabulary.roads import VehicleClass

_Index = Mapping[str, AbstractSet[int]]
_WAY: Final = re.compile(
    r"\b(?:way|w)\s*[/#№:]?\s*(\d+)\b|[#№]\s*(\d{4,})\b", re.IGNORECASE
)
_POINT: Final = re.compile(r"(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)")
_SIGNS: Final = re.compile(r"[\W_]+")
_WITHIN_M: Final = 100
"""A point of a stretch further off every road names none."""
_WHEELS: Final = mask_of(VehicleClass.CAR, VehicleClass.BUS, VehicleClass.AMBULANCE)


@dataclass(frozen=True, eq=False)
class RoadNames:
    """The pieces of a table of roads by what they are called."""

    course: Course

    def pieces(self, text: str) -> Mask | None:
        """The pieces a text means.

        Args:
            text: ``way 123``, or ``№ 1234`` from four digits on; two of these, or two points as ``lat, lon``, for the
                shortest stretch between them, both ends included; one point for the piece
                it lies at; else a name in any language or a number, as on the map.

        Returns:
            None where it means no road of the table.
        """
        ends = self._ends(text)
        if not ends:
            return self._named(text)
        if any(not end.any() for end in ends):
            return None
        if len(ends) == 1:
            return ends[0]
        stretch = self._between(ends[0], ends[-1], self._driven)
        return self._between(ends[0], ends[-1]) if stretch is None else stretch

    def _ends(self, text: str) -> list[Mask]:
        ways = [int(one or other) for one, other in _WAY.findall(text)]
        if ways:
            return [self._way(code) for code in ways]
        return [self._at(float(a), float(b)) for a, b in _POINT.findall(text)]

    def _way(self, code: int) -> Mask:
        table = self.course.table
        found: Mask = (table.way_id == code)[table.piece_way]
        return found

    def _at(self, lat: float, lon: float) -> Mask:
        x, y = (np.array([round(m)]) for m in self.course.on_plane(lat, lon))
        found = np.zeros(len(self.course.table), np.bool_)
        for usable in (self._driven, ~found):
            piece = int(self.course.snap(x, y, usable, _WITHIN_M).piece[0])
            if piece >= 0:
                found[piece] = True
                break
        return found

    def _named(self, text: str) -> Mask | None:
        """As written, but for case; only where no road is, by the folded name."""
        table = self.course.table
        for keys, known in (
            (_plain(text), self._written),
            (_folded(text), self._by_fold),
        ):
            which = sorted({n for key in keys for n in known.get(key, ())})
            if which:
                found: Mask = np.isin(table.way_name, which)[table.piece_way]
                return found
        return None

    @cached_property
    def _written(self) -> _Index:
        return self._index(_plain)

    @cached_property
    def _by_fold(self) -> _Index:
        return self._index(_folded)

    def _index(self, keys: Callable[[str], set[str]]) -> _Index:
        found: dict[str, set[int]] = {}
        for number, several in enumerate(self.course.table.names):
            for name in several.split("\n"):
                for key in keys(name):
                    found.setdefault(key, set()).add(number)
        return found

    @cached_property
    def _driven(self) -> Mask:
        table = self.course.table
        found: Mask = ((table.way_mask & _WHEELS) != 0)[table.piece_way]
        return found

    def _between(self, one: Mask, two: Mask, among: Mask | None = None) -> Mask | None:
        """The shortest stretch from one end to the other, both included; ties too."""
        table = self.course.table
        used = np.ones(len(table), np.bool_) if among is None else among | one | two
        a, b = table.piece_a[used], table.piece_b[used]
        length = np.maximum(table.piece_dm[used], 1).astype(np.float64)
        sources = [
            np.union1d(table.piece_a[end], table.piece_b[end]) for end in (one, two)
        ]
        there, back = (_distances(a, b, length, table.nodes, s) for s in sources)
        whole = there[sources[1]].min()
        if not np.isfinite(whole):
            return None
        tight = np.minimum(there[a] + back[b], there[b] + back[a]) + length <= whole
        found = one | two
        found[np.flatnonzero(used)[tight]] = True
        return found


def _distances(a: Ints, b: Ints, length: Floats, nodes: int, sources: Ints) -> Floats:
    """Decimetres from the nearest of some nodes to every node."""
    tail, head = np.concatenate((a, b)), np.concatenate((b, a))
    order = np.argsort(tail, kind="stable")
    counts = np.bincount(tail, minlength=nodes)
    begins = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    times = np.concatenate((length, length))[order]
    found: Floats = shortest(begins, head[order], times, sources).min(axis=0)
    return found


def _plain(text: str) -> set[str]:
    """As written, but for case, signs and spaces."""
    return {_SIGNS.sub("", text).casefold()} - {""}


def _folded(text: str) -> set[str]:
    """Folded with and without its words for a street, signs and spaces left out."""
    bare = read_address(text).street
    return _plain(fold(text)) | _plain(fold_street(text)) | _plain(fold_street(bare))
