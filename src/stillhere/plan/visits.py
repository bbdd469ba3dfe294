"""What fruitless visits say: every one lowers the chance, by how it was made."""

from collections.abc import Sequence

from stillhere.ledger import Picture, PlaceKey, Visit
from stillhere.plan.atlas import Atlas
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


class Rounds:
    """Visits by door, those to a whole house or village included.

    A round of a village, and a visit to a house of flats that names no flat, count for
    every door there, but for no more than a voice from the street. A round of a town does
    not: nobody says how far it went.
    """

    def __init__(self, picture: Picture, atlas: Atlas) -> None:
        self._own = {p.key: p.visits for p in picture.places.values() if p.visits}
        self._wide = {
            key: tuple(_from_the_street(visit) for visit in visits)
            for key, visits in self._own.items()
            if key not in atlas.index
        }
        for settlement, town in zip(atlas.settlements, atlas.towns, strict=True):
            if town:
                self._wide.pop(settlement, None)

    def at(self, door: PlaceKey) -> tuple[Visit, ...]:
        """Visits that may have found who is behind a door; none for a settlement."""
        if "/" not in door or not self._own:
            return ()
        settlement, _, _ = door.partition("/")
        house, _, _ = door.rpartition("/")
        around = dict.fromkeys((settlement, house))
        wide = (self._wide.get(PlaceKey(key), ()) for key in around if key != door)
        return (*self._own.get(door, ()), *(visit for some in wide for visit in some))


def _from_the_street(visit: Visit) -> Visit:
    if visit.how is VisitHow.PASSED:
        return visit._replace(result=VisitResult.NOBODY_ANSWERED)
    through = visit.how is VisitHow.CALLED_THROUGH
    how = VisitHow.CALLED_THROUGH if through else VisitHow.CALLED_OUT
    return visit._replace(how=how, result=VisitResult.NOBODY_ANSWERED)
