"""Hazardous areas, suspected or confirmed: where they are, and which settlements in them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stillhere.ledger import PlaceKey
from stillhere.places import PlaceId, distance_km
from stillhere.places.roads import Area, Course, RoadNames
from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances.standing import Standing
from stillhere.plan.rules import PlanRules
from stillhere.vocabulary.roads import VehicleClass

_METRES = 1000


class Hazards(NamedTuple):
    """What hazards close.

    Attributes:
        words: Every word on one.
        areas: Those with a position on the plane, margin included.
        settlements: Closed as a whole, with every vehicle: where no more is said of where
            in them the hazard is, or the plane does not say where a position lies.
        unplaced: Words on a road.
        nowhere: Words of which nobody can tell where they are: they close nothing.
    """

    words: tuple[Standing, ...]
    areas: tuple[Area, ...]
    settlements: frozenset[tuple[PlaceKey, VehicleClass]]
    unplaced: tuple[Standing, ...]
    nowhere: tuple[Standing, ...]


def hazards(
    words: Sequence[Standing], atlas: Atlas, roads: RoadNames | None, rules: PlanRules
) -> Hazards:
    """Place every hazard: its area, else the road, else the settlement it names."""
    areas: list[Area] = []
    closed: set[PlaceKey] = set()
    nowhere: list[Standing] = []
    for word in words:
        area = _area(word, roads.course if roads else None, rules)
        if area is not None:
            areas.append(area.wider(rules.number("roads", "hazard_margin_m")))
            continue
        near = _near(word, atlas, rules) if word.placed else set()
        if not word.placed and not _on_a_road(word, roads):
            near = {word.settlement} - {PlaceKey("")}
            nowhere += [] if near else [word]
        closed |= near
    return Hazards(
        words=tuple(words),
        areas=tuple(areas),
        settlements=frozenset((key, v) for key in closed for v in VehicleClass),
        unplaced=tuple(word for word in words if word.road and not word.placed),
        nowhere=tuple(nowhere),
    )


def _area(word: Standing, course: Course | None, rules: PlanRules) -> Area | None:
    """Where a hazard lies on the plane; None where that cannot be told."""
    reach = word.reach_m
    if word.outline and course is not None:
        corners = [course.on_plane(lat, lon) for lat, lon in word.outline]
        return Area.within(corners, reach or 0)
    if reach is None:
        reach = rules.number("roads", "hazard_radius_m")
    if word.plane is not None:
        return Area.around(float(word.plane[0]), float(word.plane[1]), reach)
    if word.degrees is not None and course is not None:
        return Area.around(*course.on_plane(*word.degrees), reach)
    return None


def _near(word: Standing, atlas: Atlas, rules: PlanRules) -> set[PlaceKey]:
    """Settlements whose position lies near a hazard, and the one it names."""
    reach = word.reach_m or rules.number("roads", "hazard_radius_m")
    reach += rules.number("roads", "hazard_margin_m")
    reach += rules.number("roads", "settlement_m")
    points = word.outline or tuple(filter(None, (word.degrees,)))
    found = {
        key
        for key, lat, lon in _positions(atlas)
        if any(distance_km(lat, lon, *point) * _METRES <= reach for point in points)
    }
    return (found | {word.settlement}) - {PlaceKey("")}


def _positions(atlas: Atlas) -> Iterable[tuple[PlaceKey, float, float]]:
    for key in atlas.settlements:
        if key in atlas.gazetteer:
            place = atlas.gazetteer[PlaceId(key)]
            yield key, place.lat, place.lon


def _on_a_road(word: Standing, roads: RoadNames | None) -> bool:
    return bool(word.road) and roads is not None and roads.pieces(word.road) is not None
