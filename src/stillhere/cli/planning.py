"""``plan``: where the teams go next, and the sheets they carry."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import shapes
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, print_line, say, table, told
from stillhere.cli.writing import write
from stillhere.ledger import Picture
from stillhere.plan import (
    Atlas,
    Belief,
    Clearances,
    Occasion,
    Plan,
    PlanRules,
    Sheet,
    TeamPlan,
    belief,
    crew,
    duties,
    next_stops,
    sheets,
    sheets_html,
)
from stillhere.plan.ways import measured_in_words, road_names, roads_of

TEAMS, STOPS = 8, 120
"""Teams, and more doors than a day has room for: the day ends a sheet, not a number."""

_SHOWN = 10
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Planned:
    """Everything one plan needs and gives."""

    believed: Belief
    plan: Plan
    sheets: tuple[Sheet, ...]
    cleared: Clearances


def planned(
    found: Opened, picture: Picture, shown: Steps, *, teams: int, limit: int
) -> Planned:
    """Believe, order the stops and lay out the sheets."""
    rules = PlanRules.shipped()
    world, names = found.world, road_names(found.world.road_fields)
    atlas = Atlas.of(world.buildings, world.gazetteer)
    shown.tell("weighing every door", 0.0)
    believed = belief(picture, atlas, rules)
    shown.tell("ordering stops", 0.0)
    cleared = Clearances.of(
        picture,
        atlas,
        picture.as_of,
        roads=names,
        exercise=found.exercise,
        rules=rules,
    )
    occasion = Occasion(
        region=found.region,
        day=picture.as_of[:10],
        open_places=frozenset(filter(cleared.allows, atlas.settlements)),
    )
    day_s = cleared.day_s(occasion.start, rules.number("time", "day_s"))
    rules = rules.changed("time", day_s=day_s)
    begin = duties(picture, atlas, rules, picture.as_of, world.operation.hour_0)
    plan = next_stops(
        picture,
        believed,
        atlas,
        crew(teams),
        cleared,
        rules,
        duties=begin,
        ways=roads_of(names, atlas, cleared, rules),
        limit=limit,
    )
    printed = sheets(plan, picture, atlas, occasion)
    return Planned(believed, plan, printed, cleared)


def plan(  # noqa: PLR0913 (what a person can say of a day)
    where: Where,
    *,
    teams: Annotated[int, typer.Option(min=1, max=99, help="How many go out.")] = TEAMS,
    limit: Annotated[
        int, typer.Option(min=1, max=999, help="Most doors on one sheet.")
    ] = STOPS,
    out: Annotated[
        Path | None, typer.Option(help="Write one sheet per team into this folder.")
    ] = None,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Say where each team goes next: most people expected to be found per hour.

    Roads count as open only while a clearance is in force; in exercises without any
    clearance all are.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        made = planned(found, picture, shown, teams=teams, limit=limit)
    going = [sheet for sheet in made.sheets if sheet.lines]
    written = [] if out is None or not going else write_sheets(made.sheets, out)
    if json:
        as_json({**plan_shape(made.plan), "written": [str(p) for p in written]})
        return
    if made.believed.expected:
        say(
            f"Expected to be still there, by the model: "
            f"{made.believed.expected / _MILLION:,.0f} people in the whole region."
        )
    if made.cleared.everything:
        say("An exercise: every road, village and track counts as cleared.")
    elif made.cleared.nightfall:
        say(f"Clearances run out at nightfall, {made.cleared.nightfall[11:]}.")
    say(measured_in_words(by_roads=made.plan.by_roads))
    for sheet in going[: 1 if written else None]:
        stops(sheet, _SHOWN)
    for path in written:
        print_line(f"wrote {path}")
    told(made.plan.findings)


def stops(sheet: Sheet, limit: int) -> None:
    """Print the first doors of one team."""
    doors = len(sheet.lines)
    heading(f"Team {sheet.team}: first {min(limit, doors)} of {doors} stops")
    table(
        ("stop", "at", "address", "dwelling", "why"),
        [
            (line.code, line.at, line.address, line.dwelling, line.reason)
            for line in sheet.lines[:limit]
        ],
    )
    if sheet.turn_back:
        *calls, back = sheet.check_ins
        between = f" call in at {', '.join(calls)};" if calls else ""
        say(f"Turn back by {sheet.turn_back};{between} be back by {back}.")


def write_sheets(printed: Iterable[Sheet], folder: Path) -> list[Path]:
    """One text file per team, and all of them as one page for the printer."""
    several = tuple(printed)
    texts = [write(folder / f"team-{s.team:02}.txt", s.text) for s in several]
    return [*texts, write(folder / "sheets.html", sheets_html(several))]


def plan_shape(made: Plan) -> dict[str, Any]:
    """The doors of every team in order."""
    return {
        "picture": made.picture,
        "rules": made.rules,
        "teams": [_team(team) for team in made.teams],
        "findings": shapes.findings(made.findings),
    }


def _team(team: TeamPlan) -> dict[str, Any]:
    return {
        "team": team.team.number,
        "after": team.after,
        "stops": [
            {
                "number": stop.number,
                "dwelling": stop.key,
                "arrive_s": stop.arrive_s,
                "leave_by_s": stop.leave_by_s,
                "expected_millionths": stop.expected,
                "reason": stop.reason,
                "cites": list(stop.cites),
            }
            for stop in team.stops
        ],
    }
