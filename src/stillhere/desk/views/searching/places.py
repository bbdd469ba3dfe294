"""Places nobody has visited, with the people expected there: for operations only."""

from typing import NamedTuple

from stillhere.desk.believed import atlas_of, belief_of
from stillhere.desk.naming import place_names
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Picture
from stillhere.plan import PlanRules
from stillhere.plan.searched import NotVisited, not_visited

_THOUSAND = 1000


class Waiting(NamedTuple):
    """One place nobody has visited.

    Attributes:
        place: What is known of it.
        names: Of the settlement, side by side.
        left: People expected to be still there, thousandths.
    """

    place: NotVisited
    names: str
    left: int


def waiting_places(operation: Operation, picture: Picture) -> list[Waiting]:
    """Settlements nobody has visited, the first to go to first."""
    found = not_visited(
        picture,
        atlas_of(operation),
        belief_of(operation, picture),
        PlanRules.shipped(),
        operation.world.operation.hour_0,
    )
    return [
        Waiting(
            one, place_names(operation.gazetteer, one.key), one.expected // _THOUSAND
        )
        for one in found
    ]
