"""Legs of sheets that are out, and what was closed since."""

from collections.abc import Sequence

from stillhere.places.roads import RoadNames
from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances import Clearances
from stillhere.plan.rules import PlanRules
from stillhere.plan.ways.legs import Leg
from stillhere.plan.ways.on_roads import RoadWays
from stillhere.plan.ways.passing import Ground
from stillhere.vocabulary.roads import VehicleClass


def legs_shut(
    legs: Sequence[Leg],
    names: RoadNames | None,
    atlas: Atlas,
    cleared: Clearances,
    rules: PlanRules,
    vehicle: VehicleClass = VehicleClass.CAR,
) -> tuple[Leg, ...]:
    """The legs that lead to or over what a closing or a hazard shuts now.

    What is merely no longer cleared, at nightfall, shuts nothing: everybody is back then.

    Args:
        legs: Of sheets that are out, in any order.
        names: The roads; without them only places are looked at, and the areas at doors.
        atlas: Where the doors are.
        cleared: What is open, closed and hazardous now.
        rules: Margins and the pace off the road.
        vehicle: Who goes.

    Returns:
        In their order.
    """
    if not legs or not (cleared.closed or cleared.hazards):
        return ()
    before = cleared.before_closing()
    shut = before.doors(atlas, vehicle) & ~cleared.doors(atlas, vehicle)
    to = [leg.end >= 0 and bool(shut[leg.end]) for leg in legs]
    over = (
        [False] * len(legs)
        if names is None
        else _over(legs, names, atlas, cleared, rules, vehicle)
    )
    return tuple(leg for leg, a, b in zip(legs, to, over, strict=True) if a or b)


def _over(
    legs: Sequence[Leg],
    names: RoadNames,
    atlas: Atlas,
    cleared: Clearances,
    rules: PlanRules,
    vehicle: VehicleClass,
) -> list[bool]:
    """Whether each leg lay on a piece that is shut now, as the roads were before."""
    ground = Ground.of(names, atlas, rules)
    before = cleared.before_closing()
    ways = RoadWays.of(ground, before, rules, vehicle=vehicle)
    pieces = ground.closed(cleared, vehicle) & ~ways.network.closed
    begins, ends = [leg.begin for leg in legs], [leg.end for leg in legs]
    found: list[bool] = ways.through(begins, ends, pieces).tolist()
    return found
