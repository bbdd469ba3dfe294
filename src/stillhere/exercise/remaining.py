"""Who is still there, where, in what state, and how easily each is noticed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.exercise.households import ALONE, COUPLE
from stillhere.exercise.people import People
from stillhere.exercise.streams import Stream, generator

STATES = ("gone", "walking", "bedridden", "chose_to_stay", "dead")
GONE, WALKING, BEDRIDDEN, CHOSE_TO_STAY, DEAD = range(5)
DETECTION = (0.0, 0.85, 0.60, 0.60, 0.35)
"""Mean chance that one knock finds a person, by state; the planner knows only .68."""

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Remaining:
    """Per person: `state` (into `STATES`), `where` (a dwelling, -1 if gone), `q`."""

    state: Ints
    where: Ints
    q: npt.NDArray[np.float64]

    @property
    def stays(self) -> Bools:
        """Everyone not gone, the dead included."""
        remain: Bools = self.state != GONE
        return remain


def draw_remaining(people: People, dwellings: int, seed: int, town: str) -> Remaining:
    """Decide who remains by the rates of the core world."""
    h = people.households
    rng = generator(seed, town, Stream.REMAIN)
    kind = h.kind[h.of]
    luck = rng.random(len(h.of))
    couple = (kind == COUPLE) & (rng.random(len(h.size)) < 0.03)[h.of]
    base = np.where(people.older, 0.004, 0.0025)
    base = np.where(kind == ALONE, 0.09, np.where(kind == COUPLE, 0.0, base))
    by_base = couple | (luck < base)
    by_need = people.disabled & (rng.random(len(h.of)) < 0.08)
    carer = _carers(people, by_need, rng)
    stays = by_base | by_need | carer
    died = stays & people.older & (rng.random(len(h.of)) < 0.06)
    own_choice = by_base & ~people.older & ~by_need
    state = np.select(
        [~stays, died, people.disabled, own_choice],
        [GONE, DEAD, BEDRIDDEN, CHOSE_TO_STAY],
        WALKING,
    )
    where = _whereabouts(
        people, state, dwellings, generator(seed, town, Stream.DISPLACED)
    )
    q = _detection(state, generator(seed, town, Stream.DETECTION))
    return Remaining(state, where, q)


def _carers(people: People, by_need: Bools, rng: np.random.Generator) -> Bools:
    """The next person of the household stays with half of those who remain disabled."""
    h = people.households
    cared = np.flatnonzero(by_need & (rng.random(len(by_need)) < 0.5))
    size = h.size[h.of[cared]]
    cared, size = cared[size > 1], size[size > 1]
    carer = np.zeros(len(by_need), dtype=np.bool_)
    carer[h.first[h.of[cared]] + (h.position[cared] + 1) % size] = True
    return carer


def _whereabouts(
    people: People, state: Ints, dwellings: int, rng: np.random.Generator
) -> Ints:
    """Home, or for 8 % of households one other dwelling anywhere in the region."""
    h = people.households
    moved = (rng.random(len(h.size)) < 0.08)[h.of]
    moved &= (state == WALKING) | (state == CHOSE_TO_STAY)
    target = rng.integers(0, dwellings, len(h.size))[h.of]
    where = np.where(moved, target, h.of)
    return np.where(state == GONE, -1, where)


def _detection(state: Ints, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    mean = np.array(DETECTION)[state]
    q = np.zeros(len(state))
    stays = np.flatnonzero(state != GONE)
    q[stays] = rng.beta(8 * mean[stays], 8 * (1 - mean[stays]))
    return q
