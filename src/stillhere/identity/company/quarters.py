"""Where in a town those beside a mention lived, and what that says of where it did.

Neighbours leave together: the seats around one mostly hold people of a few streets. Where
enough of them can be told, and nearly all lived close to one point, a partner from near
that point is likelier than a namesake from the other end of town. Points are those of the
table of buildings; without one nothing is said. Only keyed pairs tell, as in `rides`.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.company.company import Company
from stillhere.identity.company.rides import telling
from stillhere.identity.doors import TOWN_PLACE
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, ranges
from stillhere.identity.pairs import Entries, Pairs
from stillhere.identity.rules import MILLION, IdentityRules

BANDS = ("near", "close", "around", "off", "far")
"""Weights by distance; the metres each band ends at are named alike, the last has none."""


def quarters(
    slots: Array, pairs: Pairs, company: Company, rules: IdentityRules
) -> Array:
    """The point the company of each slot lived around.

    Args:
        slots: Sorted, none twice.
        pairs: With the keyed pairs of these slots' company in place.
        company: Who sits beside whom; a household is no neighbourhood.
        rules: `quarter`: how many must be told of, what share of them and how near.

    Returns:
        (n, 2) int32 as in `Features.spots`: the median of all points told; 0 where
        none is.
    """
    point = np.zeros((len(slots), 2), np.int32)
    owner, beside = company.near_seats(slots)
    mates, place = np.unique(beside, return_inverse=True)
    lived, left, count = _lived(mates, pairs, company.features, rules)
    per = count[place]
    where = ranges(left[place], per)
    if not len(where):
        return point
    told, mate = np.repeat(owner, per), np.repeat(beside, per)
    for axis in (0, 1):
        _medians(point[:, axis], told, lived[where, axis])
    near = within_m(lived[where], point[told], rules["quarter"]["radius_m"])
    known = _mates(told, mate, len(slots))
    agree = _mates(told[near], mate[near], len(slots))
    table = rules["quarter"]
    fine = (known >= table["least"]) & (agree * MILLION >= known * table["share"])
    point[~fine] = 0
    return point


def _lived(
    mates: Array, pairs: Pairs, features: Features, rules: IdentityRules
) -> tuple[Array, Array, Array]:
    """Points in towns where these mentions lived, and where each one's begin and end."""
    entries = pairs.of(mates)
    entries = entries.take(telling(entries, features, rules))
    town = features.small.view[entries.other, f.TOWN] == TOWN_PLACE
    entries = entries.take(town & (features.spots.view[entries.other, 0] != 0))
    left = np.searchsorted(entries.owner, mates, "left")
    count = np.searchsorted(entries.owner, mates, "right") - left
    return features.spots.view[entries.other], left, count


def _medians(into: Array, owner: Array, value: Array) -> None:
    """Write the lower median of the values of each owner."""
    order = np.lexsort((value, owner))
    owner, value = owner[order], value[order]
    head = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    count = np.diff(np.append(head, len(owner)))
    into[owner[head]] = value[head + (count - 1) // 2]


def _mates(owner: Array, mate: Array, count: int) -> Array:
    """How many different mates each owner has."""
    distinct = np.unique((owner << 32) | mate)
    number: Array = np.bincount(distinct >> 32, minlength=count)
    return number


def within_m(one: Array, two: Array, metres: int) -> Array:
    """Whether each two points are at most so far apart."""
    near: Array = _squared(one, two) <= metres * metres
    return near


def _squared(one: Array, two: Array) -> Array:
    apart = one.astype(np.int64) - two
    squared: Array = (apart * apart).sum(axis=1)
    return squared


def neighbourly(
    entries: Entries, features: Features, quarter: Array, rules: IdentityRules
) -> Array:
    """What the quarter of either side's company adds to each pair.

    Args:
        entries: Pairs.
        features: Of the same index.
        quarter: `quarters` by slot.
        rules: `quarter`: metres and millibits by band.

    Returns:
        int32 millibits.
    """
    one, two = entries.owner, entries.other
    return _added(one, two, features, quarter, rules) + _added(
        two, one, features, quarter, rules
    )


def _added(
    rider: Array, other: Array, features: Features, quarter: Array, rules: IdentityRules
) -> Array:
    added = np.zeros(len(rider), np.int32)
    lived = features.spots.view
    some = np.flatnonzero((quarter[rider, 0] != 0) & (lived[other, 0] != 0))
    some = some[features.small.view[other[some], f.TOWN] == TOWN_PLACE]
    if not len(some):
        return added
    squared = _squared(quarter[rider[some]], lived[other[some]])
    table = rules["quarter"]
    ends = np.array([table[f"{band}_m"] ** 2 for band in BANDS[:-1]], np.int64)
    bits = np.array([table[band] for band in BANDS], np.int32)
    added[some] = bits[np.searchsorted(ends, squared, "left")]
    beyond = squared > table["reach_m"] ** 2
    added[some[beyond]] = 0
    return added
