"""Arrays that grow: amortised appends to numpy columns."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Growing:
    """A one- or two-dimensional array with room to spare behind its end.

    Attributes:
        size: Rows in use; `view` shows exactly these.
    """

    def __init__(self, dtype: Any, columns: int = 0, fill: int = 0) -> None:  # noqa: ANN401 (numpy dtype-like)
        self.columns = columns
        self.fill = fill
        self.size = 0
        self._data: Array = np.full(self._shape(16), fill, dtype)
        self.view: Array = self._data[:0]

    def _shape(self, rows: int) -> int | tuple[int, int]:
        return (rows, self.columns) if self.columns else rows

    def resize(self, size: int) -> None:
        """Set the number of rows in use; new rows hold the fill value."""
        room = len(self._data)
        if size > room:
            larger = np.full(
                self._shape(max(size, room + room // 4 + 64)),
                self.fill,
                self._data.dtype,
            )
            larger[: self.size] = self._data[: self.size]
            self._data = larger
        self.size = size
        self.view = self._data[:size]

    def extend(self, rows: Array) -> None:
        """Append rows."""
        start = self.size
        self.resize(start + len(rows))
        self.view[start:] = rows

    def __copy__(self) -> "Growing":
        other = Growing(self._data.dtype, self.columns, self.fill)
        other.extend(self.view)
        return other

    @property
    def nbytes(self) -> int:
        """Bytes held, room to spare included."""
        return int(self._data.nbytes)


def distinct(values: Array) -> Array:
    """The distinct values, sorted; by sorting, which beats hashing on these columns."""
    ordered = np.sort(values)
    if len(ordered) < 2:
        return ordered
    fresh = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    kept: Array = ordered[fresh]
    return kept


def stable_order(keys: Array) -> Array:
    """Positions that put 64-bit keys in order, equal ones as they come.

    By digits of sixteen bits, which are counted and not compared: the upper two for all
    keys, the whole for the few that agree in these alone.
    """
    if len(keys) < _FEW:
        return np.argsort(keys, kind="stable")
    low = (keys >> np.uint64(32)).astype(np.uint16)
    order = np.argsort(low, kind="stable")
    high = (keys >> np.uint64(48)).astype(np.uint16)
    order = order[np.argsort(high[order], kind="stable")]
    ordered = keys[order]
    head = ordered >> np.uint64(32)
    alike = head[1:] == head[:-1]
    mixed = alike & (ordered[1:] != ordered[:-1])
    if mixed.any():
        run = np.zeros(len(keys), np.int64)
        np.cumsum(~alike, out=run[1:])
        torn = np.zeros(run[-1] + 1, np.bool_)
        torn[run[1:][mixed]] = True
        where = np.flatnonzero(torn[run])
        order[where] = order[where[np.argsort(ordered[where], kind="stable")]]
    return order


_FEW = 5_000
"""Keys up to which comparing them is as fast."""


def ranked(keys: Array, places: Array) -> tuple[Array, Array]:
    """Order by key, then by place; both sorted, no pair twice.

    What comes in order, or in the order of places, is not sorted twice.

    Args:
        keys: Unsigned, of 64 bits.
        places: As many, at least 0 and below 2^31.
    """
    if (keys[1:] < keys[:-1]).any():
        order = stable_order(keys)
        keys, places = keys[order], places[order]
        del order
    same = keys[1:] == keys[:-1]
    if (same & (places[1:] < places[:-1])).any():
        places = _in_runs(same, places)
    fresh = np.ones(len(keys), np.bool_)
    np.logical_and(same, places[1:] == places[:-1], out=fresh[1:])
    np.logical_not(fresh[1:], out=fresh[1:])
    places = places.astype(np.int32, copy=False)
    return (keys, places) if fresh.all() else (keys[fresh], places[fresh])


def _in_runs(same: Array, places: Array) -> Array:
    """Places sorted within their runs; `same` where a run goes on."""
    packed = np.zeros(len(places), np.int64)
    np.cumsum(~same, out=packed[1:])
    packed <<= 31
    packed |= places
    packed.sort()
    packed &= _PLACE
    return packed


_PLACE = (1 << 31) - 1


def within(values: Array, ordered: Array) -> Array:
    """Mask of the values that stand in a sorted array."""
    if not len(ordered):
        return np.zeros(len(values), np.bool_)
    at = np.searchsorted(ordered, values)
    at[at == len(ordered)] = 0
    found: Array = ordered[at] == values
    return found


def ranges(starts: Array, lengths: Array) -> Array:
    """Concatenate ``arange(s, s + n)`` for every (s, n); empty for no rows."""
    total = int(lengths.sum())
    if not total:
        return np.empty(0, np.int64)
    ends = np.cumsum(lengths)
    places: Array = np.repeat(starts - (ends - lengths), lengths)
    places += np.arange(total)
    return places
