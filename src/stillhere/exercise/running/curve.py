"""People found over vehicle-hours: the curve of a run, its file and its marks.

Hours are vehicle-hours, eight for each hour of a working day, idle time included; people
are persons, the dead included.
"""

import csv
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, Self

from stillhere.errors import StillHereError

HEADER: Final = ("vehicle_hours", "found", "remaining")
_TOLERANCE = 1e-9


class Find(NamedTuple):
    """One dwelling found: the hour at which it counts, and how many people."""

    hour: float
    people: int


@dataclass(frozen=True, slots=True)
class Curve:
    """Who was found by when.

    Attributes:
        hours: Rising; first 0, then one per find, last the horizon.
        found: People found up to and with that hour.
        people: Everybody there is to find.
    """

    hours: tuple[float, ...]
    found: tuple[int, ...]
    people: int

    @classmethod
    def of(cls, finds: Iterable[Find], people: int, horizon: float) -> Self:
        """Add up finds; those after the horizon do not count."""
        hours, found = [0.0], [0]
        for find in sorted(finds):
            if find.hour <= horizon:
                hours.append(find.hour)
                found.append(found[-1] + find.people)
        return cls((*hours, horizon), (*found, found[-1]), people)

    @property
    def horizon(self) -> float:
        """The hour at which the run ended."""
        return self.hours[-1]


def hours_to(curve: Curve, share: float) -> float:
    """Vehicle-hours until a share (0 to 1) of everybody was found.

    A share that is not reached counts as the horizon; so it does where there is nobody
    to find.
    """
    for hour, found in zip(curve.hours, curve.found, strict=True):
        if curve.people and found >= share * curve.people - _TOLERANCE:
            return hour
    return curve.horizon


def found_by(curve: Curve, hour: float) -> float:
    """Share of everybody who was found by an hour; 1 where there is nobody to find."""
    if not curve.people:
        return 1.0
    return curve.found[max(0, bisect_right(curve.hours, hour) - 1)] / curve.people


def curve_csv(curve: Curve) -> str:
    """The curve as CSV: vehicle_hours, found, remaining, in persons."""
    rows = (
        f"{_written(hour)},{found},{curve.people - found}"
        for hour, found in zip(curve.hours, curve.found, strict=True)
    )
    return "\n".join((",".join(HEADER), *rows)) + "\n"


def _written(hour: float) -> str:
    text = f"{hour:.4f}".rstrip("0")
    return text.removesuffix(".")


def read_curve(path: Path) -> Curve:
    """Read a curve that was written.

    Raises:
        StillHereError: It is missing or no curve.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [tuple(float(row[name]) for name in HEADER) for row in reader]
    except (
        OSError,
        UnicodeDecodeError,
        csv.Error,
        ValueError,
        KeyError,
        TypeError,
    ) as e:
        raise StillHereError("exercise/no-curve", path=path) from e
    if not rows or rows != sorted(rows, key=lambda row: row[:2]):
        raise StillHereError("exercise/no-curve", path=path)
    hours, found = (tuple(row[n] for row in rows) for n in (0, 1))
    return Curve(hours, tuple(map(int, found)), int(rows[0][1] + rows[0][2]))
