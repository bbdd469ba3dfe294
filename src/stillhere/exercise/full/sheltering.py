"""Who of those who remain is not at home: in hiding, in the hospital, in a care home."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.full.places import (
    SHELTERS,
    OtherPlace,
    other_places,
    with_places,
)
from stillhere.exercise.households import ALONE
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.remaining import (
    BEDRIDDEN,
    CHOSE_TO_STAY,
    DEAD,
    DETECTION,
    GONE,
    WALKING,
    Remaining,
)
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sheltered:
    """A world with other places, and who is in them.

    `kinds` is the kind of every other place, in the order of the table of buildings,
    the first of which is building `first`.
    """

    world: World
    kinds: tuple[str, ...]
    first: int

    def dwellings(self, *kinds: str) -> Ints:
        """Dwellings in other places of these kinds, rising."""
        of = self.world.buildings.of
        chosen = [self.first + n for n, kind in enumerate(self.kinds) if kind in kinds]
        return np.flatnonzero(np.isin(of, chosen))


def shelter(world: World) -> Sheltered:
    """Add the other places and put people there."""
    patients = _how_many(world, "patients")
    residents = _how_many(world, "residents")
    added = other_places(world, patients, residents)
    wider = _with_places(world, added)
    full = Sheltered(wider, tuple(p.kind for p in added), len(world.buildings.flats))
    full = _admit(full, patients)
    full = _leave_residents(full, residents)
    return _hide(full)


def _how_many(world: World, name: str) -> int:
    share = assumed("sheltered", name)
    return max(count("sheltered", "fewest"), round(share * len(world.persons)))


def _with_places(world: World, added: list[OtherPlace]) -> World:
    return replace(world, buildings=with_places(world.buildings, added))


def _admit(full: Sheltered, many: int) -> Sheltered:
    """Patients: anyone who would have left, the older and disabled five times as often."""
    world = full.world
    rng = generator(world.seed, world.plan.name, Stream.PATIENTS)
    gone = np.flatnonzero(world.remaining.state == GONE)
    frail = world.people.older[gone] | world.people.disabled[gone]
    weights = np.where(frail, 5.0, 1.0)
    who = rng.choice(gone, many, replace=False, p=weights / weights.sum())
    lies = rng.random(many) < assumed("sheltered", "patient_bedridden")
    state = np.where(lies | world.people.disabled[who], BEDRIDDEN, WALKING)
    where = rng.choice(full.dwellings("hospital"), many)
    return _placed(full, who, (state, where), rng)


def _leave_residents(full: Sheltered, many: int) -> Sheltered:
    """Residents of the care home: older people living alone by the register."""
    world = full.world
    rng = generator(world.seed, world.plan.name, Stream.RESIDENTS)
    h = world.people.households
    aged = world.people.birth < HOUR_0.toordinal() - 72 * 365
    fit = (world.remaining.state == GONE) & (h.kind[h.of] == ALONE)
    found = np.flatnonzero(fit & aged)
    if len(found) < many:
        found = np.flatnonzero(fit)
    who = rng.choice(found, min(many, len(found)), replace=False)
    luck = rng.random(len(who))
    lies = luck < assumed("sheltered", "resident_bedridden")
    died = luck > 1 - assumed("sheltered", "resident_dead")
    state = np.select(
        [died, lies | world.people.disabled[who]], [DEAD, BEDRIDDEN], WALKING
    )
    where = rng.choice(full.dwellings("care_home"), len(who))
    return _placed(full, who, (state, where), rng)


def _placed(
    full: Sheltered, who: Ints, found: tuple[Ints, Ints], rng: np.random.Generator
) -> Sheltered:
    state, where = found
    was = full.world.remaining
    states, places, q = was.state.copy(), was.where.copy(), was.q.copy()
    states[who], places[who] = state, where
    mean = np.array(DETECTION)[state]
    q[who] = rng.beta(8 * mean, 8 * (1 - mean))
    remaining = Remaining(states, places, q)
    return replace(full, world=replace(full.world, remaining=remaining))


def _hide(full: Sheltered) -> Sheltered:
    """Two per cent of those who remain, with all who are with them, in hiding."""
    world, was = full.world, full.world.remaining
    rng = generator(world.seed, world.plan.name, Stream.SHELTERED)
    wanted = max(1, round(assumed("sheltered", "share") * int(was.stays.sum())))
    where = was.where.copy()
    shelters = full.dwellings(*SHELTERS)
    free = iter(rng.permutation(shelters).tolist())
    hidden = 0
    for together in _groups_able(full, rng):
        if hidden >= wanted:
            break
        if hidden + len(together) <= wanted:
            where[together] = next(free)
            hidden += len(together)
    remaining = replace(was, where=where)
    return replace(full, world=replace(world, remaining=remaining))


def _groups_able(full: Sheltered, rng: np.random.Generator) -> list[list[int]]:
    """People of one dwelling who can all walk and are in no other place, mixed."""
    was = full.world.remaining
    groups: dict[int, list[int]] = {}
    for n in np.flatnonzero(was.stays).tolist():
        groups.setdefault(int(was.where[n]), []).append(n)
    able = (WALKING, CHOSE_TO_STAY)
    homes = len(full.world.phones)
    found = [
        people
        for where, people in sorted(groups.items())
        if where < homes and all(was.state[n] in able for n in people)
    ]
    return [found[n] for n in rng.permutation(len(found)).tolist()]
