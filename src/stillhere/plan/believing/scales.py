"""One door on the scales: everybody who may be behind it, with calls and visits."""

from collections.abc import Iterable
from typing import NamedTuple

from stillhere.plan.believing.members import Home
from stillhere.plan.household import Case, HouseholdModel, millionths
from stillhere.plan.rules import MILLION, PlanRules

_HUNDRED = 100


class Weighed(NamedTuple):
    """What is believed of one door.

    Attributes:
        expected: People not yet met who are there, millionths.
        weighted: The same, each counted by their weight in hundredths.
        chance: That anybody is, millionths.
        people: Of each home in turn, the chance of each person; millionths.
    """

    expected: int
    weighted: int
    chance: int
    people: tuple[tuple[int, ...], ...] = ()


NOBODY = Weighed(0, 0, 0)


class _Chances(NamedTuple):
    """Millionths: each member at home, people whose home it is not, anybody at all."""

    each: tuple[int, ...]
    other: int
    anybody: int


class Scales:
    """Weighs doors by the rules; remembers equal cases. Pure."""

    def __init__(self, rules: PlanRules, *, desk: float, asking: float) -> None:
        """Ready to weigh; the arguments are those of `HouseholdModel`."""
        self._model = HouseholdModel(rules, desk=desk, asking=asking)
        self._shelter = rules.share("stayed", "somebody_else")
        self._unregistered = rules.share("stayed", "not_in_register")
        self._crowd = rules.number("stayed", "per_dwelling_hundredths")
        self._default = rules.number("weight", "default")
        self._known: dict[tuple[Case, float, bool], _Chances] = {}

    def door(self, homes: Iterable[Home], factor: float, *, door: bool) -> Weighed:
        """The homes of one place, weighed together.

        Args:
            homes: At least one.
            factor: How much likelier calls and visits are if somebody is there.
            door: Whether the place is a door; a settlement shelters nobody.
        """
        expected = weighted = nobody = 0
        people = []
        for number, home in enumerate(homes):
            each, other, chance = self._chances(home.case, factor, door)
            expected += other + sum(each)
            weighted += other * self._default
            for share, weight in zip(each, home.weights, strict=True):
                weighted += share * weight
            people.append(each)
            left = MILLION - chance
            nobody = nobody * left // MILLION if number else left
        return Weighed(expected, weighted, MILLION - nobody, tuple(people))

    def unregistered(self, factor: float) -> Weighed:
        """A dwelling no list names anybody in."""
        stayed = self._unregistered
        inside = factor * (stayed + self._shelter)
        chance = millionths(inside, 1 - stayed + inside)
        people = self._crowd * chance // _HUNDRED
        return Weighed(people, people * self._default, chance)

    def _chances(self, case: Case, factor: float, door: bool) -> _Chances:  # noqa: FBT001 (told apart by the caller)
        key = (case, factor, door)
        known = self._known.get(key)
        if known is None:
            nobody, somebody, parts = self._model.weigh(case)
            shelter = self._shelter * nobody if door else 0.0
            whole = nobody + factor * (somebody + shelter)
            known = self._known[key] = _Chances(
                tuple([millionths(factor * part, whole) for part in parts]),
                self._crowd * millionths(factor * shelter, whole) // _HUNDRED,
                millionths(factor * (somebody + shelter), whole),
            )
        return known
