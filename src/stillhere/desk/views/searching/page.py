"""What was searched, by day: effort, and beside it the people expected there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stillhere.desk.access import Act, asks
from stillhere.desk.believed import atlas_of, belief_of
from stillhere.desk.naming import place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.searching.done import days_of, searched_of
from stillhere.desk.searching.pictures import Squares
from stillhere.desk.views.searching.places import nobody_visited
from stillhere.desk.views.searching.shown import (
    AreaLine,
    ended_by_place,
    thousandths,
)
from stillhere.desk.views.searching.shown import days_of as shown_days
from stillhere.desk.views.searching.words import area_words
from stillhere.desk.visited_words import VISITED
from stillhere.ledger import Picture, PlaceEntry, PlaceKey, Visited
from stillhere.plan.searched import (
    Ended,
    Level,
    Searched,
    ended,
    expected_left,
)

DAYS = 7
"""Days of one page."""


@dataclass(frozen=True, slots=True)
class EndedLine:
    """A search that was ended, and where."""

    said: Ended
    names: str


@asks(Act.SEE)
def searched(request: HttpRequest) -> HttpResponse:
    """Every settlement with what was done there by the end of each day."""
    operation = the_operation()
    picture = operation.picture
    days, older = shown_of(picture, request.GET.get("until", ""))
    page: dict[str, Any] = {
        "lines": _lines(operation, picture, days),
        "waiting": nobody_visited(operation, picture),
        "ended": [
            EndedLine(one, area_words(operation, one.place)) for one in ended(picture)
        ],
        "enough": searched_of(operation, picture).enough,
        "days": days,
        "older": older,
    }
    return render(request, "desk/searched.html", page)


def shown_of(picture: Picture, until: str) -> tuple[tuple[str, ...], str]:
    """The days of one page, and the day on which the page before ends; empty for none.

    Args:
        picture: Days with visits are shown.
        until: The last day to show; the latest for an empty or unknown one.
    """
    every = days_of(picture)
    last = every.index(until) + 1 if until in every else len(every)
    first = max(0, last - DAYS)
    return every[first:last], every[first - 1] if first else ""


def _lines(
    operation: Operation, picture: Picture, days: Sequence[str]
) -> list[AreaLine]:
    """Settlements somebody was at, those with most people expected first."""
    now = searched_of(operation, picture)
    areas = now.areas(Level.SETTLEMENT)
    believed = belief_of(operation, picture)
    left = expected_left(believed, now.ground, Level.SETTLEMENT)
    done = [(day, searched_of(operation, picture, day)) for day in days]
    by_day = [(day, one.areas(Level.SETTLEMENT)) for day, one in done]
    stopped = ended_by_place(ended(picture))
    found = []
    for key in sorted(areas, key=lambda k: (-left.get(k, 0), k)):
        area = areas[key]
        if not area.last_visit and not area.effort:
            continue
        smalls = _smalls(operation, key, [one for _, one in done])
        line = AreaLine(
            done=area,
            names=place_names(operation.gazetteer, key),
            left=thousandths(left.get(key, 0)),
            visited=_visited(picture.places.get(key)),
            ended=stopped.get(key, ()),
            days=shown_days(key, by_day, smalls),
            page=reverse("searched-place", args=[key]),
        )
        found.append(line)
    return found


def _smalls(operation: Operation, key: PlaceKey, done: Sequence[Searched]) -> list[Any]:
    squares = Squares.cut(atlas_of(operation), key)
    return [squares.picture(one) if squares else None for one in done]


def _visited(place: PlaceEntry | None) -> str:
    return str(VISITED[place.visited if place else Visited.NOT_VISITED])
