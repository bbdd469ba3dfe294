"""What two written places say of one another: settlement, then street, house and flat."""

from typing import Final

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array
from stillhere.identity.settlements import SettlementShares

SETTLEMENTS: Final = (
    "differ",
    "same_unknown",
    "same_village",
    "same_town",
    "same_counted",
)
ADDRESSES: Final = (
    "differ",
    "other_house",
    "street",
    "other_flat",
    "house",
    "dwelling",
    "household",
)
SAME_COUNTED: Final = 5
DIFFER, OTHER_HOUSE, STREET, OTHER_FLAT, HOUSE, DWELLING, HOUSEHOLD = range(1, 8)


def counted_settlements(
    here: Array, there: Array, counted: SettlementShares
) -> tuple[Array, Array]:
    """Levels of two settlements where they are counted, and the rarity of those that met.

    Two are told apart only where the register has both.
    """
    a, b = here[:, f.PLACE], there[:, f.PLACE]
    rare, other = counted.of(a), counted.of(b)
    same = (a == b) & (a != 0) & (rare >= 0)
    level = np.where(same, SAME_COUNTED, (rare >= 0) & (other >= 0))
    return level, np.where(same, rare, 0)


def settlements(one: Array, two: Array, here: Array, there: Array) -> Array:
    """Levels of two settlements; two are told apart only where both are known."""
    a, b = here[:, f.PLACE], there[:, f.PLACE]
    same = one[:, f.TOWN].astype(np.int8) + 2
    apart = (one[:, f.TOWN] > 0) & (two[:, f.TOWN] > 0)
    level = np.where(a == b, same, np.where(apart, 1, 0))
    known: Array = np.where((a != 0) & (b != 0), level, 0)
    return known


def addresses(here: Array, there: Array) -> Array:
    """Levels of two addresses, of as much as both sides state."""
    s1, s2 = here[:, f.STREET], there[:, f.STREET]
    h1, h2 = here[:, f.HOUSE], there[:, f.HOUSE]
    d1, d2 = here[:, f.DWELLING], there[:, f.DWELLING]
    houses, flats = (h1 != 0) & (h2 != 0), (d1 != 0) & (d2 != 0)
    level: Array = np.select(
        (
            flats & (d1 == d2),
            houses & (h1 == h2) & flats,
            houses & (h1 == h2),
            houses & (s1 == s2) & (s1 != 0),
            (s1 == s2) & (s1 != 0),
            houses | ((s1 != 0) & (s2 != 0)),
        ),
        (DWELLING, OTHER_FLAT, HOUSE, OTHER_HOUSE, STREET, DIFFER),
        0,
    )
    return level


def of_two(level: Array, apart: Array) -> None:
    """Where two given names are two, one home is that of a household: change `level`."""
    level[apart & ((level == STREET) | (level == HOUSE) | (level == DWELLING))] = (
        HOUSEHOLD
    )
