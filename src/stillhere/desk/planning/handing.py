"""A plan that is handed out: the body of its report, and the sheets read back from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stillhere.ledger import PlaceKey
from stillhere.plan import Plan, PlanRules, TeamPlan
from stillhere.plan.safety import check_in_times
from stillhere.reports import Json, Report, ReportId
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.teams import Skill

_MINUTE = 60


class HandedStop(NamedTuple):
    """One door of a sheet: seconds count from the start of the day."""

    number: int
    key: PlaceKey
    arrive_s: int
    leave_by_s: int


@dataclass(frozen=True, slots=True)
class HandedSheet:
    """One sheet as it was handed out.

    Attributes:
        report: That handed it out.
        number: Of the sheet, counted up in the operation.
        code: Of the plan and the team, as printed.
        team: Number of the team.
        day: ISO date.
        start: Hour and minute at which the day began.
        stops: In the order to go.
        after: Settlement to go to when all is done; None where nothing was left.
        picture, rules: Digests of what the plan was made from.
        check_ins: When the team calls in, seconds; the last is when it is back. Empty for
            a sheet of an earlier version: nobody watches over it.
        skills: What the team can do; empty where it was written in by hand.
        handed: ISO time of handing out, on the clock of the day; empty likewise.
        by_roads: Whether times were worked out on roads, not on straight lines.
    """

    report: ReportId
    number: int
    code: str
    team: int
    day: str
    start: str
    stops: tuple[HandedStop, ...]
    after: PlaceKey | None
    picture: str
    rules: str
    check_ins: tuple[int, ...] = ()
    skills: tuple[Skill, ...] = ()
    handed: str = ""
    by_roads: bool = False

    @property
    def plan(self) -> str:
        """Code of the plan."""
        return self.code.rpartition("-")[0]

    def clock(self, seconds: int) -> str:
        """Hour and minute of a second of this day."""
        hour, minute = self.start.split(":")
        at = int(hour) * _MINUTE + int(minute) + seconds // _MINUTE
        return f"{at // _MINUTE % 24:02}:{at % _MINUTE:02}"


@dataclass(frozen=True, slots=True)
class Handing:
    """What is said of a plan when it is handed out.

    Attributes:
        day: ISO date.
        start: Hour and minute.
        first: Number of the first sheet.
        handed: ISO time of handing out, on the clock of the day.
        skills: What the people of each team can do, by number.
    """

    day: str
    start: str
    first: int
    handed: str = ""
    skills: Mapping[int, tuple[Skill, ...]] = field(default_factory=dict)


def handed_fields(plan: Plan, handing: Handing) -> dict[str, Json]:
    """The body of the report that hands a plan out; teams with stops get a sheet each."""
    going = [team for team in plan.teams if team.stops]
    numbered = enumerate(going, start=handing.first)
    return {
        "plan": plan.code,
        "picture": plan.picture,
        "rules": plan.rules,
        "day": handing.day,
        "start": handing.start,
        "handed": handing.handed,
        "sheets": [_sheet(team, number, handing) for number, team in numbered],
        **({"by_roads": True} if plan.by_roads else {}),
    }


def _sheet(team: TeamPlan, number: int, handing: Handing) -> dict[str, Json]:
    step = PlanRules.shipped().number("safety", "check_in_minutes") * _MINUTE
    leave = [stop.leave_by_s for stop in team.stops]
    return {
        "sheet": number,
        "team": team.team.number,
        "after": team.after,
        "stops": [[stop.key, stop.arrive_s, stop.leave_by_s] for stop in team.stops],
        "check_ins": list(check_in_times(leave, step)),
        "skills": [skill.value for skill in handing.skills.get(team.team.number, ())],
    }


def sheets_of(report: Report) -> tuple[HandedSheet, ...]:
    """The sheets a report hands out; none for another kind or a body that is damaged."""
    if report.kind is not ReportKind.PLAN:
        return ()
    try:
        return tuple(_read(report, report.fields))
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()


def _read(report: Report, body: Mapping[str, Any]) -> Iterator[HandedSheet]:
    for sheet in body["sheets"]:
        team = int(sheet["team"])
        yield HandedSheet(
            report=report.id,
            number=int(sheet["sheet"]),
            code=f"{body['plan']}-{team:02}",
            team=team,
            day=str(body["day"]),
            start=str(body["start"]),
            stops=tuple(
                HandedStop(n, PlaceKey(str(key)), int(arrive), int(leave))
                for n, (key, arrive, leave) in enumerate(sheet["stops"], start=1)
            ),
            after=PlaceKey(sheet["after"]) if sheet.get("after") else None,
            picture=str(body["picture"]),
            rules=str(body["rules"]),
            check_ins=tuple(map(int, sheet.get("check_ins", ()))),
            skills=tuple(_skills(sheet.get("skills", ()))),
            handed=str(body.get("handed", "")),
            by_roads=body.get("by_roads") is True,
        )


def _skills(stated: Iterable[Any]) -> Iterator[Skill]:
    """Those this version knows."""
    known = set(Skill)
    return (Skill(one) for one in stated if one in known)
