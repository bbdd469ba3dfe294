"""Single rows of the lists that fill a world for load tests."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from stillhere.exercise.clerk import Clerk
from stillhere.exercise.contacts import (
    flat_number,
    full_address,
    phone_text,
    settlement_name,
    street_address,
)
from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.habits import habit
from stillhere.exercise.hours import START, stamp
from stillhere.exercise.remaining import DEAD
from stillhere.exercise.streams import Dice
from stillhere.exercise.world import World

Row = tuple[Sequence[object], int | None]
"""Cells, and the person the row names."""

_KNOWS = ("saw them on the last day", "spoke by phone", "heard from a neighbour")
_RELATIONS = ("mother", "father", "aunt", "uncle", "neighbour")
_NEEDS = ("bread", "water", "medicine", "insulin", "firewood", "warm clothes")
_URGENCY = ("today", "this week", "can wait")
_SERVICES = ("electricity", "water", "gas", "heating", "mobile network", "road")
_STATES = ("working", "partly", "out", "unknown")


class Scribe(NamedTuple):
    """What every row is written with."""

    world: World
    dice: Dice
    clerk: Clerk
    there: dict[int, list[int]]
    occupied: list[int]

    @classmethod
    def of(cls, world: World, dice: Dice) -> "Scribe":
        """A scribe who knows who is in which dwelling."""
        there: dict[int, list[int]] = {}
        for n in np.flatnonzero(world.remaining.stays).tolist():
            there.setdefault(int(world.remaining.where[n]), []).append(n)
        return cls(world, dice, Clerk(habit("tracing_en"), dice), there, sorted(there))

    def named(self, person: int) -> str:
        """A name as this scribe writes it today."""
        self.clerk.next_family()
        return self.clerk.line(self.world.persons[person])

    def phone(self) -> str:
        """The number of some caller."""
        digits = f"9{self.dice.below(9)}{100000 + self.dice.below(900000)}"
        return phone_text(digits, self.dice)


def visit(scribe: Scribe, number: int, hour: float) -> Row:
    """A door: mostly nobody answers; who is there is met with the chance of a knock."""
    world, dice = scribe.world, scribe.dice
    dwelling = dice.below(len(world.buildings.of))
    how, result, person = "knocked", "nobody_answered", None
    alive = [
        n for n in scribe.there.get(dwelling, ()) if world.remaining.state[n] != DEAD
    ]
    if alive and dice.chance(float(max(world.remaining.q[n] for n in alive))):
        result, person = "people_present", dice.pick(alive)
    elif dice.chance(assumed("filled", "no_access")):
        result = "no_access"
    elif dwelling not in scribe.there and dice.chance(assumed("filled", "entered")):
        how, result = "entered", "empty"
    cells = (
        stamp(hour).replace(" ", "T") + ":00" + START.isoformat()[-6:],
        1 + dice.below(count("teams", "teams")),
        settlement_name(world, dwelling, "en", dice),
        street_address(world, dwelling, "en"),
        flat_number(world, dwelling),
        how,
        result,
        "" if person is None else len(alive),
        "" if person is None else scribe.named(person),
        f"uuid:visit-{number:07d}",
    )
    return cells, person


def call(scribe: Scribe, number: int, hour: float) -> Row:
    """A call about a dwelling; some about one where somebody is."""
    world, dice = scribe.world, scribe.dice
    dwelling = dice.below(len(world.phones))
    if dice.chance(assumed("filled", "calls_true")):
        dwelling = dice.pick(scribe.occupied)
    people = scribe.there.get(dwelling) or list(world.members(dwelling))
    person = dice.pick(people)
    cells = (
        number,
        stamp(hour),
        "neighbour",
        scribe.phone(),
        scribe.named(person),
        1 + dice.below(2),
        settlement_name(world, dwelling, "en", dice),
        street_address(world, dwelling, "en"),
        flat_number(world, dwelling),
        dice.pick(_KNOWS),
    )
    return cells, person


def request(scribe: Scribe, number: int, hour: float) -> Row:
    """A relative asks for anyone of the region."""
    world, dice = scribe.world, scribe.dice
    person = dice.below(len(world.persons))
    home = int(world.people.household[person])
    asks = dice.below(len(world.persons))
    day, year = scribe.clerk.born(world.persons[person].birth)
    cells = (
        number,
        stamp(hour),
        scribe.named(asks),
        scribe.phone(),
        dice.pick(_RELATIONS),
        scribe.named(person),
        f"{day:%d.%m.%Y}" if day else (year or ""),
        settlement_name(world, home, "en", dice),
        full_address(world, home, "en"),
    )
    return cells, person


def need(scribe: Scribe, number: int, hour: float) -> Row:
    """What lacks at an address."""
    world, dice = scribe.world, scribe.dice
    dwelling = dice.below(len(world.phones))
    cells = (
        number,
        stamp(hour),
        settlement_name(world, dwelling, "en", dice),
        street_address(world, dwelling, "en"),
        flat_number(world, dwelling),
        dice.pick(_NEEDS),
        dice.pick(_URGENCY),
    )
    return cells, None


def service(scribe: Scribe, number: int, hour: float) -> Row:
    """How a service works in a settlement."""
    dice = scribe.dice
    place = dice.pick(scribe.world.buildings.places)
    cells = (
        number,
        stamp(hour),
        place.names["en"],
        dice.pick(_SERVICES),
        dice.pick(_STATES),
    )
    return cells, None


class Kind(NamedTuple):
    """One kind of list: its folder, header, and how a row is written.

    `by_day`: rows are only of working hours.
    """

    folder: str
    header: tuple[str, ...]
    row: Callable[[Scribe, int, float], Row]
    by_day: bool = False


KINDS = {
    "visits": Kind("visits", ("visit-date", "visit-team", "visit-settlement", "visit-address", "visit-flat", "visit-how", "visit-result", "visit-people", "visit-name", "meta-instanceID"), visit, by_day=True),
    "calls": Kind("hotline", ("Call no", "Received", "Caller", "Caller phone", "Who", "How many", "Settlement", "Street and house", "Flat", "How the caller knows"), call),
    "tracing": Kind("tracing", ("Request no", "Received", "Enquirer", "Enquirer phone", "Relation", "Sought person", "Born", "Settlement", "Address"), request),
    "needs": Kind("needs", ("Record number", "Recorded", "Settlement", "Address", "Flat", "What is needed", "How urgent"), need),
    "services": Kind("services", ("Record number", "Recorded", "Settlement", "Service", "State"), service),
}  # fmt: skip
