"""What happens in a full world while a clock runs: ways closed, people who tell of others.

Only the process of the clock reads this. In a core world nothing happens.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from stillhere.exercise.full import Course, told_report
from stillhere.exercise.hours import START
from stillhere.exercise.running.doors import Behind
from stillhere.exercise.running.switchboard import Switchboard
from stillhere.intake import World
from stillhere.ledger import PlaceKey
from stillhere.plan import Atlas
from stillhere.reports import EXERCISE_KEY, OperationKey, Report


@dataclass(frozen=True, slots=True)
class Happening:
    """The course of a world, by the numbers of its atlas.

    Attributes:
        course: As the truth has it; empty for a core world.
        settlement: Number of the settlement, per dwelling.
        closed: Settlement to the hours from which and until which nobody may go there.
        key: Of the operation, for reports of what people found say.
        hour_0: By the clocks of the place.
        phones: Who answers calls; None where nobody does.
    """

    course: Course = field(default_factory=Course)
    settlement: Sequence[int] = ()
    closed: Mapping[int, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    key: OperationKey = EXERCISE_KEY
    hour_0: datetime = START
    phones: Switchboard | None = None

    def closed_off(self, door: int, hour: float) -> bool:
        """Whether teams may not be at a dwelling, so many hours after hour 0."""
        if not self.closed:
            return False
        shut = self.closed.get(self.settlement[door], ())
        return any(first <= hour < last for first, last in shut)

    def said(self, there: Behind, hour: float, team: int) -> list[Report]:
        """What the people of a dwelling tell the team that finds them, as its reports."""
        at = (self.hour_0 + timedelta(hours=hour)).strftime("%Y-%m-%dT%H:%M")
        hints = self.course.tells(there.persons, hour)
        name = f"team {team + 1}"
        return [told_report(hint, self.key, at=at, team=name) for hint in hints]


def happening_of(
    course: Course, world: World, atlas: Atlas, hour_0: datetime
) -> Happening:
    """Lay the course of a world out over its atlas.

    A closed settlement that the table of buildings does not know is left out.
    """
    closed: dict[int, tuple[tuple[float, float], ...]] = {}
    for shut in course.closed:
        number = _number(shut.settlement, world, atlas)
        if number is not None:
            span = (float(shut.from_hour), float(shut.until_hour))
            closed[number] = (*closed.get(number, ()), span)
    settlement = atlas.settlement.tolist()
    return Happening(course, settlement, closed, world.operation.key, hour_0)


def _number(name: str, world: World, atlas: Atlas) -> int | None:
    """Number of a settlement in the atlas by one of its names."""
    known = world.gazetteer.resolve(name)
    for row in world.buildings:
        key = atlas.buildings.settlement(row)
        if name == row.settlement or key == known:
            return atlas.settlements.index(PlaceKey(key))
    return None


def told_next(morning: Iterable[Report], said: Iterable[Report]) -> tuple[Report, ...]:
    """News of a morning with what was said since the last one, each report once."""
    return tuple({report.id: report for report in (*morning, *said)}.values())
