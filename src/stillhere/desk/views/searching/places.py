"""Places nobody has visited, with the people expected there: for operations only."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class NobodyVisited:
    """Everything nobody has visited.

    Attributes:
        places: Settlements that a table has, the first to go to first.
        names: How many names of reports no table has: what they mean is to be decided.
        left: People expected under those names, thousandths.
    """

    places: tuple[Waiting, ...]
    names: int
    left: int

    def first(self, number: int) -> "NobodyVisited":
        """The same with so many places."""
        return NobodyVisited(self.places[:number], self.names, self.left)


def nobody_visited(operation: Operation, picture: Picture) -> NobodyVisited:
    """Settlements nobody has visited, and names nobody can be sure of."""
    found = not_visited(
        picture,
        atlas_of(operation),
        belief_of(operation, picture),
        PlanRules.shipped(),
        operation.world.operation.hour_0,
    )
    unsure = [one for one in found if not one.known]
    return NobodyVisited(
        tuple(_waiting(operation, one) for one in found if one.known),
        len(unsure),
        sum(one.expected for one in unsure) // _THOUSAND,
    )


def _waiting(operation: Operation, one: NotVisited) -> Waiting:
    names = place_names(operation.gazetteer, one.key)
    return Waiting(one, names, one.expected // _THOUSAND)
