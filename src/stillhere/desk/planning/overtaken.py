"""Whether a plan still may be handed out: doors go out once a day, on one sheet."""

from dataclasses import dataclass

from stillhere.desk.planning.day import Worked
from stillhere.desk.planning.register import sheets_holding
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan import Clearances
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Overtaken:
    """What became of doors of a plan since it was worked out.

    Attributes:
        sheets: Numbers of sheets that are out and hold doors of the plan, sorted.
        visited: How many of its doors were visited since.
        closed: How many of them may not be gone to any more.
    """

    sheets: tuple[int, ...]
    visited: int
    closed: int = 0


def overtaken(
    made: Worked, picture: Picture, day: str, cleared: Clearances
) -> Overtaken | None:
    """What speaks against handing a plan out; None where nothing does.

    Args:
        made: The plan, with the picture it was worked out from.
        picture: The newest.
        day: ISO date on which it would be handed out.
        cleared: What is open now.
    """
    doors = frozenset(stop.key for team in made.plan.teams for stop in team.stops)
    sheets = sheets_holding(picture, day, doors)
    visited = sum(bool(_visits(picture, d) - _visits(made.picture, d)) for d in doors)
    open_ = cleared.doors(made.atlas)
    index = made.atlas.index
    closed = sum(not open_[index[d]] for d in doors if d in index)
    late = Overtaken(sheets, visited, closed)
    return late if sheets or visited or closed else None


def _visits(picture: Picture, door: PlaceKey) -> set[ReportId]:
    place = picture.places.get(door)
    return {visit.report for visit in place.visits} if place is not None else set()
