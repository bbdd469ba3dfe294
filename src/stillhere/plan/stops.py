"""Which team goes where next: people expected to be found per hour, the most first.

The index of a door is w·p·q·n / (travel + knock). A team goes to another settlement only
where the best run of doors there, with the way there and back, beats the next door here.
Whole numbers only; ties go to the smaller key.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import heapify, heappop, heappush

from stillhere.errors import Finding
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief
from stillhere.plan.choosing import Chooser
from stillhere.plan.clearances import Clearances
from stillhere.plan.duties import NO_DUTIES, Duties
from stillhere.plan.following import FollowReason
from stillhere.plan.reasons import Reason, reason
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.ways import RoadWays
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Team:
    """A team that can be sent out.

    Attributes:
        number: Its number; the smaller chooses first among equals.
        x_m, y_m: Where it is, metres on the operation's plane; the base by default.
        free_s: Seconds into the day from which it is free.
    """

    number: int
    x_m: int = 0
    y_m: int = 0
    free_s: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """One door on a sheet.

    Attributes:
        number: From 1, in the order to go.
        key: Of the dwelling.
        arrive_s: When the team may be there, seconds into the day; finds before it are
            counted as the share of an hour that is to be expected.
        leave_by_s: When it must turn back at the latest from there.
        expected: People expected to be found by this knock, millionths.
        why: One sentence, to be said in the reader's language; of a follow-up visit,
            what for.
    """

    number: int
    key: PlaceKey
    arrive_s: int
    leave_by_s: int
    expected: int
    why: Reason | FollowReason

    @property
    def reason(self) -> str:
        """The sentence in English."""
        return self.why.sentence

    @property
    def cites(self) -> tuple[ReportId, ...]:
        """Reports the sentence rests on."""
        return self.why.cites


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """The doors of one team in order; `after` is where to go when all are done."""

    team: Team
    stops: tuple[Stop, ...]
    after: PlaceKey | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Doors for every team, no door twice.

    Attributes:
        picture, rules: Digests of what it was made from.
        teams: By number.
        findings: What could not be planned, and why.
        by_roads: Whether ways were worked out on roads, not on straight lines.
    """

    picture: str
    rules: str
    teams: tuple[TeamPlan, ...]
    findings: tuple[Finding, ...]
    by_roads: bool = False

    @property
    def code(self) -> str:
        """Eight hex digits for the sheets of this plan; other doors, another code."""
        doors = [
            [team.team.number, *(s.key for s in team.stops)] for team in self.teams
        ]
        text = json.dumps([self.picture, self.rules, doors], separators=(",", ":"))
        return blake2b(text.encode(), digest_size=4).hexdigest()


def crew(number: int) -> tuple[Team, ...]:
    """Teams 1 to `number` at the base at the beginning of the day."""
    return tuple(Team(n) for n in range(1, number + 1))


def next_stops(  # noqa: PLR0913 (the six things a plan depends on, and a limit)
    picture: Picture,
    believed: Belief,
    atlas: Atlas,
    teams: Sequence[Team],
    clearances: Clearances,
    rules: PlanRules,
    *,
    duties: Duties = NO_DUTIES,
    ways: RoadWays | None = None,
    limit: int = 40,
) -> Plan:
    """The next doors of every team for one day.

    The team free earliest chooses next (ties: lowest number). A door is in at most one
    list. A knock is planned only if it ends, with the way back to base, within the day.
    A follow-up visit that is overdue comes before any new door, a settlement that is owed
    a visit before what the index says.

    Args:
        picture: For the reasons.
        believed: Computed from it.
        atlas: Where the dwellings are.
        teams: With different numbers.
        clearances: Settlements without one are left out, with a finding.
        rules: Weights and times.
        duties: What the day begins with.
        ways: Roads that are cleared; straight lines times 1.3 where None.
        limit: Most doors of one list.

    Returns:
        One list per team, by number; empty lists where nothing is left to do.
    """
    chooser = Chooser(believed.doors.columns, atlas, clearances, rules, duties, ways)
    if not len(atlas):
        finding = Finding.of("plan/no-buildings")
        empty = (TeamPlan(team, (), None) for team in sorted(teams, key=_number))
        return Plan(believed.picture, believed.rules, tuple(empty), (finding,))
    rows: dict[int, list[Stop]] = {team.number: [] for team in teams}
    waiting = [(team.free_s, team.number, team) for team in teams]
    at = chooser.field.place_of
    places = {team.number: at(team.x_m, team.y_m) for team in teams}
    heapify(waiting)
    while waiting:
        clock, number, team = heappop(waiting)
        row = rows[number]
        chosen = chooser.choose(places[number], clock) if len(row) < limit else None
        if chosen is None:
            continue
        row.append(
            Stop(
                number=len(row) + 1,
                key=chosen.key,
                arrive_s=clock + chosen.travel_s,
                leave_by_s=chosen.leave_by_s,
                expected=chosen.found,
                why=chosen.errand.why
                if chosen.errand
                else reason(chosen.key, picture, believed),
            )
        )
        places[number] = chosen.place
        finding_s = rules.number("time", "find_s") * chosen.chance // MILLION
        spent = chosen.travel_s + chosen.knock_s + finding_s
        heappush(waiting, (clock + spent, number, team))
    plans = [
        TeamPlan(team, tuple(rows[team.number]), chooser.after(places[team.number]))
        for team in sorted(teams, key=_number)
    ]
    findings = (
        *clearances.findings,
        *_closed(clearances, atlas, believed),
        *_off_the_map(believed),
        *_without_address(picture),
    )
    by_roads = ways is not None
    return Plan(believed.picture, believed.rules, tuple(plans), findings, by_roads)


def _closed(
    clearances: Clearances, atlas: Atlas, believed: Belief
) -> tuple[Finding, ...]:
    """Doors nobody may go to."""
    closed = [key for key in atlas.settlements if not clearances.allows(key)]
    known = [believed.places[key] for key in closed if key in believed.places]
    if not closed:
        return ()
    doors = sum(place.doors for place in known)
    return (Finding.of("plan/no-clearance", places=len(closed), dwellings=doors),)


def _off_the_map(believed: Belief) -> tuple[Finding, ...]:
    """Doors the table of buildings does not know."""
    lost = len(believed.doors.others)
    return (Finding.of("plan/not-on-the-map", dwellings=lost),) if lost else ()


def _without_address(picture: Picture) -> tuple[Finding, ...]:
    lost = sum(not (e.home and e.home.dwelling) for e in picture.without_word())
    return (Finding.of("plan/no-address", people=lost),) if lost else ()


def _number(team: Team) -> int:
    return team.number
