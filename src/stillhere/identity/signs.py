"""What a mention brings into any pair, in a few numbers: quick bounds of weights.

Most pairs whose keys meet agree in little else. A pair weighs at most what the poorer side
could weigh if everything but date of birth and settlement agreed, and what these two weigh
as they are. That is told from four small columns, without looking at the names.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.comparing import births
from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.comparing.weigh import tables
from stillhere.identity.features import Features
from stillhere.identity.growing import Array
from stillhere.identity.name_bounds import NameBounds, Named
from stillhere.identity.rules import IdentityRules

_YEAR = np.uint32(0xFFF)
_ENDS = np.uint32(0x3FF << 12)  # month and day, the smaller first
_MONTH, _DAY = np.uint32(0xF << 22), np.uint32(0x1F << 26)
_VAGUE = np.uint32(1 << 31)  # no full date
_SAME_DATE, _MONTH_DAY = _YEAR | _ENDS, _MONTH | _DAY
_HASH = np.uint32((1 << 31) - 1)  # part of a hash: equal ones are no proof
_TOLD = np.uint32(1 << 31)  # a settlement that speaks against others


@dataclass(frozen=True, slots=True)
class Signs:
    """Columns of n mentions.

    Attributes:
        birth: Year, month and day packed in 32 bits; of 1 January the year alone.
        place: Part of the hash of the settlement, and whether it tells apart.
        most: Millibits a pair of it may weigh, birth, settlement and base left out.
        home: Millibits of meeting in its own settlement.
        named: Its names, where there are tables of names.
    """

    birth: Array
    place: Array
    most: Array
    home: Array
    named: Named | None

    @classmethod
    def of(
        cls,
        features: Features,
        rules: IdentityRules,
        most: Array,
        named: Named | None = None,
    ) -> "Signs":
        """Of all slots; `most` and `named` as above."""
        home, told = _homes(features, rules)
        place = features.wide.view[:, f.PLACE].astype(np.uint32) & _HASH
        place |= np.where(told, _TOLD, np.uint32(0))
        return cls(_packed(features.small.view), place, most, home, named)

    def take(self, rows: Array) -> "Signs":
        """Those of some of the mentions."""
        return Signs(
            self.birth[rows],
            self.place[rows],
            self.most[rows],
            self.home[rows],
            self.named.take(rows) if self.named is not None else None,
        )


def _packed(small: Array) -> Array:
    year, month, day = (
        small[:, column].astype(np.uint32) for column in (f.FIRST, f.MONTH, f.DAY)
    )
    ends = np.minimum(month, day) << 5 | np.maximum(month, day)
    packed = year & _YEAR | ends << 12 | month << 22 | day << 26
    packed[(month == 1) & (day == 1)] &= _YEAR
    packed[(year == 0) | (month == 0) | (day == 0)] = _VAGUE
    return packed


def _homes(features: Features, rules: IdentityRules) -> tuple[Array, Array]:
    """Millibits of meeting in one's own settlement, and whether another tells apart."""
    place, weights = features.wide.view[:, f.PLACE], rules["settlement"]
    if features.counted is not None:
        rare = features.counted.of(place)
        told, same = rare >= 0, rare + np.int32(weights["same_counted"])
    else:
        town = features.small.view[:, f.TOWN]
        kinds = [weights[f"same_{kind}"] for kind in ("unknown", "village", "town")]
        told, same = town > 0, np.array(kinds, np.int32)[town]
    return np.where(place != 0, np.maximum(same, 0), np.int32(0)), told


class Bounds:
    """The most that pairs may weigh, by their signs."""

    def __init__(self, rules: IdentityRules, names: NameBounds | None = None) -> None:
        """Make them of the rules, and of tables of names where there are any."""
        self._names = names
        table = dict(zip(PARTS, tables(rules), strict=True))["birth"]
        weight = dict(zip(births.LEVELS, table[1:], strict=True))
        self._of_dates = (
            weight["differ"],
            weight["near_year"],
            weight["month_day"],
            weight["year"],
            weight["part"],
            weight["new_year"],
            max(weight[n] for n in ("same", "swapped", "new_year_both")),
            max(np.int32(0), *table),
        )
        self._apart = np.int32(rules["settlement"]["differ"])
        self._least = np.int32(rules["shape"]["floor"] + rules.base)

    def may_reach(
        self, signs: Signs, one: Array, two: Array, *, spelt: bool = False
    ) -> Array:
        """Mask of the pairs that may reach the floor.

        Args:
            signs: Of the mentions.
            one: Rows of them.
            two: As many.
            spelt: Look at family names letter by letter, where there are tables of names.
        """
        said = self._births(signs.birth[one], signs.birth[two])
        said += self._places(signs, one, two)
        most = np.minimum(signs.most[one], signs.most[two])
        enough: Array = most + said >= self._least
        if self._names is not None and signs.named is not None:
            some = np.flatnonzero(enough)
            most = self._names.most(signs.named, one[some], two[some], spelt=spelt)
            enough[some] = most + said[some] >= self._least
        return enough

    def _places(self, signs: Signs, one: Array, two: Array) -> Array:
        """The most that two settlements may weigh."""
        here, there = signs.place[one], signs.place[two]
        told = ((here & there) >> np.uint32(31)).astype(np.int32)
        home = np.minimum(signs.home[one], signs.home[two])
        total: Array = np.where((here ^ there) & _HASH == 0, home, self._apart * told)
        return total

    def _births(self, one: Array, two: Array) -> Array:
        """The most that two births may weigh."""
        differ, near_year, month_day, year, part, new, same, vague = self._of_dates
        apart = one ^ two
        close = (one & _YEAR) - (two & _YEAR) + np.uint32(1) <= 2
        total: Array = np.where(close, near_year, differ)
        total[(apart & _MONTH_DAY == 0) & (one & _MONTH != 0)] = month_day
        alike = apart & _YEAR == 0
        total[alike] = year
        total[alike & ((apart & _MONTH == 0) | (apart & _DAY == 0))] = part
        total[alike & ((one & _MONTH == 0) | (two & _MONTH == 0))] = new
        total[apart & _SAME_DATE == 0] = same
        total[(one | two) & _VAGUE != 0] = vague
        return total
