"""What weights are learnt from: rows outside registers beside who they may be.

Columns in an order of their own (by report id), so that the same lists give the same
numbers in whatever order they were read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.comparing.levels import PARTS, Levels
from stillhere.identity.comparing.weigh import tables
from stillhere.identity.growing import Array
from stillhere.identity.links import allowed, is_anchor
from stillhere.identity.pairs import APART, SAME, Entries
from stillhere.identity.rules import IdentityRules
from stillhere.identity.world import World

RIDES = ("same_unknown", "same_village", "same_town", "differ")
"""Names of the section `ride` that are weights; numbered from 1 in `Sample.ride`."""

RARE_ROW = {"given": 0, "family": 1, "father": 2}
"""Parts whose near levels have the rarity of the name added, and its row in `Levels`."""

DRAWN = 2_000_000
"""Pairs drawn at random."""

_SEED = 1
_PART = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Pairs of rows with register people, case by case: a row and one register.

    Attributes:
        codes: (len(PARTS), n) int8, as in `Levels`.
        fixed: Bits that weights do not change: rarity, company and what people decided,
            less the base without "nobody".
        ride: n int8: 0, or one more than the place in `RIDES`.
        case: Number of the case of each pair, from 0, ascending.
        alone: Cases without any candidate, which have no number.
        owner, other: Slots of each pair in its world.
    """

    codes: Array
    fixed: Array
    ride: Array
    case: Array
    alone: int
    owner: Array
    other: Array

    @property
    def starts(self) -> Array:
        """Position of the first pair of each case."""
        return np.flatnonzero(np.diff(self.case, prepend=-1))

    @property
    def cases(self) -> int:
        """Cases with a candidate."""
        return int(self.case[-1]) + 1 if len(self.case) else 0

    @classmethod
    def join(cls, samples: Sequence["Sample"]) -> "Sample":
        """All pairs of several worlds, one world after the other."""
        first = np.cumsum([0, *(sample.cases for sample in samples)])
        cases = [s.case + n for s, n in zip(samples, first[:-1], strict=True)]
        return cls(
            np.concatenate([s.codes for s in samples], axis=1),
            np.concatenate([s.fixed for s in samples]),
            np.concatenate([s.ride for s in samples]),
            np.concatenate(cases),
            sum(s.alone for s in samples),
            np.concatenate([s.owner for s in samples]),
            np.concatenate([s.other for s in samples]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Apart:
    """How pairs of two people compare, drawn at random and added up.

    Attributes:
        pairs: By part, number of pairs at each level; the first: not stated.
        mass: The same, each pair counted 2^rarity where a rarity is added.
    """

    pairs: tuple[Array, ...]
    mass: tuple[Array, ...]

    def __add__(self, other: "Apart") -> "Apart":
        both = (
            tuple(a + b for a, b in zip(one, two, strict=True))
            for one, two in ((self.pairs, other.pairs), (self.mass, other.mass))
        )
        return Apart(*both)


def sample_of(world: World) -> Sample:
    """Every row outside the registers of a world with its candidates in them.

    Args:
        world: Linked; what company lent is taken as it was lent.
    """
    rows, registered = people(world)
    rank = np.zeros(world.alive.size, np.int64)
    rank[np.concatenate((registered, rows))] = np.arange(len(rows) + len(registered))
    entries = world.pairs.of(rows)
    entries = entries.take(is_anchor(world.features, entries.other))
    register, count = _registers(world, registered)
    order = np.lexsort(
        (rank[entries.other], register[entries.other], rank[entries.owner])
    )
    entries = entries.take(order)
    owner, other = entries.owner.astype(np.int64), entries.other.astype(np.int64)
    codes, rare = _levels(world, owner, other)
    fresh = np.diff(owner, prepend=-1) != 0
    fresh |= np.diff(register[other], prepend=-1) != 0
    case = np.cumsum(fresh) - 1
    ride = _rides(world, owner, other)
    lent = entries.w1 - entries.w0 - ride_table(world.rules)[ride]
    lent += _judged(entries, world.rules)
    base = world.rules.base - world.rules["shape"]["nobody"]
    alone = len(rows) * count - int(fresh.sum())
    return Sample(codes, (rare + lent - base) / 1000, ride, case, alone, owner, other)


def people(world: World) -> tuple[Array, Array]:
    """Slots of the rows outside registers and of those in one, each by report id."""
    alive = np.flatnonzero(world.alive.view)
    wide = world.features.wide.view
    alive = alive[np.lexsort((wide[alive, f.ID_LOW], wide[alive, f.ID_HIGH]))]
    registered = is_anchor(world.features, alive)
    return alive[~registered], alive[registered]


def drawn_apart(world: World, size: int) -> Apart:
    """How rows compare with register people drawn at random.

    Pairs that are as likely as not one person are left out.

    Args:
        world: Linked.
        size: Pairs to draw; the same ones whenever the same lists are there.

    Returns:
        Counts of 0 where there are no rows or no register.
    """
    rows, registered = people(world)
    if not len(rows) or not len(registered):
        return _counted(world, rows[:0], rows[:0])
    draw = np.random.default_rng(_SEED)
    a = rows[draw.integers(len(rows), size=size)]
    b = registered[draw.integers(len(registered), size=size)]
    where = world.pairs.find(a, b)
    two = (where < 0) | (world.pairs.w1.view[where] < 0)
    two &= allowed(world.features, a, b)
    return _counted(world, a[two], b[two])


def ride_table(rules: IdentityRules) -> Array:
    """Millibits by number of `Sample.ride`."""
    return np.array((0, *(rules["ride"][name] for name in RIDES)), np.int32)


def weights_of(rules: IdentityRules) -> list[Array]:
    """Bits by level, one table for each part and one for the ride."""
    return [table / 1000 for table in (*tables(rules), ride_table(rules))]


def _judged(entries: Entries, rules: IdentityRules) -> Array:
    """Millibits that a person's decision adds to each pair."""
    weight = np.int32(rules["shape"]["judged"])
    same, apart = (entries.flags & flag > 0 for flag in (SAME, APART))
    judged: Array = np.where(same, weight, 0) - np.where(apart, weight, 0)
    return judged


def _registers(world: World, registered: Array) -> tuple[Array, int]:
    """By slot, the register it stands in, numbered by their first ids; and how many."""
    lists = world.features.lists.view[registered, f.LIST]
    names, first, place = np.unique(lists, return_index=True, return_inverse=True)
    register = np.zeros(world.alive.size, np.int64)
    register[registered] = np.argsort(np.argsort(first))[place]
    return register, len(names)


def _levels(world: World, a: Array, b: Array) -> tuple[Array, Array]:
    """Levels of pairs, and the rarity they add, millibits."""
    parts = list(_compared(world, a, b))
    if not parts:
        return np.empty((len(PARTS), 0), np.int8), np.empty(0, np.int64)
    codes = np.concatenate([part.codes for part in parts], axis=1)
    rare = np.concatenate([part.rare.sum(axis=0, dtype=np.int64) for part in parts])
    return codes, rare


def _compared(world: World, a: Array, b: Array) -> list[Levels]:
    compare = world.scorer.comparison.levels
    cuts = range(0, len(a), _PART)
    return [compare(a[n : n + _PART], b[n : n + _PART]) for n in cuts]


def _rides(world: World, rider: Array, other: Array) -> Array:
    """Whether the other lived where the company of the rider comes from."""
    features = world.features
    lived = features.wide.view[other, f.PLACE]
    origin = world.origin.view[rider]
    same = features.small.view[other, f.TOWN] + 1
    ride = np.where(lived == origin, same, len(RIDES))
    told: Array = np.where((lived != 0) & (origin != 0), ride, 0).astype(np.int8)
    return told


def _counted(world: World, a: Array, b: Array) -> Apart:
    """Levels of these pairs, counted."""
    sizes = [len(levels) + 1 for levels in PARTS.values()]
    pairs = [np.zeros(size) for size in sizes]
    mass = [np.zeros(size) for size in sizes]
    for found in _compared(world, a, b):
        for place, (part, size) in enumerate(zip(PARTS, sizes, strict=True)):
            codes = found.codes[place]
            count = np.bincount(codes, minlength=size)
            pairs[place] += count
            row = RARE_ROW.get(part)
            rare = None if row is None else np.exp2(found.rare[row] / 1000)
            mass[place] += count if rare is None else np.bincount(codes, rare, size)
    return Apart(tuple(pairs), tuple(mass))
