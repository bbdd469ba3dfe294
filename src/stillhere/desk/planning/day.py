"""One day of a search: what is wished of it, and the plan worked out for it."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from stillhere.ledger import Picture, PlaceKey
from stillhere.pipeline.readings import Progress
from stillhere.places.roads import RoadNames
from stillhere.plan import (
    Atlas,
    Belief,
    CallToMake,
    Clearances,
    Plan,
    PlanRules,
    belief,
    calls_to_make,
    crew,
    next_stops,
)
from stillhere.plan.belief import Doors
from stillhere.plan.duties import Duties, duties
from stillhere.plan.ways import roads_of

HOUR_S = 3600
_THOUSAND, _MILLION = 1_000, 1_000_000
_DATE = 10


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wishes of a day.

    Attributes:
        teams: How many go out.
        hours: From setting off until everybody is back.
        start: Hour and minute of setting off.
        doors: Most doors of one sheet.
    """

    teams: int = 8
    hours: int = 8
    start: str = "08:00"
    doors: int = 40

    @property
    def rules(self) -> PlanRules:
        """The public table with the length of this day."""
        return PlanRules.shipped().changed("time", day_s=self.hours * HOUR_S)


@dataclass(frozen=True, eq=False)
class Worked:
    """A plan with what it was worked out from.

    Attributes:
        wishes: Of whoever asked.
        picture: It was made from.
        believed: Of that picture.
        atlas: Where the dwellings are.
        cleared: Where teams may go.
        held: Doors left alone because they stand on a sheet that is out.
        plan: Stops of every team.
        calls: How many calls to numbers on file are worth making before.
        settled: People without word those may settle, about.
        in_an_hour: Of those, by the first hour of one caller, thousandths.
    """

    wishes: Wishes
    picture: Picture
    believed: Belief
    atlas: Atlas
    cleared: Clearances
    held: frozenset[PlaceKey]
    plan: Plan
    calls: int
    settled: int
    in_an_hour: int

    @property
    def open_places(self) -> frozenset[PlaceKey]:
        """Settlements teams may be sent to."""
        return frozenset(filter(self.cleared.allows, self.atlas.settlements))


def work_out(  # noqa: PLR0913 (what a day depends on, and who is told of it)
    picture: Picture,
    atlas: Atlas,
    cleared: Clearances,
    wishes: Wishes,
    held: frozenset[PlaceKey],
    tell: Progress,
    *,
    hour_0: str | None = None,
    roads: RoadNames | None = None,
) -> Worked:
    """Believe, leave out doors that are on sheets, order the rest.

    Follow-up visits that are overdue when the day begins come first; settlements nobody
    has visited by the day of the rules, counted from `hour_0`, are owed a visit. The day
    ends at nightfall at the latest; ways lie on `roads` where some are loaded.
    """
    wished_s = wishes.hours * HOUR_S
    day_s = cleared.day_s(wishes.start, wished_s)
    rules = wishes.rules.changed("time", day_s=day_s)
    tell("weighing every door", 0.1)
    believed = belief(picture, atlas, rules)
    tell("ordering stops", 0.6)
    plan = next_stops(
        picture,
        without(believed, held),
        atlas,
        crew(wishes.teams),
        cleared,
        rules,
        duties=_duties(picture, atlas, wishes, held, hour_0),
        ways=roads_of(roads, atlas, cleared, rules),
        limit=wishes.doors,
    )
    tell("looking up numbers on file", 0.9)
    calls = calls_to_make(picture, believed, rules)
    settled = round(sum(call.expected for call in calls) / _MILLION)
    return Worked(
        wishes,
        picture,
        believed,
        atlas,
        cleared,
        held,
        plan,
        len(calls),
        settled,
        sum(call.expected for call in within(calls, HOUR_S)) // _THOUSAND,
    )


def _duties(
    picture: Picture,
    atlas: Atlas,
    wishes: Wishes,
    held: frozenset[PlaceKey],
    hour_0: str | None,
) -> Duties:
    now = f"{picture.as_of[:_DATE]}T{wishes.start}"
    begin = duties(picture, atlas, wishes.rules, now, hour_0)
    return begin._replace(due=tuple(d for d in begin.due if d.key not in held))


def within(calls: Iterable[CallToMake], seconds: int) -> Iterator[CallToMake]:
    """The first calls that one caller makes in a time."""
    for call in calls:
        seconds -= call.seconds
        if seconds < 0:
            return
        yield call


def without(believed: Belief, held: AbstractSet[PlaceKey]) -> Belief:
    """A belief whose doors leave some out; sums over places stay."""
    if not held:
        return believed
    known = believed.doors
    columns = known.columns.copy()
    columns[:, [known.atlas.index[key] for key in held if key in known.atlas.index]] = 0
    others = {key: door for key, door in known.others.items() if key not in held}
    return replace(believed, doors=Doors(known.atlas, columns, others))
