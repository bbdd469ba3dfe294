"""What worlds of known truth teach: how often who is heard of like this has left.

The only reader of a truth beside the judge; its result is frozen into rules by an
explicit act and holds for worlds never seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from stillhere.exercise.calibration import Bins
from stillhere.exercise.truth import Row, Truth
from stillhere.identity.arrived import KINDS, UNSTATED, Arrivals, Heard, section
from stillhere.identity.growing import Array
from stillhere.identity.learning.nearest import nearest_registered
from stillhere.identity.links import ONE, power
from stillhere.identity.monotone import MILLION, along, curve, learnt
from stillhere.identity.world import World
from stillhere.reports import ReportId

EDGES = (0, *range(50_000, 950_000, 50_000), 950_000, 980_000, 990_000, 999_000)
"""Classes of evidence cases are counted in, millionths."""

LEAST = 30
"""Cases a class needs to stand alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Register people of one world: what is heard of them, and what is true.

    Attributes:
        heard: As identity sees them.
        gone: Whether they have left, in the same order.
        chance: What the rules say of it, millionths.
    """

    heard: Heard
    gone: Array
    chance: Array

    @property
    def bins(self) -> Bins:
        """Calibration of what the rules say."""
        return Bins.of(self.chance, self.gone)


def arrived_cases(
    truth: Truth, arrivals: Arrivals, world: World, origin: Mapping[ReportId, Row]
) -> Cases:
    """The register people of a world folder; rows of nobody known are left out.

    Args:
        truth: Of the folder.
        arrivals: Of the index of its mentions.
        world: The columns of that index.
        origin: File inside `lists/` and row of each mention.
    """
    heard = arrivals.heard(truth.hour_0.year)
    _, chance = arrivals.chances(truth.hour_0.year)
    rows = [origin.get(world.id_of(slot)) for slot in heard.slot.tolist()]
    persons = [truth.mentions.get(row) if row else None for row in rows]
    known = np.array([person is not None for person in persons], np.bool_)
    gone = [truth.persons[p].state == "gone" for p in persons if p is not None]
    kept = Heard(
        heard.slot[known], heard.evidence[known], heard.kind[known], heard.old[known]
    )
    return Cases(kept, np.array(gone, np.bool_), chance[known])


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The best register person of rows of one world, and whether it is the right one.

    Attributes:
        best: 2^weight of the pair.
        all: The sum of it over all candidates of the row in that register.
        right: Whether row and person are one.
    """

    best: Array
    all: Array
    right: Array

    @property
    def stated(self) -> Array:
        """The probability of each pair without any curve, millionths."""
        chance: Array = (MILLION * self.best / (self.all + 1)).astype(np.int64)
        return chance


def row_cases(truth: Truth, world: World, origin: Mapping[ReportId, Row]) -> Rows:
    """The rows of a world folder that have a candidate; arguments as `arrived_cases`."""
    near = nearest_registered(world)
    best = power(near.weight) / ONE
    both = zip(near.row.tolist(), near.other.tolist(), strict=True)
    right = [
        (person := _person(truth, world, origin, row)) is not None
        and person == _person(truth, world, origin, other)
        for row, other in both
    ]
    every = best * MILLION / np.maximum(near.chance, 1) - 1
    return Rows(best, np.maximum(every, best), np.array(right, np.bool_))


def _person(
    truth: Truth, world: World, origin: Mapping[ReportId, Row], slot: int
) -> str | None:
    row = origin.get(world.id_of(slot))
    return truth.mentions.get(row) if row else None


def nobody_of(worlds: Iterable[Rows]) -> int:
    """The shift for "nobody" by which the probabilities of the rows fit best.

    Returns:
        Millibits to add to what a pair needs; below 0 where pairs were trusted too
        little. The likeliest of `SHIFTS`.
    """
    cases = list(worlds)
    best = np.concatenate([rows.best for rows in cases])
    every = np.concatenate([rows.all for rows in cases])
    right = np.concatenate([rows.right for rows in cases])
    return min(SHIFTS, key=lambda shift: (_misfit(best, every, right, shift), shift))


def curve_of(worlds: Iterable[Rows]) -> dict[str, int]:
    """The curve from the probability of a best pair to how often it is right.

    Learnt from rows whose rules had none (`NO_CURVE`).
    """
    cases = list(worlds)
    stated = np.concatenate([rows.stated for rows in cases])
    right = np.concatenate([rows.right for rows in cases])
    return curve(stated, right, EDGES, ENOUGH)


NO_CURVE = {"0": 0}
"""A table of the curve that leaves every probability as it is."""

ENOUGH = 200
"""Pairs a point of the curve stands for at least."""

SHIFTS = range(-3000, 3050, 50)
"""Millibits tried for "nobody"."""


def _misfit(best: Array, every: Array, right: Array, shift: int) -> float:
    """Minus the log-likelihood of what is true, under a shift."""
    chance = best / (every + 2 ** (shift / 1000))
    told = np.where(right, chance, 1 - chance)
    return -float(np.log(np.maximum(told, _NEVER)).sum())


_NEVER = 1e-9


def tables_of(
    worlds: Iterable[Cases], told: Mapping[str, int] = MappingProxyType({})
) -> dict[str, dict[str, int]]:
    """The tables of the chance to have left, by section of the rules.

    The one for people of no stated household is learnt from everybody.

    Args:
        worlds: Whose rules had no curve.
        told: The curve that is to hold: evidence is then what pairs are told to be.
    """
    tables = dict(_tables(list(worlds)))
    return {name: _bent(table, told) for name, table in tables.items()}


def _bent(table: Mapping[str, int], told: Mapping[str, int]) -> dict[str, int]:
    """A table whose bounds follow a curve; of bounds that meet the higher chance counts."""
    bounds = along(told, np.array([int(low) for low in table], np.int64)).tolist()
    return {
        str(low): chance for low, chance in zip(bounds, table.values(), strict=True)
    }


def _tables(worlds: list[Cases]) -> Iterator[tuple[str, dict[str, int]]]:
    evidence = np.concatenate([cases.heard.evidence for cases in worlds])
    gone = np.concatenate([cases.gone for cases in worlds])
    for kind in range(len(KINDS)):
        for old in (False, True):
            parts = [_mask(cases.heard, kind, old=old) for cases in worlds]
            these = np.concatenate(parts)
            table = learnt(evidence[these], gone[these], EDGES, LEAST)
            yield section(kind, old=old), table


def _mask(heard: Heard, kind: int, *, old: bool) -> Array:
    of_all: Array = heard.old == old
    return of_all if kind == UNSTATED else heard.of_kind(kind, old=old)
