"""What a page of one place says of its search: effort, and apart from it who is left."""

from typing import Any

from django.urls import reverse

from stillhere.desk.believed import belief_of
from stillhere.desk.operation.live import Operation
from stillhere.desk.searching.done import searched_of
from stillhere.desk.views.searching.shown import ended_by_place, thousandths
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan import Belief
from stillhere.plan.searched import (
    AreaEffort,
    Ground,
    Level,
    Searched,
    ended,
    expected_left,
)


def beside(operation: Operation, picture: Picture, key: PlaceKey) -> dict[str, Any]:
    """Effort and expected people of one place, for its page.

    Returns:
        Nothing for a place without any door that a table or a report names.
    """
    now = searched_of(operation, picture)
    found = _area(now, key)
    if found is None:
        return {}
    level, done = found
    believed = belief_of(operation, picture)
    return {
        "done": done,
        "left": thousandths(_left(believed, now.ground, level, key)),
        "ended": ended_by_place(ended(picture)).get(key, ()),
        "search_end": reverse("search-end", args=[key]) if level else "",
        "search_inside": _inside(level, key),
    }


def _area(now: Searched, key: PlaceKey) -> tuple[Level | None, AreaEffort] | None:
    """The level of a place, None for a dwelling, and what was done there."""
    for level in (Level.SETTLEMENT, Level.BUILDING):
        if key in now.ground.levels[level].keys:
            return level, now.areas(level)[key]
    if key not in now.ground.index:
        return None
    door = now.door(key)
    enough = now.is_searched(door)
    counts = (1, int(door.visited), int(door.entered), int(enough))
    return None, AreaEffort(key, *counts, door.effort, enough, door.last_visit)


def _left(believed: Belief, ground: Ground, level: Level | None, key: PlaceKey) -> int:
    if level is None:
        return believed.door(key).expected
    return expected_left(believed, ground, level).get(key, 0)


def _inside(level: Level | None, key: PlaceKey) -> str:
    """Where the streets of a settlement are; empty for anything else."""
    wanted = level is Level.SETTLEMENT
    return reverse("searched-place", args=[key]) if wanted else ""
