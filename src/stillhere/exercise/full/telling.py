"""People who are found say who else is in the house, the street or the village."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from stillhere.exercise.clerk import Clerk
from stillhere.exercise.contacts import flat_number, street_address
from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.habits import habit
from stillhere.exercise.remaining import DEAD
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World

HOUSE, STREET, VILLAGE = "house", "street", "village"


@dataclass(frozen=True, slots=True)
class Told:
    """What one person would say of another, if found alive.

    `near` is how they know each other; the flat is known only inside a house.
    """

    teller: int
    about: int
    near: str
    name: str
    settlement: str
    address: str
    flat: str


def told(world: World) -> list[Told]:
    """Everything those who remain would tell, by teller and person told of."""
    rng = generator(world.seed, world.plan.name, Stream.TOLD)
    clerk = Clerk(habit("calls_en"), world.dice(Stream.TOLD))
    found = []
    for teller, about, near in sorted(set(_near(world))):
        if rng.random() < assumed("told", f"knows_{near}") * assumed("told", "tells"):
            found.append(_said(world, (teller, about, near), clerk))
    return found


def _near(world: World) -> Iterator[tuple[int, int, str]]:
    """Pairs of people who may know of each other, closest only; the dead tell nothing."""
    was, b = world.remaining, world.buildings
    stays = np.flatnonzero(was.stays)
    building = b.of[was.where[stays]]
    village = np.array([place.kind == "village" for place in b.places])
    around: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for n, at in zip(stays.tolist(), building.tolist(), strict=True):
        where = int(b.settlement[at])
        street = "" if village[where] else b.street["en"][at]
        around.setdefault((where, street), []).append((n, at))
    for (where, _), people in around.items():
        far = VILLAGE if village[where] else STREET
        for n, at in people:
            if was.state[n] == DEAD:
                continue
            for other, beside in people:
                if was.where[n] != was.where[other]:
                    yield n, other, HOUSE if at == beside else far


def _said(world: World, pair: tuple[int, int, str], clerk: Clerk) -> Told:
    teller, about, near = pair
    clerk.next_family()
    named = clerk.dice.chance(assumed("told", "by_name"))
    at = int(world.remaining.where[about])
    settlement = int(world.buildings.settlement[world.buildings.of[at]])
    return Told(
        teller,
        about,
        near,
        clerk.line(world.persons[about]) if named else "",
        world.buildings.places[settlement].names["en"],
        street_address(world, at, "en"),
        flat_number(world, at) if near == HOUSE else "",
    )
