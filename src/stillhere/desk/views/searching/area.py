"""What was searched inside a settlement, street by street, or inside a street."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stillhere.desk.access import Act, asks
from stillhere.desk.believed import belief_of
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.searching.done import searched_of
from stillhere.desk.views.entering.words import address_words
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.searching.page import shown_of
from stillhere.desk.views.searching.shown import (
    AreaLine,
    ended_by_place,
    thousandths,
)
from stillhere.desk.views.searching.shown import days_of as shown_days
from stillhere.desk.views.searching.words import area_words, streets_of
from stillhere.desk.views.unshown import nothing
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.searched import (
    AreaEffort,
    Ground,
    Level,
    ended,
    expected_left,
)


@asks(Act.SEE)
def area(request: HttpRequest, key: str) -> HttpResponse:
    """The streets of a settlement, or the buildings of a street, most people first."""
    operation = the_operation()
    picture = operation.picture
    now = searched_of(operation, picture)
    place = PlaceKey(key)
    level = _level(place, now.ground)
    if level is None:
        return nothing(request)
    inner, keys = _inside(place, level, now.ground)
    left = expected_left(belief_of(operation, picture), now.ground, inner)
    keys = sorted(keys, key=lambda k: (-left.get(k, 0), k))
    page = page_of(request, keys)
    days, older = shown_of(picture, request.GET.get("until", ""))
    context = {
        "key": place,
        "names": area_words(operation, place),
        "whole": now.areas(level)[place],
        "left": thousandths(
            expected_left(belief_of(operation, picture), now.ground, level).get(
                place, 0
            )
        ),
        "ended": ended_by_place(ended(picture)).get(place, ()),
        "of_streets": inner is Level.STREET,
        "lines": _lines(operation, picture, (inner, page.items), left, days),
        "page": page,
        "days": days,
        "older": older,
    }
    return render(request, "desk/searched_area.html", context)


def _level(key: PlaceKey, ground: Ground) -> Level | None:
    """What a key is: a settlement or a street; None for anything else."""
    levels = (Level.SETTLEMENT, Level.STREET)
    return next((one for one in levels if key in ground.levels[one].keys), None)


def _inside(
    place: PlaceKey, level: Level, ground: Ground
) -> tuple[Level, list[PlaceKey]]:
    """Streets of a settlement (buildings where it has none); buildings of a street."""
    here = ground.levels[level]
    number = here.keys.index(place)
    doors = (here.of == number).nonzero()[0]
    inner = Level.STREET if level is Level.SETTLEMENT else Level.BUILDING
    found = sorted({int(n) for n in ground.levels[inner].of[doors]} - {-1})
    if not found and inner is Level.STREET:
        inner = Level.BUILDING
        found = sorted({int(n) for n in ground.levels[inner].of[doors]})
    return inner, [ground.levels[inner].keys[n] for n in found]


def _lines(
    operation: Operation,
    picture: Picture,
    wanted: tuple[Level, Sequence[PlaceKey]],
    left: Mapping[PlaceKey, int],
    days: Sequence[str],
) -> list[AreaLine]:
    inner, keys = wanted
    areas = searched_of(operation, picture).areas(inner)
    by_day = [(day, searched_of(operation, picture, day).areas(inner)) for day in days]
    names = _names(operation, inner, keys)
    stopped = ended_by_place(ended(picture))
    return [
        AreaLine(
            done=areas[key],
            names=names[key],
            left=thousandths(left.get(key, 0)),
            visited="",
            ended=stopped.get(key, ()),
            days=shown_days(key, by_day),
            page=_page(areas[key], inner),
        )
        for key in keys
    ]


def _names(
    operation: Operation, inner: Level, keys: Sequence[PlaceKey]
) -> dict[PlaceKey, str]:
    if inner is Level.BUILDING or not keys:
        return {key: address_words(key, operation) for key in keys}
    streets = streets_of(operation, PlaceKey(keys[0].partition("/")[0]))
    return {key: streets.get(key) or address_words(key, operation) for key in keys}


def _page(area: AreaEffort, inner: Level) -> str:
    name = "searched-place" if inner is Level.STREET else "place"
    return reverse(name, args=[area.key])
