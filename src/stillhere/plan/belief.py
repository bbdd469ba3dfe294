"""How many people may still be where: one number per door, and their sums.

Everything stored is a whole number of millionths; sums run in key order. A belief is
computed anew from a picture and never fed back into it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from stillhere.ledger import MentionId, Picture, PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.calls import CallEvidence, locate_calls
from stillhere.plan.gather import Home, gather, heard
from stillhere.plan.household import Case, HouseholdModel, Weights, millionths
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.visits import Detection, Rounds, met
from stillhere.plan.weighing import weight_of
from stillhere.reports import ReportId

_SPARSE_PERCENT = 80
_HUNDRED = 100


class Door(NamedTuple):
    """What is believed of one dwelling.

    Attributes:
        key: Of the dwelling, as in the ledger.
        expected: People not yet met who are still there, millionths.
        weighted: The same, each counted by their weight in hundredths.
        chance: That anybody is, millionths.
        knocks: Knocks in vain so far.
    """

    key: PlaceKey
    expected: int
    weighted: int
    chance: int
    knocks: int


class PlaceBelief(NamedTuple):
    """Sums over one settlement; `unplaced` are people whose door is not known."""

    key: PlaceKey
    expected: int
    weighted: int
    doors: int
    unplaced: int


@dataclass(frozen=True, eq=False)
class Belief:
    """What is believed at a picture, by given rules.

    Attributes:
        picture, rules: Digests of what it was computed from.
        doors: Dwellings with a chance above nothing, by key.
        people: Person to the chance (millionths) to be at the door of their home.
        places: Settlements by key; the empty key holds people of no known place.
        calls: Calls that speak for somebody being there, per dwelling key, sorted.
    """

    picture: str
    rules: str
    doors: Mapping[PlaceKey, Door]
    people: Mapping[MentionId, int]
    places: Mapping[PlaceKey, PlaceBelief]
    calls: Mapping[PlaceKey, tuple[ReportId, ...]]

    @property
    def expected(self) -> int:
        """People expected to be still there in the whole region, millionths."""
        return sum(place.expected for place in self.places.values())

    def door(self, key: PlaceKey) -> Door:
        """What is believed of a dwelling; nobody expected where nothing is known."""
        return self.doors.get(key, Door(key, 0, 0, 0, 0))


def belief(picture: Picture, atlas: Atlas, rules: PlanRules) -> Belief:
    """Expected people still there, per dwelling and place.

    Args:
        picture: What is known.
        atlas: Every dwelling there is; one without anybody registered counts too.
        rules: The public table of rates.

    Returns:
        People met or known to be somewhere are not in it; nor are the dead.
    """
    homes = gather(picture, rules)
    rules_used = _as_far_as_lists_reach(rules, homes)
    scales = _Scales(picture, atlas, rules_used, homes)
    for home in homes:
        scales.add(home)
    scales.add_unregistered()
    return scales.belief(rules)


def _as_far_as_lists_reach(rules: PlanRules, homes: Sequence[Home]) -> PlanRules:
    """While lists of arrivals are still short, silence says less.

    Where fewer households have word than four fifths of the share that is expected at
    the desks, the share that has word takes its place.
    """
    words = list(heard(homes))
    if not words:
        return rules
    desk = rules.number("word", "desk")
    reached = MILLION * sum(words) // len(words)
    if _HUNDRED * reached >= _SPARSE_PERCENT * desk:
        return rules
    return rules.changed("word", desk=reached)


class _Chances(NamedTuple):
    """Millionths: each member at home, people whose home it is not, anybody at all."""

    each: tuple[int, ...]
    other: int
    anybody: int


class _Scales:
    """Adds up homes door by door."""

    def __init__(
        self, picture: Picture, atlas: Atlas, rules: PlanRules, homes: Sequence[Home]
    ) -> None:
        self._picture, self._atlas, self._rules = picture, atlas, rules
        self._model = HouseholdModel(rules)
        self._detection = Detection(rules)
        self._rounds = Rounds(picture, atlas)
        calls = locate_calls(picture, atlas, rules)
        self._calls = CallEvidence(calls, _mistaken(atlas, homes, rules), rules)
        self._ratios: list[int] = self._calls.ratios.tolist()
        self._shelter = rules.share("stayed", "somebody_else")
        self._crowd = rules.number("stayed", "per_dwelling_hundredths")
        self._default = rules.number("weight", "default")
        self._known: dict[tuple[Case, float, bool], _Chances] = {}
        self._doors: dict[PlaceKey, Door] = {}
        self._people: dict[MentionId, int] = {}
        self._unplaced: dict[PlaceKey, tuple[int, int]] = {}

    def add(self, home: Home) -> None:
        """Weigh one household at its door."""
        factor, knocks, closed = self._at(home.place)
        if closed:
            return
        each, other, chance = self._chances(home.case, factor, "/" in home.place)
        expected, weighted = other, other * self._default
        for entry, share in zip(home.people, each, strict=True):
            self._people[entry.id] = share
            expected += share
            plain = not (entry.care or entry.alone)
            weight = self._default if plain else weight_of(entry, self._rules)
            weighted += share * weight
        self._put(Door(home.place, expected, weighted, chance, knocks))

    def _chances(self, case: Case, factor: float, door: bool) -> _Chances:  # noqa: FBT001 (a settlement shelters nobody)
        key = (case, factor, door)
        known = self._known.get(key)
        if known is None:
            nobody, somebody, parts = self._model.weigh(case)
            shelter = self._shelter * nobody if door else 0.0
            whole = nobody + factor * (somebody + shelter)
            known = self._known[key] = _Chances(
                tuple(millionths(factor * part, whole) for part in parts),
                self._crowd * millionths(factor * shelter, whole) // _HUNDRED,
                millionths(factor * (somebody + shelter), whole),
            )
        return known

    def add_unregistered(self) -> None:
        """Weigh the dwellings no register names anybody in."""
        stayed = self._rules.share("stayed", "not_in_register")
        empty = Weights(1 - stayed, stayed, ())
        for key in self._atlas.keys:
            if key in self._doors:
                continue
            factor, knocks, closed = self._at(key)
            if closed:
                continue
            inside = factor * (empty.somebody + self._shelter)
            chance = millionths(inside, empty.nobody + inside)
            people = self._crowd * chance // _HUNDRED
            self._doors[key] = Door(key, people, people * self._default, chance, knocks)

    def _at(self, place: PlaceKey) -> tuple[float, int, bool]:
        """How calls and visits change the chance; knocks in vain; somebody was met."""
        factor, knocks, closed = 1.0, 0, False
        number = self._atlas.index.get(place)
        if number is not None:
            factor = self._ratios[number] / MILLION
        visits = self._rounds.at(place)
        if visits:
            missed, knocks = self._detection.missed(visits)
            factor *= missed
            closed = met(visits)
        return factor, knocks, closed

    def _put(self, door: Door) -> None:
        if "/" not in door.key:
            expected, weighted = self._unplaced.get(door.key, (0, 0))
            new = (expected + door.expected, weighted + door.weighted)
            self._unplaced[door.key] = new
            return
        known = self._doors.get(door.key)
        if known is not None:
            nobody = (MILLION - known.chance) * (MILLION - door.chance) // MILLION
            door = Door(
                door.key,
                known.expected + door.expected,
                known.weighted + door.weighted,
                MILLION - nobody,
                door.knocks,
            )
        self._doors[door.key] = door

    def belief(self, rules: PlanRules) -> Belief:
        """Everything added up."""
        doors = {key: self._doors[key] for key in sorted(self._doors)}
        sums: dict[PlaceKey, list[int]] = {}
        for key, (expected, weighted) in sorted(self._unplaced.items()):
            sums[key] = [expected, weighted, 0, expected]
        for key, door in doors.items():
            place = sums.setdefault(PlaceKey(key.partition("/")[0]), [0, 0, 0, 0])
            place[0] += door.expected
            place[1] += door.weighted
            place[2] += 1
        return Belief(
            picture=self._picture.digest,
            rules=rules.digest,
            doors=MappingProxyType(doors),
            people=MappingProxyType(dict(sorted(self._people.items()))),
            places=MappingProxyType(
                {key: PlaceBelief(key, *sums[key]) for key in sorted(sums)}
            ),
            calls=MappingProxyType(_calls_by_door(self._calls, self._atlas)),
        )


def _mistaken(atlas: Atlas, homes: Sequence[Home], rules: PlanRules) -> Ints:
    """Per dwelling, the chance of a call although nobody is there."""
    found = np.full(len(atlas), rules.number("called", "mistaken"), dtype=np.int64)
    old = rules.number("called", "mistaken_old")
    for home in homes:
        number = atlas.index.get(home.place)
        if number is not None and _only_old(home.case):
            found[number] = old
    return found


def _only_old(case: Case) -> bool:
    return bool(case.members) and all(member.old for member in case.members)


def _calls_by_door(
    calls: CallEvidence, atlas: Atlas
) -> dict[PlaceKey, tuple[ReportId, ...]]:
    found = {atlas.keys[n]: tuple(sorted(calls.about[n])) for n in calls.about}
    return {key: found[key] for key in sorted(found)}
