"""Doors by how many people are expected behind them, most first."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

import numpy as np

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Ints
from stillhere.plan.belief import Door, Doors


class Ranked(Sequence[Door]):
    """A long list of doors of which a page is made only when it is looked at."""

    __slots__ = ("_doors", "_numbers", "_others")

    def __init__(self, doors: Doors, others: Sequence[PlaceKey], numbers: Ints) -> None:
        """The doors of some numbers; those behind the table are `others`, in order."""
        self._doors, self._others, self._numbers = doors, others, numbers

    @overload
    def __getitem__(self, at: int) -> Door: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Door, ...]: ...
    def __getitem__(self, at: int | slice) -> Door | tuple[Door, ...]:
        if isinstance(at, slice):
            return tuple(map(self._door, self._numbers[at].tolist()))
        return self._door(int(self._numbers[at]))

    def __len__(self) -> int:
        return len(self._numbers)

    def _door(self, number: int) -> Door:
        keys = self._doors.atlas.keys
        known = number < len(keys)
        return self._doors[keys[number] if known else self._others[number - len(keys)]]


def by_expected(doors: Doors, settlement: PlaceKey | None = None) -> Ranked:
    """Doors with a chance above nothing, most people expected first, ties by key.

    Args:
        doors: As believed; those no table knows are among them.
        settlement: Only the doors of this one; None for all.

    Returns:
        Empty where nobody is expected. Cost: about 20 ms for 100,000 doors.
    """
    others = sorted(doors.others)
    order = _by_key(doors, others)
    expected, chance = (
        np.concatenate([doors.columns[row], _column(doors, others, row)])
        for row in (0, 2)
    )
    kept = chance > 0
    if settlement is not None:
        kept &= _inside(doors, others, settlement)
    order = order[kept[order]]
    ranked = order[np.argsort(-expected[order], kind="stable")]
    return Ranked(doors, others, ranked)


def _by_key(doors: Doors, others: Sequence[PlaceKey]) -> Ints:
    """Numbers of all doors in the order of their keys, those of no table at the end."""
    keys, order = doors.atlas.keys, doors.atlas.order
    at = [bisect_left(order, key, key=keys.__getitem__) for key in others]
    numbers = np.arange(len(keys), len(keys) + len(others), dtype=np.int64)
    return np.insert(np.array(order, dtype=np.int64), at, numbers)


def _column(doors: Doors, others: Sequence[PlaceKey], row: int) -> Ints:
    """The same number of doors no table knows; `Door` begins with the key."""
    return np.array([doors.others[key][row + 1] for key in others], dtype=np.int64)


def _inside(
    doors: Doors, others: Sequence[PlaceKey], settlement: PlaceKey
) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    atlas = doors.atlas
    at = bisect_left(atlas.settlements, settlement)
    known = at < len(atlas.settlements) and atlas.settlements[at] == settlement
    number = at if known else -1
    beside = [key.partition("/")[0] == settlement for key in others]
    return np.concatenate([atlas.settlement == number, np.array(beside, np.bool_)])
