"""Names of the people: skewed draws, consistent within a household."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.exercise.households import (
    ALONE,
    CHILD,
    GROWN,
    HEAD,
    IN_LAW,
    SPOUSE,
    Households,
)
from stillhere.exercise.stock import CULTURES, NameStock, name_stock
from stillhere.exercise.streams import Stream, generator

_SHARES = (0.975, 0.99)
_VILLAGE_FAMILIES = 16

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Names:
    """Per person, numbers into the stock; `other_family` is -1 where there is none."""

    given: Ints
    father: Ints
    family: Ints
    other_family: Ints


def draw_names(households: Households, village: Ints, seed: int, town: str) -> Names:
    """Names of everyone.

    Args:
        households: Roles and sexes.
        village: Per household the village, -1 in a town; a village has few surnames.
        seed: Of the world.
        town: Of the world.
    """
    stock = name_stock()
    rng = generator(seed, town, Stream.FAMILY)
    culture = np.searchsorted(_SHARES, rng.random(len(village)), side="right")
    surname = _surnames(stock, rng, culture, village)
    maiden = _surnames(stock, rng, culture, village)
    keeps = rng.random(len(households.of)) < 0.35
    family, other = _families(households, surname, maiden, keeps)
    given = _given(stock, households, culture, generator(seed, town, Stream.GIVEN))
    rng = generator(seed, town, Stream.FATHERS)
    father = _fathers(stock, households, culture, given, rng)
    as_woman = households.woman
    family = np.where(as_woman, stock.woman[family], family)
    other = np.where(other >= 0, stock.woman[other], -1)
    return Names(given, father, family, other)


def _surnames(
    stock: NameStock, rng: np.random.Generator, culture: Ints, village: Ints
) -> Ints:
    surname = np.zeros(len(culture), dtype=np.int64)
    for number, name in enumerate(CULTURES):
        members = np.flatnonzero(culture == number)
        numbers, weights = stock.family_draw[name]
        surname[members] = rng.choice(numbers, len(members), p=weights)
    numbers, weights = stock.family_draw["hy"]
    for place in np.unique(village[village >= 0]):
        members = np.flatnonzero((village == place) & (culture == 0))
        local = rng.choice(numbers, _VILLAGE_FAMILIES, replace=False, p=weights)
        surname[members] = rng.choice(local, len(members))
    return surname


def _families(
    h: Households, surname: Ints, maiden: Ints, keeps: Bools
) -> tuple[Ints, Ints]:
    """Surname in the register, and the other one a married woman may be written with."""
    own = surname[h.of]
    alone_once_married = (h.kind[h.of] == ALONE) & h.woman
    widow = (h.role == HEAD) & h.woman & ((h.size[h.of] > 1) | alone_once_married)
    wife = (h.role == SPOUSE) | ((h.role == IN_LAW) & h.woman) | widow
    born = np.where(wife, maiden[h.of], own)
    born = np.where((h.role == IN_LAW) & h.woman, np.roll(maiden, 1)[h.of], born)
    family = np.where(wife & keeps, born, own)
    other = np.where(wife, np.where(keeps, own, born), -1)
    return family, other


def _given(
    stock: NameStock, h: Households, culture: Ints, rng: np.random.Generator
) -> Ints:
    """Given names by sex and age group; brothers and sisters differ."""
    count = len(h.of)
    group = np.where(h.older, 0, np.where(h.role == CHILD, 2, 1))
    given = np.zeros(count, dtype=np.int64)
    for number, name in enumerate(CULTURES):
        for sex in (0, 1):
            numbers, weights = stock.given_draw[name, sex]
            for age in range(3):
                who = np.flatnonzero(
                    (culture[h.of] == number) & (h.woman == bool(sex)) & (group == age)
                )
                given[who] = rng.choice(numbers, len(who), p=weights[:, age])
    grandson = (h.role == CHILD) & ~h.woman & h.grown[h.of]
    grandson &= ~h.woman[h.first[h.of]] & (h.position == 3)
    grandson &= rng.random(count) < 0.2
    given[grandson] = given[h.first[h.of]][grandson]
    return _without_equal_siblings(given, h)


def _without_equal_siblings(given: Ints, h: Households) -> Ints:
    for back in (1, 2, 3):
        before = np.roll(given, back)
        same = (h.of == np.roll(h.of, back)) & (given == before)
        same &= (h.role == CHILD) & (np.roll(h.role, back) == CHILD)
        shift = np.where(given >= back + 1, given - back - 1, given + 5)
        given = np.where(same & _same_sex_shift(given, shift), shift, given)
    return given


def _same_sex_shift(given: Ints, shift: Ints) -> Bools:
    same: Bools = (given < 85) == (shift < 85)
    return same


def _fathers(
    stock: NameStock,
    h: Households,
    culture: Ints,
    given: Ints,
    rng: np.random.Generator,
) -> Ints:
    """The given name of the father: of the household where he is in it, else drawn."""
    count = len(h.of)
    father = np.zeros(count, dtype=np.int64)
    absent = np.zeros(len(h.size), dtype=np.int64)
    for number, name in enumerate(CULTURES):
        numbers, weights = stock.given_draw[name, 0]
        who = np.flatnonzero(culture[h.of] == number)
        father[who] = rng.choice(numbers, len(who), p=weights[:, 0])
        homes = np.flatnonzero(culture == number)
        absent[homes] = rng.choice(numbers, len(homes), p=weights[:, 1])
    head = h.first[h.of]
    by_head = np.where(h.woman[head], absent[h.of], given[head])
    father = np.where(h.role == GROWN, by_head, father)
    second = np.minimum(head + 1, count - 1)
    third = np.minimum(head + 2, count - 1)
    son = ~h.woman[second] & (h.size[h.of] > 1)
    in_law = (h.role[third] == IN_LAW) & (h.of[third] == h.of) & ~h.woman[third]
    grown_father = np.where(
        son, given[second], np.where(in_law, given[third], absent[h.of])
    )
    parent = np.where(h.grown[h.of], grown_father, by_head)
    return np.where(h.role == CHILD, parent, father)
