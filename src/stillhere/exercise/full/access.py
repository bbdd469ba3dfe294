"""Which settlements teams may go to, hour by hour, and the list that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.hours import stamp
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World

CLEARANCES = "clearances.csv"
NOT_CLEARED, BRIDGE = "not cleared", "bridge closed"
_HEADER = ("Clearance no", "Recorded", "Settlement", "Address", "Vehicle", "State", "Valid until", "x_km", "y_km", "Accuracy m")  # fmt: skip
_ALL, _LIGHT = "on foot, car, ambulance, bus", "on foot, car, ambulance"


class Closed(NamedTuple):
    """A settlement closed from one hour after hour 0 to another."""

    settlement: int
    from_hour: int
    until_hour: int
    why: str


@dataclass(frozen=True, slots=True)
class Access:
    """What is closed, where no bus goes, and where the hazardous area is (km)."""

    closed: tuple[Closed, ...]
    light: frozenset[int]
    hazard: tuple[int, float, float]

    def why(self, settlement: int, hour: float) -> str:
        """Why a settlement is closed at an hour; empty where it is open."""
        for shut in self.closed:
            here = shut.settlement == settlement
            if here and shut.from_hour <= hour < shut.until_hour:
                return shut.why
        return ""


def draw_access(world: World) -> Access:
    """Villages without clearance, those beyond the bridge, the hazardous area."""
    rng = generator(world.seed, world.plan.name, Stream.ACCESS)
    places = world.buildings.places
    villages = [n for n, place in enumerate(places) if place.kind == "village"]
    order = rng.permutation(villages).tolist()
    many = max(1, round(assumed("access", "without") * len(villages)))
    opens = rng.integers(
        count("access", "opens_first"), count("access", "opens_last") + 1, many
    ).tolist()
    closed = [
        Closed(place, -24, 24 * day + count("access", "from_hour"), NOT_CLEARED)
        for place, day in zip(order[:many], opens, strict=True)
    ]
    beyond = _beyond_the_bridge(world, order[many:])
    day = count("access", "bridge_day")
    start = 24 * day + count("access", "bridge_hour")
    end = 24 * (day + count("access", "bridge_days")) + count("access", "from_hour")
    closed += [Closed(place, start, end, BRIDGE) for place in beyond]
    light = rng.random(len(places)) < assumed("access", "light_only")
    no_bus = frozenset(n for n in villages if light[n])
    beside = order[-1]
    turn = float(rng.uniform(0, 2 * np.pi))
    far = assumed("access", "hazard_km")
    x = round(places[beside].x_km + far * float(np.cos(turn)), 3)
    y = round(places[beside].y_km + far * float(np.sin(turn)), 3)
    return Access(tuple(sorted(closed)), no_bus, (beside, x, y))


def _beyond_the_bridge(world: World, villages: Sequence[int]) -> list[int]:
    """Villages in one direction from the base: the first one's and those next to it."""
    if not villages:
        return []
    places = world.buildings.places
    turn = {n: np.arctan2(places[n].y_km, places[n].x_km) for n in villages}
    many = max(1, round(assumed("access", "bridge_villages") * len(villages)))
    apart = {
        n: abs(float(np.angle(np.exp(1j * (turn[n] - turn[villages[0]])))))
        for n in villages
    }
    return sorted(villages, key=lambda n: (apart[n], n))[:many]


def clearances(world: World, access: Access, days: int) -> Sheet:
    """The security officer's list: every morning each open settlement, until nightfall.

    A settlement that is not named on a day is not cleared; the bridge and the hazardous
    area have rows of their own.

    Args:
        world: With its settlements.
        access: What is closed.
        days: The last day with rows; the picture is as of that morning.
    """
    sheet = Sheet(CLEARANCES)
    sheet.add(_HEADER)
    rows = sorted(_rows(world, access, days), key=lambda row: row[0])
    for number, (hour, cells) in enumerate(rows, start=1):
        sheet.add((number, stamp(hour), *cells))
    return sheet


Row = tuple[float, tuple[object, ...]]


def _rows(world: World, access: Access, days: int) -> Iterator[Row]:
    places = [place.names["en"] for place in world.buildings.places]
    yield _hazard(places, access)
    for day in range(days + 1):
        hour = 24 * day + count("access", "from_hour")
        until = stamp(24 * day + count("access", "nightfall_hour"))
        for n, name in enumerate(places):
            if not access.why(n, hour):
                vehicles = _LIGHT if n in access.light else _ALL
                yield hour, (name, "", vehicles, "open", until, "", "", "")
    for shut in access.closed:
        if shut.why == BRIDGE:
            until = stamp(shut.until_hour)
            name = places[shut.settlement]
            cells = (name, "bridge on the way", _ALL, "closed", until, "", "", "")
            yield shut.from_hour, cells


def _hazard(places: Sequence[str], access: Access) -> Row:
    beside, x, y = access.hazard
    radius = count("access", "hazard_m")
    state = "hazardous area suspected"
    cells = (places[beside], "track", "", state, "", f"{x:.3f}", f"{y:.3f}", radius)
    return count("access", "from_hour"), cells
