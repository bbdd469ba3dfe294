"""Belief kept level with a picture: what one report changes is weighed anew, no more.

Everything that bears on all doors at once is taken in steps (how many days of calls and
requests have passed, how far the lists of arrivals reach), so that a single report
hardly ever moves it; when it does, all doors are weighed again.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

import numpy as np

from stillhere.ledger import MentionId, Picture, PlaceKey, Visit
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.belief import Belief
from stillhere.plan.believing.homes import Homes
from stillhere.plan.believing.hotline import Hotline
from stillhere.plan.believing.members import Home
from stillhere.plan.believing.scales import Scales
from stillhere.plan.believing.tally import Tally
from stillhere.plan.believing.weighing import Evidence, weigh
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.visits import Detection, Rounds

_SPARSE_PERCENT = 80
_HUNDRED = 100
_STEP = 50_000
"""Of the share that has word, where it is small: millionths."""


class _Level(NamedTuple):
    """What bears on every door: how far lists of arrivals reach, and days of requests."""

    desk: int
    asking: int


class Believer:
    """Knows what is believed at a picture, and follows it.

    Not to be shared between threads; a `Belief` taken from it may be.

    Attributes:
        columns: Per dwelling of the atlas: people expected, weighted, the chance of
            anybody, and knocks in vain, as in `Door`; written in place.
    """

    def __init__(self, picture: Picture, atlas: Atlas, rules: PlanRules) -> None:
        self._picture, self._atlas, self._rules = picture, atlas, rules
        self._detection = Detection(rules)
        self._homes = Homes(picture, rules)
        self._rounds = Rounds(picture, atlas)
        self._hotline = Hotline(picture, atlas, rules)
        self._only_old = np.zeros(len(atlas), dtype=np.bool_)
        self._note_old(self._homes.places())
        self._calls = self._hotline.evidence(self._mistaken())
        self._tally = Tally(atlas)
        self.columns = self._tally.columns
        self._weigh_all(self._level())

    def belief(self) -> Belief:
        """What is believed now; it stays when this moves on."""
        keys, calls = self._atlas.keys, self._calls.about
        about = {keys[number]: reports for number, reports in calls.items()}
        return Belief(
            picture=self._picture.digest,
            rules=self._rules.digest,
            doors=self._tally.doors(),
            people=cast("Mapping[MentionId, int]", self._tally.people),
            places=self._tally.settlements(),
            calls=MappingProxyType({key: about[key] for key in sorted(about)}),
        )

    def can_follow(self, picture: Picture) -> bool:
        """Whether a picture takes ages in the same year, by the same rules."""
        held = self._picture
        same_year = picture.as_of[:4] == held.as_of[:4]
        return same_year and picture.rules_digest == held.rules_digest

    def follow(self, picture: Picture) -> set[PlaceKey]:
        """Come level with another picture that it can follow.

        Visits counted ahead of a picture are forgotten: this one holds them. Cost: of
        what differs.

        Returns:
            Places that were weighed anew.
        """
        before, self._picture = self._picture, picture
        changed = [*map(PlaceKey, picture.places.differing(before.places))]
        stale = self._homes.follow(picture)
        visited = self._doors_of(self._rounds.follow(picture, changed))
        called = self._hotline.follow(picture, before, changed)
        aged = self._note_old(stale)
        recalled = self._recall() if called or aged else set()
        level = self._level()
        if level != self._at:
            return self._weigh_all(level)
        return self._weigh(stale | visited | recalled)

    def visited(self, key: PlaceKey, visit: Visit) -> set[PlaceKey]:
        """Count a visit at once, ahead of the picture that will hold it.

        Args:
            key: Of the place visited, as the ledger will have it.
            visit: As the ledger will have it.

        Returns:
            Places that were weighed anew.
        """
        self._rounds.add(key, visit)
        return self._weigh(self._doors_of({key}))

    def _level(self) -> _Level:
        days = self._homes.requests.passed(self._rules.number("asked", "days"))
        return _Level(self._desk(), days)

    def _desk(self) -> int:
        """Of which share of those who left the lists can tell.

        Where fewer households have word than four fifths of the share that is expected
        at the desks, the share that has word takes its place: silence says less then.
        """
        desk = self._rules.number("word", "desk")
        if not self._homes.registered:
            return desk
        reached = MILLION * self._homes.heard // self._homes.registered
        if _HUNDRED * reached >= _SPARSE_PERCENT * desk:
            return desk
        return reached // _STEP * _STEP

    def scales(self, rules: PlanRules) -> Scales:
        """Scales by a table, as far as lists of arrivals and days of requests reach."""
        days = self._rules.number("asked", "days")
        level = self._at
        return Scales(rules, desk=level.desk / MILLION, asking=level.asking / days)

    def _weigh_all(self, level: _Level) -> set[PlaceKey]:
        self._at = level
        self._scales = self.scales(self._rules)
        homes, put = self._homes.places(), self._tally.places()
        places = {*homes, *put, *self._atlas.keys}
        for place in places:
            self._put(place)
        self._tally.share_all()
        return places

    def _weigh(self, places: set[PlaceKey]) -> set[PlaceKey]:
        moved: set[MentionId] = set()
        for place in places:
            moved |= self._put(place)
        self._tally.share(moved, self._homes.places_of)
        return places

    def _put(self, place: PlaceKey) -> set[MentionId]:
        """Weigh one place; the people whose share there may be another."""
        evidence = self.evidence(place)
        weighed, knocks = weigh(evidence, self._scales, self._detection)
        return self._tally.put(place, evidence.homes, weighed, knocks)

    def evidence(self, place: PlaceKey) -> Evidence:
        """What is on the scales for a place now."""
        number = self._atlas.index.get(place)
        called = 1.0
        if number is not None:
            called = int(self._calls.ratios[number]) / MILLION
        return Evidence(
            self._homes.at(place),
            called,
            self._rounds.at(place),
            door="/" in place,
            known=number is not None,
        )

    def _doors_of(self, places: set[PlaceKey]) -> set[PlaceKey]:
        """These places and the doors inside them."""
        found = set(places)
        for place in places:
            if place in self._atlas.index:
                continue
            keys = self._atlas.keys
            found.update(keys[number] for number in self._atlas.within(place))
            others = self._tally.places()
            found.update(key for key in others if key.startswith(f"{place}/"))
        return found

    def _note_old(self, places: Iterable[PlaceKey]) -> bool:
        """Note where only older people live; whether that is news."""
        news = False
        for place in places:
            number = self._atlas.index.get(place)
            if number is not None:
                old = any(_only_old(home) for home in self._homes.at(place))
                news |= bool(self._only_old[number]) is not old
                self._only_old[number] = old
        return news

    def _mistaken(self) -> Ints:
        """Per dwelling, the chance of a call although nobody is there."""
        plain = self._rules.number("called", "mistaken")
        old = self._rules.number("called", "mistaken_old")
        return np.where(self._only_old, np.int64(old), np.int64(plain))

    def _recall(self) -> set[PlaceKey]:
        """Hear all calls anew; the doors of which they say something else now."""
        before = self._calls.ratios
        self._calls = self._hotline.evidence(self._mistaken())
        numbers = np.flatnonzero(before != self._calls.ratios).tolist()
        return {self._atlas.keys[number] for number in numbers}


def _only_old(home: Home) -> bool:
    return all(member.old for member in home.case.members)
