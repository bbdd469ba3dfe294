"""Whether a plan still may be handed out: doors go out once a day, on one sheet."""

from dataclasses import dataclass

from stillhere.desk.planning.day import Worked
from stillhere.desk.planning.register import sheets_holding
from stillhere.ledger import Picture, PlaceKey
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Overtaken:
    """What became of doors of a plan since it was worked out.

    Attributes:
        sheets: Numbers of sheets that are out and hold doors of the plan, sorted.
        visited: How many of its doors were visited since.
    """

    sheets: tuple[int, ...]
    visited: int


def overtaken(made: Worked, picture: Picture, day: str) -> Overtaken | None:
    """What speaks against handing a plan out; None where nothing does.

    Args:
        made: The plan, with the picture it was worked out from.
        picture: The newest.
        day: ISO date on which it would be handed out.
    """
    doors = frozenset(stop.key for team in made.plan.teams for stop in team.stops)
    sheets = sheets_holding(picture, day, doors)
    visited = sum(bool(_visits(picture, d) - _visits(made.picture, d)) for d in doors)
    return Overtaken(sheets, visited) if sheets or visited else None


def _visits(picture: Picture, door: PlaceKey) -> set[ReportId]:
    place = picture.places.get(door)
    return {visit.report for visit in place.visits} if place is not None else set()
