"""Sheets that are out and lead to or over what was closed since."""

from collections.abc import Iterable

from stillhere.desk.planning.handing import HandedSheet
from stillhere.places.roads import RoadNames
from stillhere.plan import Atlas, Clearances, PlanRules
from stillhere.plan.ways import Leg, legs_of, legs_shut


def concerned(
    sheets: Iterable[HandedSheet],
    names: RoadNames | None,
    atlas: Atlas,
    cleared: Clearances,
) -> tuple[int, ...]:
    """Numbers of the sheets whose teams have to be called, sorted; of the others none.

    Args:
        sheets: Of today.
        names: The roads of the operation; None where none are loaded.
        atlas: Where the doors are.
        cleared: What is open, closed and hazardous now.
    """
    legs: list[Leg] = []
    for sheet in sheets:
        legs += legs_of(sheet.number, (stop.key for stop in sheet.stops), atlas)
    found = legs_shut(legs, names, atlas, cleared, PlanRules.shipped())
    return tuple(sorted({leg.team for leg in found}))
