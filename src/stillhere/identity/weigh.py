"""w0 of pairs: a sum of integer features less the base. Pure in the two mentions.

`weigh` gives every feature by name, so that each link can be explained; their sum is the
weight. Nothing here loops over pairs.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity import similarity as s
from stillhere.identity.features import Features
from stillhere.identity.growing import Array
from stillhere.identity.rules import IdentityRules, Table
from stillhere.identity.similarity import Similarity

FEATURES = ("name", "patronymic", "birth", "sex", "settlement", "address", "numbers")
"""Names of the rows of `weigh`, in order."""


class Scorer:
    """Weighs pairs of slots with frozen rules."""

    def __init__(self, features: Features, rules: IdentityRules) -> None:
        self.features = features
        self.rules = rules
        self.similarity = Similarity(features.vocabulary)

    def w0(self, a: Array, b: Array) -> Array:
        """Weight of each pair in millibits, without company and judgement."""
        total: Array = self.weigh(a, b).sum(axis=0) - self.rules.base
        return total.astype(np.int32)

    def weigh(self, a: Array, b: Array) -> Array:
        """Millibits of each feature for each pair.

        Args:
            a: Slots, n of them.
            b: As many; the weight is the same from either side.

        Returns:
            (len(FEATURES), n) int32; 0 where either side states nothing.
        """
        one, two = self.features.small.view[a], self.features.small.view[b]
        here, there = self.features.wide.view[a], self.features.wide.view[b]
        first, second = self.features.tokens.view[a], self.features.tokens.view[b]
        woman = (one[:, f.SEX] == 1) | (two[:, f.SEX] == 1)
        return np.stack(
            (
                self._names(first, second, woman),
                self._patronymics(first, second),
                births(one, two, self.rules["birth"]),
                self._sexes(one, two),
                self._settlements(one, two, here, there),
                self._addresses(here, there),
                self._numbers(here, there),
            )
        ).astype(np.int32)

    def _names(self, one: Array, two: Array, woman: Array) -> Array:
        swapped = self._crossed(one, two) + self.rules["name"]["swapped"]
        best: Array = np.maximum(self._straight(one, two, woman), swapped)
        return best

    def _straight(self, one: Array, two: Array, woman: Array) -> Array:
        """Given name beside given name, family name beside family name."""
        given, family = self.rules["given"], self.rules["family"]
        words = self.features.vocabulary
        g1, g2 = one[:, f.GIVEN], two[:, f.GIVEN]
        f1, f2 = one[:, f.FAMILY], two[:, f.FAMILY]
        g_level = self._best(g1, two[:, f.OTHER], g2, one[:, f.OTHER])
        f_level = self.similarity.levels(f1, f2, family=True)
        rare_g = np.minimum(words.given.view[g1], words.given.view[g2])
        rare_f = np.minimum(words.family.view[f1], words.family.view[f2])
        g_bits = _by_level(g_level, rare_g, given, given["differ"])
        differ = np.where(woman, family["differ_woman"], family["differ"])
        f_bits = _by_level(f_level, rare_f, family, differ)
        f_bits = np.maximum(f_bits, self._maiden(one, two))
        apart = (g_level == s.DIFFER) & (f_level == s.DIFFER)
        bits: Array = g_bits + f_bits + np.where(apart, self._apart, 0)
        return bits

    def _crossed(self, one: Array, two: Array) -> Array:
        """Given name beside family name, both ways; the same from either side."""
        given = self.rules["given"]
        words = self.features.vocabulary
        total = np.zeros(len(one), np.int64)
        for a, b in (
            (one[:, f.GIVEN], two[:, f.FAMILY]),
            (two[:, f.GIVEN], one[:, f.FAMILY]),
        ):
            level = self.similarity.levels(a, b, family=False)
            rare = np.minimum(words.given.view[a], words.family.view[b])
            total += _by_level(level, rare, given, given["differ"])
        return total

    @property
    def _apart(self) -> int:
        return self.rules["name"]["both_differ"]

    def _best(self, g1: Array, other2: Array, g2: Array, other1: Array) -> Array:
        """The better of the given names and of either with the other's second name."""
        level = self.similarity.levels(g1, g2, family=False)
        for one, two in ((g1, other2), (g2, other1)):
            some = np.flatnonzero((two != 0) & (level < s.NEAR))
            if len(some):
                more = self.similarity.levels(one[some], two[some], family=False)
                level[some] = np.maximum(level[some], more)
        return level

    def _maiden(self, one: Array, two: Array) -> Array:
        """Weight of a maiden name on one side that is the family name of the other."""
        family = self.rules["family"]
        best = np.full(len(one), -(1 << 20), np.int32)
        pairs = (
            (one[:, f.MAIDEN], two[:, f.FAMILY]),
            (one[:, f.FAMILY], two[:, f.MAIDEN]),
        )
        for a, b in pairs:
            some = np.flatnonzero((a != 0) & (b != 0))
            if len(some):
                level = self.similarity.levels(a[some], b[some], family=True)
                words = self.features.vocabulary.family.view
                rare = np.minimum(words[a[some]], words[b[some]])
                bits = np.where(level >= s.NEAR, rare + family["maiden"], best[some])
                best[some] = np.maximum(best[some], bits)
        return best

    def _patronymics(self, one: Array, two: Array) -> Array:
        table = self.rules["patronymic"]
        a, b = one[:, f.PATRONYMIC], two[:, f.PATRONYMIC]
        level = self.similarity.levels(a, b, family=False)
        steps = (
            0,
            table["differ"],
            table["initial"],
            table["close"],
            table["near"],
            table["near"],
            table["exact"],
        )
        bits: Array = np.array(steps, np.int32)[level]
        return bits

    def _sexes(self, one: Array, two: Array) -> Array:
        table = self.rules["sex"]
        a, b = one[:, f.SEX], two[:, f.SEX]
        bits = np.where(a == b, table["same"], table["differ"])
        known: Array = np.where((a > 0) & (b > 0), bits, 0)
        return known

    def _settlements(self, one: Array, two: Array, here: Array, there: Array) -> Array:
        table = self.rules["settlement"]
        a, b = here[:, f.PLACE], there[:, f.PLACE]
        same = np.array(
            (table["same_unknown"], table["same_village"], table["same_town"]), np.int32
        )[one[:, f.TOWN]]
        apart = (one[:, f.TOWN] > 0) & (two[:, f.TOWN] > 0)
        bits = np.where(a == b, same, np.where(apart, table["differ"], 0))
        known: Array = np.where((a != 0) & (b != 0), bits, 0)
        return known

    def _addresses(self, here: Array, there: Array) -> Array:
        table = self.rules["address"]
        h1, h2 = here[:, f.HOUSE], there[:, f.HOUSE]
        d1, d2 = here[:, f.DWELLING], there[:, f.DWELLING]
        bits = np.where(h1 == h2, table["house"], table["differ"])
        both = (d1 != 0) & (d2 != 0)
        bits = np.where(both & (d1 == d2), table["dwelling"], bits)
        bits = np.where(both & (d1 != d2) & (h1 == h2), table["differ"], bits)
        known: Array = np.where((h1 != 0) & (h2 != 0), bits, 0)
        return known

    def _numbers(self, here: Array, there: Array) -> Array:
        bits = _numbers(here, there, (f.DOC_A, f.DOC_B), self.rules["document"])
        more = _numbers(here, there, (f.PHONE_A, f.PHONE_B), self.rules["phone"])
        total: Array = bits + more
        return total


def agreeing(here: Array, there: Array, columns: tuple[int, int]) -> Array:
    """Whether any of two hashed numbers on one side is any of the other's."""
    a, b = columns
    equal = np.zeros(len(here), np.bool_)
    for one in (a, b):
        for two in (a, b):
            equal |= (here[:, one] != 0) & (here[:, one] == there[:, two])
    return equal


def _numbers(
    here: Array, there: Array, columns: tuple[int, int], table: Table
) -> Array:
    both = (here[:, columns[0]] != 0) & (there[:, columns[0]] != 0)
    bits = np.where(agreeing(here, there, columns), table["same"], table["differ"])
    known: Array = np.where(both, bits, 0)
    return known


def _by_level(level: Array, rare: Array, table: Table, differ: Array | int) -> Array:
    kin = table.get("root", table.get("stem", 0))
    bits = np.where(level == s.EXACT, rare + table["exact_offset"], 0)
    bits = np.where(level == s.ROOT, rare + kin, bits)
    bits = np.where(level == s.NEAR, rare + table["near"], bits)
    bits = np.where(level == s.CLOSE, rare + table["close"], bits)
    bits = np.where(level == s.INITIAL, table["initial"], bits)
    chosen: Array = np.where(level == s.DIFFER, differ, bits)
    return chosen


def births(one: Array, two: Array, table: Table) -> Array:
    """Millibits of two births (rows of `Features.small`); 0 where either is unknown."""
    y1, y2 = one[:, f.FIRST].astype(np.int32), two[:, f.FIRST].astype(np.int32)
    l1, l2 = one[:, f.LAST].astype(np.int32), two[:, f.LAST].astype(np.int32)
    dated = (one[:, f.DAY] > 0) & (two[:, f.DAY] > 0)
    gap = np.maximum(np.maximum(y1, y2) - np.minimum(l1, l2), 0)
    width = np.maximum(l1 - y1, l2 - y2)
    vague = np.select(
        (gap > 2, gap == 2, gap == 1, width == 0, width == 1),
        (
            table["off_more"],
            table["off_two"],
            table["off_one"],
            table["range_one"],
            table["range_two"],
        ),
        table["range_wide"],
    )
    bits = np.where(dated, _dates(one, two, table), vague)
    known: Array = np.where((y1 > 0) & (y2 > 0), bits, 0)
    return known


def _dates(one: Array, two: Array, table: Table) -> Array:
    y1, y2 = one[:, f.FIRST].astype(np.int32), two[:, f.FIRST].astype(np.int32)
    m1, m2, d1, d2 = one[:, f.MONTH], two[:, f.MONTH], one[:, f.DAY], two[:, f.DAY]
    year = y1 == y2
    day_month = (m1 == m2) & (d1 == d2)
    crossed = (m1 == d2) & (d1 == m2)
    new_1, new_2 = (m1 == 1) & (d1 == 1), (m2 == 1) & (d2 == 1)
    chosen: Array = np.select(
        (
            year & day_month & new_1,
            year & day_month,
            year & crossed,
            year & (new_1 | new_2),
            year & ((m1 == m2) | (d1 == d2)),
            year,
            day_month & ~new_1,
            np.abs(y1 - y2) <= 1,
        ),
        (
            table["new_year_both"],
            table["same"],
            table["swapped"],
            table["new_year"],
            table["part"],
            table["year"],
            table["month_day"],
            table["near_year"],
        ),
        table["differ"],
    )
    return chosen
