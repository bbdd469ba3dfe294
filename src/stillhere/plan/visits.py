"""What fruitless visits say: every one lowers the chance, by how it was made."""

from collections.abc import Sequence

from stillhere.ledger import Visit
from stillhere.plan.rules import PlanRules
from stillhere.vocabulary import VisitHow, VisitResult

_AT_THE_DOOR = (VisitHow.KNOCKED,)
_MET = (VisitResult.PEOPLE_PRESENT, VisitResult.REFUSED)


class Detection:
    """The chance that a visit finds who is there, and what it means that it did not.

    People differ in how easily they are noticed: the chance of one knock is drawn from a
    Beta with the mean and strength of the rules, so that each knock in vain says that
    who is there is hard to find.
    """

    def __init__(self, rules: PlanRules) -> None:
        self._strength = rules.number("found", "knock_strength")
        self._mean = rules.share("found", "knock_mean")
        self._ways = {
            how: rules.share("found", how.value)
            for how in VisitHow
            if how not in _AT_THE_DOOR
        }

    def next_knock(self, knocks: int) -> float:
        """The chance that the next knock finds them, after `knocks` in vain."""
        return self._strength * self._mean / (self._strength + knocks)

    def missed(self, visits: Sequence[Visit]) -> tuple[float, int]:
        """The chance to have missed who is there every time, and knocks in vain.

        Visits without access say nothing; 1.0 and 0 for no visits.
        """
        chance, knocks = 1.0, 0
        for visit in visits:
            if visit.result in _MET or visit.result is VisitResult.NO_ACCESS:
                continue
            if visit.how in _AT_THE_DOOR:
                chance *= 1 - self.next_knock(knocks)
                knocks += 1
            else:
                chance *= 1 - self._ways[visit.how]
        return chance, knocks


def met(visits: Sequence[Visit]) -> bool:
    """Whether somebody was met: the door is closed for the search, not for help."""
    return any(visit.result in _MET for visit in visits)
