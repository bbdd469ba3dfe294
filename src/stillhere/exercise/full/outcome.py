"""What a search came to for the people of a full world: time without help, deaths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stillhere.exercise.full.course import Course
from stillhere.exercise.truth import TruePerson, Truth

_DAY_H = 24.0


class At(NamedTuple):
    """A moment of a run: vehicle-hours spent, and hours of the calendar after hour 0."""

    vehicle_hours: float
    hour: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts and times of one run.

    The dependent living are those alone and 75 or older, bedridden, disabled, or a
    child alone who were alive at hour 0 and did not choose to stay.

    Attributes:
        dependent: How many they are.
        dependent_found: Of them found alive until the end of the run.
        to_90: When nine in ten of them were found alive; the end of the run where that
            was not reached.
        days_without_help: Person-days of them until found, death or the end.
        deaths: Of all who were alive at hour 0, before being found and before the end.
        dead_found: Of those dead at hour 0.
        chose_found: Of those who chose to stay.
    """

    dependent: int
    dependent_found: int
    to_90: At
    days_without_help: float
    deaths: int
    dead_found: int
    chose_found: int


def outcome(truth: Truth, course: Course, found: Mapping[str, At], end: At) -> Outcome:
    """Mark a run by the course of a world.

    Args:
        truth: Of the world.
        course: Of the world; an empty one lets nobody die.
        found: Dwelling to the moment at which the people in it were found.
        end: Of the run; finds after it do not count.
    """
    finds = {place: at for place, at in found.items() if at <= end}
    living = [p for p in truth.remaining() if p.state != "dead"]
    needy = truth.dependent()
    dependent = [p for p in living if p.person in needy and p.state != "chose_to_stay"]
    alive = sorted(_found_alive(dependent, course, finds))
    enough = -(-9 * len(dependent) // 10)
    return Outcome(
        dependent=len(dependent),
        dependent_found=len(alive),
        to_90=alive[enough - 1] if 0 < enough <= len(alive) else end,
        days_without_help=sum(_waited(p, course, finds, end) for p in dependent),
        deaths=sum(_died(p, course, finds, end) for p in living),
        dead_found=_count(truth, finds, "dead"),
        chose_found=_count(truth, finds, "chose_to_stay"),
    )


def _found_alive(
    people: Iterable[TruePerson], course: Course, finds: Mapping[str, At]
) -> list[At]:
    return [
        finds[p.where]
        for p in people
        if p.where in finds and course.alive(p.person, finds[p.where].hour)
    ]


def _last(person: TruePerson, finds: Mapping[str, At], end: At) -> float:
    """The hour at which somebody was found, or the run ended."""
    return finds.get(person.where, end).hour


def _waited(
    person: TruePerson, course: Course, finds: Mapping[str, At], end: At
) -> float:
    hour = _last(person, finds, end)
    return max(0.0, min(hour, course.dies.get(person.person, hour))) / _DAY_H


def _died(person: TruePerson, course: Course, finds: Mapping[str, At], end: At) -> bool:
    return not course.alive(person.person, _last(person, finds, end))


def _count(truth: Truth, finds: Mapping[str, At], state: str) -> int:
    return sum(p.state == state and p.where in finds for p in truth.remaining())
