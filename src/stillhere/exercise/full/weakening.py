"""People weaken: the hour at which somebody who is not found dies."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.remaining import BEDRIDDEN, CHOSE_TO_STAY, DEAD, WALKING
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LYING, UNHELPED, OTHERS = "bedridden", "without_help", "others"


def deaths(world: World) -> dict[int, int]:
    """Whole hours after hour 0 at which people die unless found before.

    Only who is alive at hour 0 and would die within the days of the table; by person.
    """
    rng = generator(world.seed, world.plan.name, Stream.DYING)
    groups = group_of(world)
    days = count("dying", "days")
    found = {}
    for n in sorted(groups):
        luck, hours = rng.random(days), rng.integers(0, 24, days)
        group, older = groups[n]
        chance = daily_chances(group, older=older)
        over = np.flatnonzero(luck < chance)
        if len(over):
            day = int(over[0])
            found[n] = 24 * day + int(hours[day])
    return found


def group_of(world: World) -> Mapping[int, tuple[str, bool]]:
    """For everyone alive who remains: the group, and whether of 65 or more.

    `bedridden cared` is who lies with somebody able to walk in the dwelling.
    """
    was = world.remaining
    alive = np.flatnonzero(was.stays & (was.state != DEAD)).tolist()
    helpers: dict[int, int] = {}
    able = (WALKING, CHOSE_TO_STAY)
    for n in alive:
        helpers[int(was.where[n])] = helpers.get(int(was.where[n]), 0) + int(
            was.state[n] in able
        )
    found = {}
    for n in alive:
        beside = helpers[int(was.where[n])] - int(was.state[n] in able)
        years = (HOUR_0.toordinal() - int(world.people.birth[n])) / 365.2425
        found[n] = (_group(int(was.state[n]), beside, years), years >= 65)
    return found


def _group(state: int, beside: int, years: float) -> str:
    if state == BEDRIDDEN:
        return f"{LYING} cared" if beside else LYING
    return UNHELPED if years >= 75 and not beside else OTHERS


def daily_chances(group: str, *, older: bool) -> Floats:
    """The chance of dying on each day, for one of a group."""
    days = np.arange(count("dying", "days"))
    since = days - count("dying", "from_day")
    early = assumed("dying", "before") if older else assumed("dying", "others")
    if group == OTHERS:
        return np.full(len(days), assumed("dying", "others"))
    name, _, cared = group.partition(" ")
    late = assumed("dying", name) + assumed("dying", f"{name}_rise") * since
    late = np.minimum(late, assumed("dying", f"{name}_most"))
    late = late * (assumed("dying", "cared") if cared else 1.0)
    chances: Floats = np.where(since >= 0, late, early)
    return chances
