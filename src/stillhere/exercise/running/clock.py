"""The clock: eight teams, day by day, knock by knock, until the horizon.

The team that is free first chooses next, the lowest number of several; what a knock gave
is known to all from the moment it ended, and a find keeps its team for twelve minutes
more. Source: exercise.md, clock, points 13 to 15.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from stillhere.exercise.full import At
from stillhere.exercise.running.curve import Curve, Find
from stillhere.exercise.running.doors import Doors
from stillhere.exercise.running.happening import Happening, told_next
from stillhere.exercise.running.news import News
from stillhere.exercise.running.policy import Dial, Dialling, Knock, Policy
from stillhere.exercise.running.ways import BASE, DAY_MIN, FIND_MIN, TEAMS, Ways
from stillhere.reports import Report

NOTHING_LEFT: Final = -1
"""What a policy answers that has no door for a team today."""

_HOUR_MIN, _DAY_HOURS = 60.0, 24.0
_DAY_H = TEAMS * DAY_MIN / _HOUR_MIN

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one run.

    Attributes:
        curve: People found over vehicle-hours.
        knocks: How often a team knocked.
        calls: How many numbers on file were called.
        refused: Choices the clock refused, by reason: ``late`` (the knock would not end
            within the day), ``again`` (somebody chose the door today), ``closed``
            (somebody was found there), ``nowhere`` (there is no such dwelling),
            ``closed_off`` (nobody may go to the settlement now).
        digests: What the policy gave at the end, by name.
        found: Dwelling (``building/flat``) to when its people were found, in
            vehicle-hours and by the calendar, up to the horizon.
        end: The horizon, likewise.
    """

    curve: Curve
    knocks: int
    calls: int
    refused: Mapping[str, int]
    digests: Mapping[str, str]
    found: Mapping[str, At]
    end: At


class Clock:
    """Asks a policy door by door, and answers by the truth."""

    def __init__(
        self,
        policy: Policy,
        doors: Doors,
        ways: Ways,
        happening: Happening | None = None,
    ) -> None:
        self.policy, self.doors, self.ways = policy, doors, ways
        self.happening = happening or Happening()
        self.finds: dict[int, At] = {}
        self.said = list[Report]()
        self.knocks = self.calls = 0
        self.refused: Counter[str] = Counter()

    def run(self, hours: float, news: News, tell: Progress) -> Played:
        """Play until the horizon.

        Args:
            hours: The horizon in vehicle-hours, above 0; a part of a day cuts within it.
            news: Reports by day.
            tell: Told how far it is.
        """
        day = 0
        while day * _DAY_H < hours:
            tell("searching", day * _DAY_H / hours)
            self.policy.morning(day, told_next(news.at(day), self.said))
            self.said.clear()
            dials = self._dials(day)
            _Day(self, day, min(DAY_MIN, DAY_MIN * (hours / _DAY_H - day))).play()
            self._call(day, dials)
            self.policy.evening(day)
            day += 1
        tell("closing", 1.0)
        digests = self.policy.close()
        return self._played(hours, digests)

    def _dials(self, day: int) -> Sequence[Dial]:
        """Calls to be made today: those of a policy that calls, where phones answer."""
        if not (self.happening.phones and isinstance(self.policy, Dialling)):
            return ()
        return self.policy.calls(day)

    def _call(self, day: int, dials: Sequence[Dial]) -> None:
        if dials and self.happening.phones and isinstance(self.policy, Dialling):
            replies = self.happening.phones.call(dials)
            self.calls += len(replies)
            self.policy.replied(day, replies)

    def _played(self, hours: float, digests: Mapping[str, str]) -> Played:
        behind = self.doors.behind
        finds = {d: at for d, at in self.finds.items() if at.vehicle_hours <= hours}
        counted = [Find(at.vehicle_hours, behind[d].people) for d, at in finds.items()]
        whole, part = divmod(hours, _DAY_H)
        return Played(
            curve=Curve.of(counted, self.doors.people, hours),
            knocks=self.knocks,
            calls=self.calls,
            refused={k: n for k, n in sorted(self.refused.items()) if n},
            digests=digests,
            found={behind[d].dwelling: at for d, at in sorted(finds.items())},
            end=At(hours, _DAY_HOURS * whole + part / TEAMS),
        )


class _Day:
    """One day of all teams, until its end or the horizon."""

    def __init__(self, clock: Clock, day: int, cut_min: float) -> None:
        self._clock, self._day, self._cut_min = clock, day, cut_min
        self._at = [BASE] * TEAMS
        self._free = [(0.0, team) for team in range(TEAMS)]
        self._ending: list[tuple[float, int, Knock]] = []
        self._chosen: set[int] = set()

    def play(self) -> None:
        """Let every team choose until nobody has a door left."""
        policy = self._clock.policy
        while self._free and self._free[0][0] < self._cut_min:
            now, team = heapq.heappop(self._free)
            self._tell(now)
            door = policy.choose(team, self._at[team], now)
            if door == NOTHING_LEFT:
                continue
            ended = self._end_of(door, team, now)
            if ended is None:
                continue
            if self._closed_off(door, ended):
                # Ways are opened and closed by others: whoever is refused asks again.
                heapq.heappush(self._free, (now, team))
            else:
                self._knock(door, team, ended)
        self._tell(self._cut_min)

    def _end_of(self, door: int, team: int, now: float) -> float | None:
        """When the knock at a chosen door ends; None if the clock refuses it."""
        ways, refused = self._clock.ways, self._clock.refused
        if not 0 <= door < len(ways.knock):
            refused["nowhere"] += 1
        elif not self._clock.doors.open(door):
            refused["closed"] += 1
        elif door in self._chosen:
            refused["again"] += 1
        else:
            one = np.array([door], dtype=np.int64)
            way = ways.minutes(self._at[team], one)
            if ways.fits(one, way, now)[0]:
                return float((now + way + ways.knock[one])[0])
            refused["late"] += 1
        return None

    def _closed_off(self, door: int, ended: float) -> bool:
        self._chosen.add(door)
        hour = _DAY_HOURS * self._day + ended / _HOUR_MIN
        closed = self._clock.happening.closed_off(door, hour)
        self._clock.refused["closed_off"] += closed
        return closed

    def _knock(self, door: int, team: int, ended: float) -> None:
        self._at[team] = door
        found = self._clock.doors.knock(door)
        knock = Knock(door, self._day, ended, team, found, found > 0)
        heapq.heappush(self._ending, (ended, team, knock))
        until = ended + (FIND_MIN if found else 0.0)
        heapq.heappush(self._free, (until, team))

    def _tell(self, now: float) -> None:
        """Tell everybody of the knocks that have ended by now, in order of their end."""
        while self._ending and self._ending[0][0] <= now:
            knock = heapq.heappop(self._ending)[2]
            self._clock.knocks += 1
            if knock.found:
                self._find(knock)
            self._clock.policy.told(knock)

    def _find(self, knock: Knock) -> None:
        """Note when it counts, and what the people say."""
        clock, ready = self._clock, (knock.ended_min + FIND_MIN) / _HOUR_MIN
        hour = _DAY_HOURS * self._day + ready
        clock.finds[knock.door] = At(TEAMS * ready + _DAY_H * self._day, hour)
        there = clock.doors.behind[knock.door]
        clock.said += clock.happening.said(there, hour, knock.team)
