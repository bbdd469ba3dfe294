"""What was searched, as effort alone; how many may be left is another figure.

Effort is the chance that a bedridden person would have been found, had one been there.
Whole numbers of millionths. Nothing here says that a place is clear: no place ever is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from stillhere.ledger import Picture, PlaceKey, Visit
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.belief import Belief
from stillhere.plan.rules import PlanRules
from stillhere.plan.searched.detection import Effort
from stillhere.plan.searched.ground import Ground, Grouping, Level
from stillhere.plan.visits import Rounds
from stillhere.vocabulary import VisitHow, VisitResult

_AT_THE_DOOR = frozenset({VisitHow.KNOCKED, VisitHow.LOOKED_IN, VisitHow.ENTERED})
_SPOKE = frozenset({VisitResult.PEOPLE_PRESENT, VisitResult.REFUSED})
_DAY = len("2023-10-05")
_HUNDREDTH = 10_000


class DoorEffort(NamedTuple):
    """What was done at one door.

    Attributes:
        key: Of the dwelling.
        effort: Chance that a bedridden person would have been found, millionths.
        visited: Somebody knocked, looked in, entered or spoke with who is there.
        entered: Every room was entered.
        last_visit: Latest stated date of whatever counts for it; None without one.
    """

    key: PlaceKey
    effort: int = 0
    visited: bool = False
    entered: bool = False
    last_visit: str | None = None


class AreaEffort(NamedTuple):
    """What was done in one building, street or settlement.

    Attributes:
        key: Of the area.
        doors: How many there are.
        visited, entered: At how many somebody was; in how many every room was entered.
        searched: How many are searched, each for itself.
        effort: Chance that a bedridden person would have been found, were they equally
            likely behind any of its doors; millionths.
        enough: The effort is enough to count as searched, or all doors were entered.
        last_visit: Latest stated date of a visit to it or to a door of it.
    """

    key: PlaceKey
    doors: int
    visited: int
    entered: int
    searched: int
    effort: int
    enough: bool
    last_visit: str | None

    @property
    def told(self) -> int:
        """The effort in whole hundredths, rounded down: it is no more exact than that."""
        return self.effort // _HUNDREDTH * _HUNDREDTH


@dataclass(frozen=True, eq=False)
class Searched:
    """What was done by the end of one day, door by door.

    Attributes:
        ground: The doors there are.
        until: ISO day, visits of which still count; None for everything.
        doors: Doors at which anything was done, by key.
        around: Areas visited as a whole, with the latest date.
        enough: Effort from which a door or an area counts as searched, millionths.
    """

    ground: Ground
    until: str | None
    doors: Mapping[PlaceKey, DoorEffort]
    around: Mapping[PlaceKey, str | None]
    enough: int

    def door(self, key: PlaceKey) -> DoorEffort:
        """What was done at a door; no effort where nothing was."""
        return self.doors.get(key, DoorEffort(key))

    def is_searched(self, door: DoorEffort) -> bool:
        """Whether the effort at a door is enough, or every room of it was entered."""
        return door.entered or door.effort >= self.enough

    def areas(self, level: Level) -> dict[PlaceKey, AreaEffort]:
        """What was done per area of a level, by key; every area is in it."""
        grouping = self.ground.levels[level]
        last = self._last(grouping)
        rows = zip(grouping.keys, self._sums(grouping).tolist(), strict=True)
        return {key: self._area(key, row, last.get(key)) for key, row in rows}

    def _sums(self, grouping: Grouping) -> Ints:
        """Per area: doors, those visited, entered and searched, effort added up."""
        sums = np.zeros((len(grouping.keys) + 1, 5), dtype=np.int64)
        np.add.at(sums[:, 0], grouping.of, 1)
        for key, door in self.doors.items():
            enough = self.is_searched(door)
            done = (door.visited, door.entered, enough, door.effort)
            sums[grouping.of[self.ground.index[key]], 1:] += done
        no_area = -1
        return sums[:no_area]

    def _area(self, key: PlaceKey, row: list[int], last: str | None) -> AreaEffort:
        doors, visited, entered, searched, total = row
        effort = total // doors
        enough = effort >= self.enough or entered == doors
        return AreaEffort(key, doors, visited, entered, searched, effort, enough, last)

    def _last(self, grouping: Grouping) -> dict[PlaceKey, str | None]:
        last = dict(self.around)
        for key, door in self.doors.items():
            number = int(grouping.of[self.ground.index[key]])
            if number >= 0 and door.last_visit:
                area = grouping.keys[number]
                last[area] = max(last.get(area) or "", door.last_visit)
        return last


def searched(
    picture: Picture,
    atlas: Atlas,
    rules: PlanRules,
    *,
    until: str | None = None,
    ground: Ground | None = None,
) -> Searched:
    """What was searched by the end of a day.

    Args:
        picture: Whose visits count.
        atlas: The doors; a round of a whole village counts for each of them, as
            `plan.visits.Rounds` says.
        rules: Section ``searched``.
        until: ISO day; later visits, and those without a date, do not count. None for
            every visit.
        ground: As `Ground.of` gives it for this picture, where it is at hand.

    Returns:
        Effort only. Expected people are never part of it: see `expected_left`.

    Cost: some 100 ms for 20,000 dwellings.
    """
    ground = ground or Ground.of(picture, atlas)
    rounds, effort = Rounds(picture, atlas), Effort(rules)
    doors = {}
    for key in ground.keys:
        visits = [visit for visit in rounds.at(key) if _by(visit, until)]
        if visits:
            doors[key] = _door(key, visits, effort)
    return Searched(
        ground=ground,
        until=until,
        doors=MappingProxyType(dict(sorted(doors.items()))),
        around=MappingProxyType(_around(picture, ground, until)),
        enough=rules.number("searched", "enough"),
    )


def _by(visit: Visit, until: str | None) -> bool:
    return until is None or (visit.date is not None and visit.date[:_DAY] <= until)


def _door(key: PlaceKey, visits: Sequence[Visit], effort: Effort) -> DoorEffort:
    inside = [v for v in visits if v.result is not VisitResult.NO_ACCESS]
    return DoorEffort(
        key,
        effort.of(visits),
        any(v.how in _AT_THE_DOOR or v.result in _SPOKE for v in inside),
        any(v.how is VisitHow.ENTERED for v in inside),
        _latest(visits),
    )


def _around(
    picture: Picture, ground: Ground, until: str | None
) -> dict[PlaceKey, str | None]:
    """Latest visit to each area that was visited as a whole."""
    found = {}
    for place in picture.places.values():
        if place.visits and place.key not in ground.index:
            visits = [visit for visit in place.visits if _by(visit, until)]
            if visits:
                found[place.key] = _latest(visits)
    return found


def _latest(visits: Sequence[Visit]) -> str | None:
    return max((visit.date for visit in visits if visit.date), default=None)


def expected_left(
    believed: Belief, ground: Ground, level: Level
) -> dict[PlaceKey, int]:
    """People expected to be still there per area of a level, in millionths, by key.

    The second figure beside effort, never merged with it. A settlement's holds people
    of no known door, too; areas where nobody is expected are left out.
    """
    if level is Level.SETTLEMENT:
        return {key: p.expected for key, p in believed.places.items() if key}
    grouping = ground.levels[level]
    sums = np.zeros(len(grouping.keys) + 1, dtype=np.int64)
    for key, door in believed.doors.items():
        number = ground.index.get(key)
        if number is not None:
            sums[grouping.of[number]] += door.expected
    pairs = zip(grouping.keys, sums.tolist(), strict=False)
    return {key: people for key, people in pairs if people}
