"""Settlements nobody has visited, with the people expected there: they rise with time.

A settlement is visited once a team spoke with a resident of it, or called through every
street and waited; else it was passed, or not even that.
"""

import datetime as dt
from typing import NamedTuple

from stillhere.ledger import Picture, PlaceKey, Visited
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief
from stillhere.plan.rules import PlanRules

_HUNDRED = 100
_DAY = len("2023-10-05")


class NotVisited(NamedTuple):
    """One settlement that was not visited.

    Attributes:
        key: Of the settlement.
        known: A table of places or of buildings has it; else it is a name of reports
            alone, and may be no place at all.
        passed: A team was there, and neither spoke with a resident nor called through
            every street.
        expected: People expected to be still there, millionths.
        doors: Dwellings of it in the table of buildings, else those reports name.
        last: Latest date anybody was there or at one of its doors; None for never.
        days: Whole days since then, else since hour 0.
        rank: Expected people, more for every day: what the list is ordered by.
    """

    key: PlaceKey
    known: bool
    passed: bool
    expected: int
    doors: int
    last: str | None
    days: int
    rank: int


def not_visited(
    picture: Picture,
    atlas: Atlas,
    believed: Belief,
    rules: PlanRules,
    hour_0: str | None,
) -> tuple[NotVisited, ...]:
    """Settlements nobody has visited, the first to go to first.

    Args:
        picture: Its `as_of` is the day of reading.
        atlas: Settlements of the table of buildings count, reported or not.
        believed: Expected people, computed from the picture.
        rules: ``searched.rise_percent_per_day``.
        hour_0: ISO time at which the search began; None counts no days before a visit.

    Returns:
        By rank, ties by key. A place where nobody is expected stands in it, too.
    """
    rise = rules.number("searched", "rise_percent_per_day")
    last = _last_visits(picture)
    doors = dict(zip(atlas.settlements, _doors(atlas), strict=True))
    found = []
    for key in sorted({*doors, *(p.key for p in picture.settlements)}):
        place = picture.places.get(key)
        if place is not None and place.visited is Visited.VISITED:
            continue
        passed = place is not None and place.visited is Visited.PASSED
        expected = believed.places[key].expected if key in believed.places else 0
        days = days_between(last.get(key) or hour_0, picture.as_of)
        rank = expected * (_HUNDRED + rise * days) // _HUNDRED
        count = doors.get(key) or (place.dwellings if place else 0)
        known = key in doors or key in atlas.gazetteer
        found.append(
            NotVisited(key, known, passed, expected, count, last.get(key), days, rank)
        )
    return tuple(sorted(found, key=lambda one: (-one.rank, one.key)))


def _doors(atlas: Atlas) -> list[int]:
    counts = [0] * len(atlas.settlements)
    for number in atlas.settlement.tolist():
        counts[number] += 1
    return counts


def _last_visits(picture: Picture) -> dict[PlaceKey, str]:
    """Latest date of a visit to a settlement or to a door of it."""
    last: dict[PlaceKey, str] = {}
    for place in picture.places.values():
        date = place.last_visit
        if date and date > last.get(place.settlement, ""):
            last[place.settlement] = date
    return last


def days_between(since: str | None, now: str) -> int:
    """Whole days from one ISO date or time to another; 0 for none, never below 0."""
    try:
        first = dt.date.fromisoformat((since or "")[:_DAY])
        last = dt.date.fromisoformat(now[:_DAY])
    except ValueError:
        return 0
    return max(0, (last - first).days)
