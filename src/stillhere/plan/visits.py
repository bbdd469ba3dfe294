"""What fruitless visits say: every one lowers the chance, by how it was made."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from stillhere.ledger import Picture, PlaceKey, Visit
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.vocabulary import VisitHow, VisitResult

_KNOCKS = 64
"""Knocks in vain after which a further one is worth no less."""

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
        self._missing = {
            how: 1 - rules.share("found", how.value)
            for how in VisitHow
            if how not in _AT_THE_DOOR
        }

    def next_knock(self, knocks: int) -> float:
        """The chance that the next knock finds them, after `knocks` in vain."""
        return self._strength * self._mean / (self._strength + knocks)

    def knocks_millionths(self) -> Ints:
        """The chance of the next knock after none in vain, one, two and so on."""
        chances = [self.next_knock(knocks) for knocks in range(_KNOCKS)]
        return np.array([round(MILLION * chance) for chance in chances], np.int64)

    def missed(self, visits: Sequence[Visit]) -> tuple[float, int]:
        """The chance to have missed who is there every time, and knocks in vain.

        Visits without access say nothing; 1.0 and 0 for no visits. Their order does not
        matter: chances are multiplied way by way.
        """
        vain = Counter(
            visit.how
            for visit in visits
            if visit.result not in _MET and visit.result is not VisitResult.NO_ACCESS
        )
        knocks = sum(vain[how] for how in _AT_THE_DOOR)
        chance = self._knocks_in_vain(knocks)
        for how, missing in self._missing.items():
            for _ in range(vain[how]):
                chance *= missing
        return chance, knocks

    def _knocks_in_vain(self, knocks: int) -> float:
        chance = 1.0
        for knock in range(knocks):
            chance *= 1 - self.next_knock(knock)
        return chance


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
        self._atlas = atlas
        self._towns = {
            key
            for key, town in zip(atlas.settlements, atlas.towns, strict=True)
            if town
        }
        self._own: dict[PlaceKey, tuple[Visit, ...]] = {}
        self._wide: dict[PlaceKey, tuple[Visit, ...]] = {}
        self._ahead: set[PlaceKey] = set()
        for place in picture.places.values():
            if place.visits:
                self._put(place.key, place.visits)

    def follow(self, picture: Picture, changed: Iterable[PlaceKey]) -> set[PlaceKey]:
        """Come level with another picture.

        Args:
            picture: The other; what was added ahead of it is forgotten.
            changed: Places that differ from the last one.

        Returns:
            Places whose visits are others now.
        """
        stale = {*changed, *self._ahead}
        self._ahead.clear()
        return {key for key in stale if self._put(key, _visits(picture, key))}

    def add(self, key: PlaceKey, visit: Visit) -> None:
        """Count a visit before a picture knows of it."""
        self._ahead.add(key)
        self._put(key, (*self._own.get(key, ()), visit))

    def _put(self, key: PlaceKey, visits: tuple[Visit, ...]) -> bool:
        if visits == self._own.get(key, ()):
            return False
        self._own[key] = visits
        if key not in self._atlas.index and key not in self._towns:
            self._wide[key] = tuple(map(_from_the_street, visits))
        return True

    def at(self, door: PlaceKey) -> tuple[Visit, ...]:
        """Visits that may have found who is behind a door; none for a settlement."""
        if "/" not in door or not self._own:
            return ()
        own = self._own.get(door, ())
        if not self._wide:
            return own
        settlement, _, _ = door.partition("/")
        house, _, _ = door.rpartition("/")
        around = dict.fromkeys((settlement, house))
        wide = (self._wide.get(PlaceKey(key), ()) for key in around if key != door)
        return (*own, *(visit for some in wide for visit in some))


def _visits(picture: Picture, key: PlaceKey) -> tuple[Visit, ...]:
    place = picture.places.get(key)
    return () if place is None else place.visits


def _from_the_street(visit: Visit) -> Visit:
    if visit.result is VisitResult.NO_ACCESS:
        return visit
    if visit.how is VisitHow.PASSED:
        return visit._replace(result=VisitResult.NOBODY_ANSWERED)
    through = visit.how is VisitHow.CALLED_THROUGH
    how = VisitHow.CALLED_THROUGH if through else VisitHow.CALLED_OUT
    return visit._replace(how=how, result=VisitResult.NOBODY_ANSWERED)
