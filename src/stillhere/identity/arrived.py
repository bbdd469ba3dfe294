"""The chance that a person of a register has left or arrived.

It is not 1 - product of (1 - p) over the links: that a link was missed, that a household
never came to a desk and that somebody stayed behind look alike in one pair, and differ in
the household. So two things are looked at: how likely the person is to stand in lists of
departures and arrivals, links that were not accepted included, and how many of the
others of their household are. A frozen table, learnt on exercise worlds, gives the
chance: it rises with the evidence. It does not rise with the household: of whom nothing
is heard, somebody whose family has arrived is likelier still there than somebody whose
whole household never came to a desk.

The value follows from pairs and register alone. One mention more or less changes the
evidence of whoever it is paired with and the chances of their households, no others.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.clusters import MentionId
from stillhere.identity.doubts import Doubts, Likely
from stillhere.identity.features import ANCHOR, GONE
from stillhere.identity.growing import Array
from stillhere.identity.monotone import read
from stillhere.identity.rules import MILLION, IdentityRules
from stillhere.identity.world import World

KINDS = ("alone", "nobody", "some", "most", "all", "unstated")
"""How a register person's household stands: nobody else in it; of the others, nobody,
some, most or all have arrived by their own evidence; or no household is stated."""

ALONE, NOBODY, SOME, MOST, ALL, UNSTATED = range(len(KINDS))
OLD = "_old"


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What is heard of every person of a register, as parallel columns.

    Attributes:
        slot: Register mentions, sorted.
        evidence: That they stand in a list of departures or arrivals, millionths.
        kind: Place of their household in `KINDS`.
        old: Of the age from which the tables tell people apart.
    """

    slot: Array
    evidence: Array
    kind: Array
    old: Array

    def of_kind(self, kind: int, *, old: bool) -> Array:
        """Mask of the people of one table."""
        found: Array = (self.kind == kind) & (self.old == old)
        return found


def section(kind: int, *, old: bool) -> str:
    """The section of the rules that holds the table of some people."""
    return f"arrived.{KINDS[kind]}{OLD if old else ''}"


class Arrivals:
    """Chances of one index. Ask under the lock that updates take."""

    def __init__(self, doubts: Doubts) -> None:
        self._doubts = doubts
        self._pairs: Likely | None = None
        self._year = 0
        self._heard: Heard
        self._chance: Array

    def chances(self, year: int) -> tuple[Array, Array]:
        """Register mentions, and the chance that each has left or arrived.

        Args:
            year: In which ages are taken.

        Returns:
            Sorted slots and millionths; the same arrays as before where no pair has
            changed since.
        """
        heard = self.heard(year)
        return heard.slot, self._chance

    def heard(self, year: int) -> Heard:
        """What the chances are computed from."""
        rules = self._doubts.world.rules
        pairs = self._doubts.likely(rules["arrived"]["least"])
        if pairs is not self._pairs or year != self._year:
            self._heard = heard_of(self._doubts.world, pairs, year)
            self._chance = chances_of(self._heard, rules)
            self._pairs, self._year = pairs, year
        return self._heard

    def of(self, mention: MentionId, year: int) -> int | None:
        """The chance of one person, by a mention in a register; None for another."""
        own = self._doubts.world.slot_of.get(mention)
        if own is None:
            return None
        slot, chance = self.chances(year)
        at = int(np.searchsorted(slot, own))
        return int(chance[at]) if at < len(slot) and slot[at] == own else None

    def everybody(self, year: int) -> dict[MentionId, int]:
        """The chance of every mention in a register, in no stated order."""
        slot, chance = self.chances(year)
        name = self._doubts.world.id_of
        both = zip(slot.tolist(), chance.tolist(), strict=True)
        return {name(own): millionths for own, millionths in both}


def heard_of(world: World, pairs: Likely, year: int) -> Heard:
    """What is heard of every register person.

    Args:
        world: Columns of an index.
        pairs: Its likely pairs.
        year: In which ages are taken.
    """
    traits = world.features.lists.view[:, f.TRAITS]
    slot = np.flatnonzero(world.alive.view & (traits[: world.alive.size] & ANCHOR > 0))
    told = world.rules["arrived"]
    evidence = _evidence(world, pairs)[slot]
    born = world.features.small.view[slot, f.FIRST]
    return Heard(
        slot,
        evidence,
        _kinds(world, slot, evidence),
        (born > 0) & (year - born >= told["old_age"]),
    )


def chances_of(heard: Heard, rules: IdentityRules) -> Array:
    """The chance of everybody, by the tables; millionths."""
    chance = np.zeros(len(heard.slot), np.int64)
    for kind in range(len(KINDS)):
        for old in (False, True):
            these = heard.of_kind(kind, old=old)
            table = rules[section(kind, old=old)]
            chance[these] = read(table, heard.evidence[these])
    return chance


def _evidence(world: World, pairs: Likely) -> Array:
    """By slot: that one of two lists has them, from the best pair with each list."""
    traits = world.features.lists.view[:, f.TRAITS]
    one, two = np.append(pairs.a, pairs.b), np.append(pairs.b, pairs.a)
    chance = np.append(pairs.chance, pairs.chance)
    meant = (traits[one] & ANCHOR > 0) & (traits[two] & GONE > 0)
    one, two, chance = one[meant], two[meant], chance[meant]
    source = world.features.lists.view[two, f.LIST]
    first = np.zeros(world.alive.size, np.int64)
    np.maximum.at(first, one, chance)
    # Of several lists with equally good pairs any may be the first: the second equals it.
    of_first = np.full(world.alive.size, -1, np.int64)
    best = chance == first[one]
    np.maximum.at(of_first, one[best], source[best])
    second = np.zeros(world.alive.size, np.int64)
    other = source != of_first[one]
    np.maximum.at(second, one[other], chance[other])
    both: Array = first + second * (MILLION - first) // MILLION
    return both


def _kinds(world: World, slot: Array, evidence: Array) -> Array:
    """How the household of each register person stands, without themselves."""
    told = world.rules["arrived"]
    group = world.features.wide.view[slot, f.GROUP]
    _, number, size = np.unique(group, return_inverse=True, return_counts=True)
    total = np.zeros(len(size), np.int64)
    np.add.at(total, number, evidence)
    others = np.maximum(size[number] - 1, 1)
    mean = (total[number] - evidence) // others
    bounds = np.array([told["some_from"], told["most_from"], told["all_from"]])
    kind = NOBODY + np.searchsorted(bounds, mean, "right")
    kind[size[number] == 1] = ALONE
    kind[(group == 0) | (size[number] > told["household_limit"])] = UNSTATED
    return kind
