"""The ways of an operation, by whatever is known of its roads."""

from collections.abc import Mapping, Sequence
from typing import Any

from stillhere.places.roads import Course, RoadNames, RoadTable
from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import PlanRules
from stillhere.plan.ways.measured import BASE, UNREACHABLE, Ways
from stillhere.plan.ways.on_roads import RoadWays
from stillhere.plan.ways.passing import Ground
from stillhere.plan.ways.straight import StraightWays
from stillhere.vocabulary import worded
from stillhere.vocabulary.roads import VehicleClass

__all__ = [
    "BASE",
    "UNREACHABLE",
    "Ways",
    "measured_in_words",
    "road_names",
    "roads_of",
    "said_of",
    "ways_of",
]

_STRAIGHT = worded("Times are worked out on straight lines times 1.3, not on roads.")
_ON_ROADS = worded("Times are worked out on the roads that are cleared today.")


def road_names(fields: Mapping[str, Any] | None) -> RoadNames | None:
    """The roads of an operation by what they are called.

    Args:
        fields: As a report keeps them, see `World.road_fields`; None for none.

    Returns:
        None where none are loaded.

    Raises:
        StillHereError: `places/roads-damaged`.
    """
    if fields is None:
        return None
    return RoadNames(Course.of(RoadTable.from_fields(fields)))


def ways_of(
    names: RoadNames | None,
    atlas: Atlas,
    clearances: Clearances,
    rules: PlanRules,
    *,
    vehicle: VehicleClass = VehicleClass.CAR,
    also: Sequence[tuple[int, int]] = (),
) -> RoadWays | StraightWays:
    """Ways on roads where some are loaded, else straight lines times 1.3.

    Args:
        names: Of `road_names`.
        atlas: The doors.
        clearances: What is open; in both cases nothing else is gone to.
        rules: Margins and the pace off the road.
        vehicle: Who goes.
        also: Other places, metres on the plane; the first of them is number -2.
    """
    if names is None:
        return StraightWays.of(atlas, clearances, rules, vehicle=vehicle, also=also)
    ground = Ground.of(names, atlas, rules)
    return RoadWays.of(ground, clearances, rules, vehicle=vehicle, also=also)


def roads_of(
    names: RoadNames | None, atlas: Atlas, clearances: Clearances, rules: PlanRules
) -> RoadWays | None:
    """Ways of a car for `next_stops`; None where no roads are loaded, or no doors."""
    if names is None or not len(atlas):
        return None
    return RoadWays.of(Ground.of(names, atlas, rules), clearances, rules)


def said_of(ways: Ways) -> str:
    """The sentence a page says of how times were worked out."""
    return measured_in_words(by_roads=ways.by_roads)


def measured_in_words(*, by_roads: bool) -> str:
    """The same for a plan."""
    return _ON_ROADS if by_roads else _STRAIGHT
