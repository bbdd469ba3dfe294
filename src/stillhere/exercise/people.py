"""Households and people of the core world."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from stillhere.exercise.buildings import Buildings
from stillhere.exercise.households import (
    ALONE,
    CHILD,
    COUPLE,
    GROWN,
    HEAD,
    IN_LAW,
    SPOUSE,
    Households,
    draw_households,
)
from stillhere.exercise.naming import Names, draw_names
from stillhere.exercise.streams import Stream, generator

HOUR_0 = date(2023, 10, 4)
"""The day of hour 0: the days of arrival end (response plan, October 2023)."""

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class People:
    """Everyone, by household; household h lives in dwelling h.

    `birth` is a proleptic day number (`date.fromordinal`). `other_family` is a second
    surname she may be written with, or -1. `father` is a given name.
    """

    households: Households
    birth: Ints
    disabled: Bools
    names: Names

    @property
    def household(self) -> Ints:
        """Household of each person."""
        return self.households.of

    @property
    def older(self) -> Bools:
        """Sixty-five or more, by the draw of the household."""
        return self.households.older


def draw_people(buildings: Buildings, seed: int, town: str) -> People:
    """Fill every dwelling with one household."""
    households = draw_households(len(buildings.of), seed, town)
    birth = _birth_days(households, seed, town)
    rng = generator(seed, town, Stream.DISABLED)
    rate = 0.02 * np.where(households.older, 3.2, 0.55)
    disabled = rng.random(len(birth)) < rate
    settlement = buildings.settlement[buildings.of]
    village = settlement >= sum(p.kind == "town" for p in buildings.places)
    names = draw_names(households, np.where(village, settlement, -1), seed, town)
    return People(households, birth, disabled, names)


def _birth_days(households: Households, seed: int, town: str) -> Ints:
    rng = generator(seed, town, Stream.AGES)
    ages = _ages(households, rng)
    birth = HOUR_0.toordinal() - np.ceil(ages * 365.2425).astype(np.int64)
    rng = generator(seed, town, Stream.TWINS)
    child = households.role == CHILD
    twin = child & np.roll(child, 1) & (households.position > 1)
    twin &= rng.random(len(birth)) < 0.02
    twin &= ~np.roll(twin, 1)
    birth[twin] = np.roll(birth, 1)[twin]
    return birth


def _ages(h: Households, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Ages in years; the older are 65 to 97, all others below 65."""
    count = len(h.of)
    older_age = 65 + 32 * rng.beta(1.2, 2.6, count)
    adult_age = 23 + 41.5 * rng.beta(1.7, 2.5, count)
    gap, spread = rng.uniform(20, 37, count), rng.standard_normal(count)
    small = rng.uniform(0.05, 17, count)
    share = rng.uniform(0, 1, count)
    first = np.repeat(h.first, h.size)
    head = np.where(h.older, older_age, adult_age)[first]
    age = np.where(h.role == HEAD, head, 0.0)
    spouse = head - 3 + 4 * spread
    couple = h.kind[h.of] == COUPLE
    age = np.where(
        h.role == SPOUSE,
        np.where(
            couple, _within(spouse, 65.1, 97, share), _within(spouse, 19, 64.9, share)
        ),
        age,
    )
    grown = _within(head - gap[first], 21, 64.9, share[first])
    age = np.where(h.role == GROWN, grown, age)
    parent = np.where(h.grown[h.of], grown, head)
    in_law = _within(parent - 2 + 4 * spread, 19, 64.9, share)
    age = np.where(h.role == IN_LAW, in_law, age)
    child = parent - gap
    child = np.where((child < 0.05) | (child > 26), small, child)
    age = np.where(h.role == CHILD, _within(child, 0.05, 44, share), age)
    return np.where(h.kind[h.of] == ALONE, head, age)


def _within(
    age: npt.NDArray[np.float64],
    low: float,
    high: float,
    share: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Ages with those outside drawn again within eight years of the edge they passed.

    Cutting them to the edge would give a thousand people one date of birth.
    """
    drawn = np.where(age < low, low + 8 * share, high - 8 * share)
    return np.where((age < low) | (age > high), drawn, age)
