"""The product as a policy: lists, links, belief, stops, visits, reports, all in the loop.

A knock counts in belief at once. In the evening the reports of the day go the way of
every report, through identity and ledger; at the end everything is built once more from
nothing and must come out the same. Follow-up visits are not played: the clock closes a
dwelling with its first find.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

import numpy as np

from stillhere.exercise.hours import START
from stillhere.exercise.running.policy import Dial, Knock, Reply
from stillhere.exercise.running.telephone import dials, reply_reports
from stillhere.intake import World
from stillhere.ledger import Picture, Visit
from stillhere.pipeline import Rules, build, update
from stillhere.plan import Atlas, Belief, Believer, Clearances, PlanRules
from stillhere.plan.calling import Caller, CallToMake, calls_to_make
from stillhere.plan.choosing import Choice, Chooser, Spot
from stillhere.plan.duties import Duties, owed
from stillhere.plan.searched import ended_doors
from stillhere.reports import EXERCISE_KEY, Report, make_report
from stillhere.vocabulary import ReportKind, VisitHow, VisitResult

_SECONDS: Final = 60
NOTHING_LEFT: Final = -1


class Product:
    """Plans by the reports alone: `morning` reads, `told` believes, `evening` stores."""

    def __init__(
        self,
        world: World,
        atlas: Atlas,
        rules: PlanRules | None = None,
    ) -> None:
        """Ready for the first morning.

        Args:
            world: Tables of the operation.
            atlas: Its dwellings.
            rules: Rates, weights and times; the shipped where None.
        """
        self._atlas, self._rules = atlas, rules or PlanRules.shipped()
        self._operation = Rules.of_world(world)
        declared = world.operation
        self._start = _moment(declared.hour_0)
        self._as_of = declared.as_of or self._start.isoformat()
        self._reports: list[Report] = []
        self._today: list[Report] = []
        self._picture: Picture
        self._believer: Believer
        self._chooser: Chooser

    def morning(self, day: int, news: Sequence[Report]) -> None:
        """Take in what has become known, and open the doors of the day."""
        self._reports += news
        if day == 0:
            self._picture = build(news, self._operation, self._as_of)
            self._believer = Believer(self._picture, self._atlas, self._rules)
            self._chooser = Chooser(
                self._believer.columns,
                self._atlas,
                Clearances.declared(),
                self._rules,
            )
        elif news:
            self._follow(news)
        self._chooser.begin(*self._day(day))

    def _day(self, day: int) -> tuple[Clearances, Duties]:
        """What is open on a day, and what it begins with."""
        now = (self._start + timedelta(days=day)).isoformat()
        cleared = Clearances.of(
            self._picture, self._atlas, now, exercise=True, rules=self._rules
        )
        hour_0 = self._start.isoformat()
        places = owed(self._picture, self._atlas, self._rules, now, hour_0)
        begin = Duties(owed=places, ended=ended_doors(self._picture, self._atlas))
        return cleared, begin

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """The door with the most people to be found per hour from there."""
        del team
        place = self._place(at)
        chosen = self._choice(place, int(clock_min * _SECONDS) + 1)
        return NOTHING_LEFT if chosen is None else chosen.number

    def _choice(self, place: Spot, clock_s: int) -> Choice | None:
        return self._chooser.choose(place, clock_s)

    def _place(self, at: int) -> Spot:
        field = self._chooser.field
        return field.place_of(0, 0) if at < 0 else field.spot(at)

    def told(self, knock: Knock) -> None:
        """A knock is a visit: believed at once, stored in the evening."""
        report, visit = self._visit(knock)
        self._today.append(report)
        self._believer.visited(self._atlas.keys[knock.door], visit)
        self._chooser.field.recount(np.array([knock.door], dtype=np.int64))

    def evening(self, day: int) -> None:
        """Identity and ledger take the reports of the day."""
        del day
        self._reports += self._today
        self._follow(self._today)
        self._today = []

    def close(self) -> Mapping[str, str]:
        """Digests of what was followed and of what one build of everything gives."""
        rebuilt = build(self._reports, self._operation, self._as_of)
        anew = Believer(rebuilt, self._atlas, self._rules)
        return {
            "picture": self._picture.digest,
            "picture rebuilt": rebuilt.digest,
            "belief": belief_digest(self._believer.belief()),
            "belief rebuilt": belief_digest(anew.belief()),
        }

    def _follow(self, news: Sequence[Report]) -> None:
        self._picture = update(self._picture, news)
        self._believer.follow(self._picture)
        self._chooser.field.renew(np.arange(len(self._atlas), dtype=np.int64))

    def _visit(self, knock: Knock) -> tuple[Report, Visit]:
        building = self._atlas.building_of(self._atlas.keys[knock.door])
        assert building is not None  # noqa: S101 (a door of the atlas)
        at = self._start + timedelta(days=knock.day, minutes=knock.ended_min)
        date, team = at.strftime("%Y-%m-%dT%H:%M"), str(knock.team + 1)
        result = (
            VisitResult.PEOPLE_PRESENT if knock.found else VisitResult.NOBODY_ANSWERED
        )
        fields = {
            "settlement": building.settlement,
            "building": building.code,
            "flat": self._atlas.keys[knock.door].rpartition("/")[2],
            "date": date,
            "team": team,
            "how": VisitHow.KNOCKED.value,
            "result": result.value,
            "people": str(knock.found) if knock.found else "",
        }
        report = make_report(EXERCISE_KEY, ReportKind.VISIT, f"team {team}", fields)
        people = knock.found or None
        visit = Visit(date, VisitHow.KNOCKED, result, people, team, report.id)
        return report, visit


class Calling(Product):
    """The product that also has numbers on file called, before the teams set off."""

    _asked: tuple[CallToMake, ...] = ()

    def calls(self, day: int) -> Sequence[Dial]:
        """Numbers by the people without word a minute of calling may settle."""
        now = (self._start + timedelta(days=day)).isoformat()
        believed = self._believer.belief()
        self._asked = calls_to_make(self._picture, believed, self._rules, now)
        return dials(self._asked)

    def replied(self, day: int, replies: Sequence[Reply]) -> None:
        """What people answer is reported like everything else."""
        when = (self._start + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M")
        caller = Caller(self._picture, EXERCISE_KEY, "hotline")
        self._today += reply_reports(self._asked, replies, when, caller)


class Believing(Product):
    """The same belief, but the team goes wherever most are to be found, however far."""

    def _choice(self, place: Spot, clock_s: int) -> Choice | None:
        return self._chooser.choose_anywhere(place, clock_s)


def _moment(stated: str | None) -> datetime:
    return datetime.fromisoformat(stated) if stated else START


def belief_digest(believed: Belief) -> str:
    """Hex digest over every number of a belief but the digest of its picture."""
    hashed = blake2b(digest_size=16)
    hashed.update(believed.doors.columns.tobytes())
    for part in (believed.doors.others, believed.people, believed.places):
        for key, value in sorted(part.items()):
            hashed.update(f"{key}={value}\n".encode())
    return hashed.hexdigest()


def all_alike(rules: PlanRules) -> PlanRules:
    """The rules with everybody counted once, as the marks are measured."""
    default = rules.number("weight", "default")
    weights = dict.fromkeys(rules.tables["weight"], default)
    return rules.changed("weight", **weights)


def stillhere(world: World, atlas: Atlas) -> Product:
    """The product as the marks are measured: everybody counts once, no visit twice."""
    return Product(world, atlas, all_alike(PlanRules.shipped()))


def weighted(world: World, atlas: Atlas) -> Product:
    """The product with the shipped weights, calling numbers on file before it drives."""
    return Calling(world, atlas, PlanRules.shipped())


def not_calling(world: World, atlas: Atlas) -> Product:
    """The same, calling no numbers."""
    return Product(world, atlas, PlanRules.shipped())


def believing(world: World, atlas: Atlas) -> Product:
    """The highest belief first, travel not looked at."""
    return Believing(world, atlas, all_alike(PlanRules.shipped()))
