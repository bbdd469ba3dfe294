"""One line of a list of effort: a settlement, street or building."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stillhere.desk.searching.pictures import Small, bar
from stillhere.ledger import PlaceKey
from stillhere.plan.searched import AreaEffort, Ended

_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Day:
    """One small picture below a day.

    Attributes:
        day: ISO date.
        done: By the end of it.
        small: The picture; None where a bar stands for it.
    """

    day: str
    done: AreaEffort
    small: Small | None = None

    @property
    def bar(self) -> int:
        """Width of the filled part of a bar."""
        return bar(self.done.effort)


@dataclass(frozen=True, slots=True)
class AreaLine:
    """What is shown of an area.

    Attributes:
        done: Effort.
        names: Of the area, the reader's language first.
        left: People expected to be still there, thousandths; a figure of its own.
        visited: How far a settlement is known, in words; empty for others.
        ended: Decisions that end its search, the latest first.
        days: By the end of each day shown.
        page: Address of what is inside it; empty where there is nothing.
    """

    done: AreaEffort
    names: str
    left: int
    visited: str
    ended: tuple[Ended, ...]
    days: tuple[Day, ...]
    page: str

    @property
    def key(self) -> PlaceKey:
        """Of the area."""
        return self.done.key


def thousandths(millionths: int) -> int:
    """For `tenths`."""
    return millionths // _THOUSAND


def ended_by_place(every: Iterable[Ended]) -> Mapping[PlaceKey, tuple[Ended, ...]]:
    """Ended searches by place, the latest first."""
    found: dict[PlaceKey, list[Ended]] = {}
    for one in every:
        found.setdefault(one.place, []).append(one)
    return {key: tuple(several) for key, several in found.items()}


def days_of(
    key: PlaceKey,
    by_day: Sequence[tuple[str, Mapping[PlaceKey, AreaEffort]]],
    smalls: Sequence[Small | None] = (),
) -> tuple[Day, ...]:
    """Effort of one area by the end of each day; with pictures where there are any."""
    pictures = smalls or (None,) * len(by_day)
    return tuple(
        Day(day, areas[key], small)
        for (day, areas), small in zip(by_day, pictures, strict=True)
    )
