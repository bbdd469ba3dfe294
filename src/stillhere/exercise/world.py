"""A world in memory: what lists are written from and truth is kept of."""

from dataclasses import dataclass

from stillhere.exercise.buildings import Buildings, build
from stillhere.exercise.clerk import Person
from stillhere.exercise.people import HOUR_0, People, draw_people
from stillhere.exercise.remaining import Remaining, draw_remaining
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.together import Floats, Ints, Together
from stillhere.exercise.towns import RegionPlan, region_plan


@dataclass(frozen=True, slots=True)
class World:
    """Everything true at hour 0.

    Household h lives in dwelling h; dwellings past the households are other places.
    `together` is None where lists fail independently.
    """

    seed: int
    scale: float
    plan: RegionPlan
    buildings: Buildings
    people: People
    remaining: Remaining
    phones: list[str]
    documents: list[str]
    persons: list[Person]
    together: Together | None = None

    def dice(self, stream: Stream) -> Dice:
        """Fresh dice of one purpose."""
        return Dice(generator(self.seed, self.plan.name, stream))

    def luck(self, own: Floats, households: Ints) -> Floats:
        """Draws of one list, `own` unless lists fail together."""
        if self.together is None:
            return own
        return self.together.shared(own, households)

    def members(self, household: int) -> range:
        """People of a household, head first."""
        first = int(self.people.households.first[household])
        return range(first, first + int(self.people.households.size[household]))


def make_core(town: str, seed: int, scale: float) -> World:
    """Build the core world of a town."""
    plan = region_plan(town, scale)
    buildings = build(plan, seed)
    people = draw_people(buildings, seed, town)
    remaining = draw_remaining(people, len(buildings.of), seed, town)
    return World(
        seed,
        scale,
        plan,
        buildings,
        people,
        remaining,
        _phones(len(buildings.of), seed, town),
        _documents(people, seed, town),
        _persons(people),
    )


def _phones(count: int, seed: int, town: str) -> list[str]:
    rng = generator(seed, town, Stream.PHONES)
    return [f"97{n:06d}" for n in rng.integers(100000, 999999, count).tolist()]


def _documents(people: People, seed: int, town: str) -> list[str]:
    """A document number for everyone of sixteen or more, else empty."""
    rng = generator(seed, town, Stream.DOCUMENTS)
    numbers = rng.integers(100000, 9999999, len(people.birth)).tolist()
    adult = (people.birth < HOUR_0.toordinal() - 16 * 365.2425).tolist()
    return [f"AN{n:07d}" if old else "" for n, old in zip(numbers, adult, strict=True)]


def _persons(people: People) -> list[Person]:
    names = people.names
    columns = (
        names.given.tolist(),
        names.father.tolist(),
        names.family.tolist(),
        names.other_family.tolist(),
        people.households.woman.tolist(),
        people.birth.tolist(),
    )
    return [Person(*values) for values in zip(*columns, strict=True)]
