"""Who lives with whom: kinds, sizes and roles of households."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.exercise.streams import Stream, generator

ALONE, COUPLE, FAMILY = 0, 1, 2
HEAD, SPOUSE, CHILD, GROWN, IN_LAW = 0, 1, 2, 3, 4
"""Roles: GROWN is a grown child of an older head, IN_LAW that child's spouse."""

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Households:
    """Per household: `kind`, `size`, `first` person, `grown` (has a grown child first).

    Per person: `of` (household), `position` in it, `role`, `woman`, `older`.
    """

    kind: Ints
    size: Ints
    first: Ints
    grown: Bools
    of: Ints
    position: Ints
    role: Ints
    woman: Bools
    older: Bools


def draw_households(count: int, seed: int, town: str) -> Households:
    """Seven per cent one older person, ten an older couple, else 1 + Bin(7, .36)."""
    rng = generator(seed, town, Stream.HOUSEHOLDS)
    kind = np.searchsorted([0.07, 0.17], rng.random(count), side="right")
    size = np.where(kind == FAMILY, 1 + rng.binomial(7, 0.36, count), kind + 1)
    older_head = (kind != FAMILY) | (rng.random(count) < 0.36)
    spouse = rng.random(count) < np.where(older_head, 0.25, 0.86)
    grown = (kind == FAMILY) & older_head & ~spouse
    of = np.repeat(np.arange(count), size)
    first = np.cumsum(size) - size
    position = np.arange(len(of)) - first[of]
    role = _roles(position, kind[of], spouse[of], grown[of], rng.random(count)[of])
    woman = _women(role, rng.random(len(of)), (kind, size, spouse, of))
    older = (position == 0) & older_head[of] | (kind[of] == COUPLE)
    return Households(
        kind.astype(np.int64), size, first, grown, of, position, role, woman, older
    )


def _roles(
    position: Ints,
    kind: Ints,
    spouse: Bools,
    grown: Bools,
    luck: npt.NDArray[np.float64],
) -> Ints:
    role = np.full(len(position), CHILD)
    second, third = position == 1, position == 2
    role[position == 0] = HEAD
    role[second & (spouse | (kind == COUPLE))] = SPOUSE
    role[second & grown] = GROWN
    role[third & grown & (luck < 0.75)] = IN_LAW
    return role


def _women(
    role: Ints,
    luck: npt.NDArray[np.float64],
    shape: tuple[Ints, Ints, Bools, Ints],
) -> Bools:
    """Heads with a spouse are men in the lists, other heads mostly women."""
    kind, size, spouse, of = shape
    with_spouse = (kind == COUPLE) | (spouse & (kind == FAMILY) & (size > 1))
    share = np.where(kind == ALONE, 0.74, np.where(with_spouse, 0.0, 0.6))
    woman = luck < 0.49
    head = role == HEAD
    woman[head] = (luck < share[of])[head]
    woman[role == SPOUSE] = True
    woman[role == GROWN] = (luck < 0.2)[role == GROWN]
    in_law = np.flatnonzero(role == IN_LAW)
    woman[in_law] = ~woman[in_law - 1]
    return woman
