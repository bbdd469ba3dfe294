"""Where those beside a mention come from, and what that says of where it does.

A bus from one village carries that village. Where most of the company of a mention can be
told, and nearly all of it lived in one settlement, a partner from there is likelier and
one from elsewhere less so. Only the keyed pairs tell, so nothing is fed back; who states a
settlement needs no such evidence.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.company.company import Company
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, distinct, ranges
from stillhere.identity.links import is_anchor
from stillhere.identity.pairs import KEYED, Entries, Pairs
from stillhere.identity.rules import MILLION, IdentityRules


def telling(entries: Entries, features: Features, rules: IdentityRules) -> Array:
    """Mask of entries that tell where their owner lived: sure ones with a register."""
    sure = entries.w0 >= rules["ride"]["sure"]
    placed = features.wide.view[entries.other, f.PLACE] != 0
    mask: Array = (
        sure & placed & (entries.flags & KEYED > 0) & is_anchor(features, entries.other)
    )
    return mask


def settlements(
    slots: Array, pairs: Pairs, company: Company, rules: IdentityRules
) -> Array:
    """Hash of the settlement the company of each slot comes from; 0 where none is told.

    Args:
        slots: Sorted, none twice.
        pairs: With the keyed pairs of these slots' company in place.
        company: Who stands beside whom.
        rules: `ride`: how many must be told of, and what share of them agree.
    """
    features = company.features
    origin = np.zeros(len(slots), np.uint64)
    owner, beside = company.of(slots)
    if len(owner):
        alone = features.wide.view[slots[owner], f.PLACE] == 0
        owner, beside = owner[alone], beside[alone]
    mates, place = np.unique(beside, return_inverse=True)
    entries = pairs.of(mates)
    entries = entries.take(telling(entries, features, rules))
    left = np.searchsorted(entries.owner, mates, "left")
    count = np.searchsorted(entries.owner, mates, "right") - left
    told = count > 0
    known = np.bincount(owner[told[place]], minlength=len(slots))
    per = count[place]
    where = ranges(left[place], per)
    lived = features.wide.view[entries.other[where], f.PLACE]
    names, number = np.unique(lived, return_inverse=True)
    votes = _distinct_rows(np.repeat(owner, per), number, np.repeat(beside, per))
    _elect(origin, names, votes, known, rules)
    return origin


def _distinct_rows(owner: Array, number: Array, mate: Array) -> tuple[Array, Array]:
    """Owner and settlement of each vote; a mate votes once for a settlement."""
    order = np.lexsort((mate, number, owner))
    owner, number, mate = owner[order], number[order], mate[order]
    fresh = np.ones(len(owner), np.bool_)
    fresh[1:] = (
        (owner[1:] != owner[:-1])
        | (number[1:] != number[:-1])
        | (mate[1:] != mate[:-1])
    )
    return owner[fresh], number[fresh]


def _elect(
    origin: Array,
    names: Array,
    votes: tuple[Array, Array],
    known: Array,
    rules: IdentityRules,
) -> None:
    """Write the settlement with most votes, of two the larger hash, where enough agree."""
    owner, number = votes
    if not len(owner):
        return
    packed, count = np.unique((owner << 32) | number, return_counts=True)
    owner, number = packed >> 32, packed & 0xFFFFFFFF
    order = np.lexsort((number, count, owner))
    owner, number, count = owner[order], number[order], count[order]
    last = np.append(owner[1:] != owner[:-1], True)
    owner, number, count = owner[last], number[last], count[last]
    table = rules["ride"]
    enough = known[owner] >= table["least"]
    agree = count * MILLION >= known[owner] * table["share"]
    chosen = enough & agree
    origin[owner[chosen]] = names[number[chosen]]


def origins(
    entries: Entries, features: Features, origin: Array, rules: IdentityRules
) -> Array:
    """What the origin of either side's company adds to each pair.

    Args:
        entries: C1 with the weight of company.
        features: Of the same index.
        origin: `settlements` by slot.
        rules: `ride`: millibits.

    Returns:
        int32 millibits.
    """
    added = np.zeros(len(entries), np.int32)
    some = np.flatnonzero((origin[entries.owner] != 0) | (origin[entries.other] != 0))
    one, two = entries.owner[some], entries.other[some]
    added[some] = _added(one, two, features, origin, rules)
    added[some] += _added(two, one, features, origin, rules)
    return added


def _added(
    rider: Array, other: Array, features: Features, origin: Array, rules: IdentityRules
) -> Array:
    table = rules["ride"]
    lived = features.wide.view[other, f.PLACE]
    kind = features.small.view[other, f.TOWN]
    same = np.array(
        (table["same_unknown"], table["same_village"], table["same_town"]), np.int32
    )[kind]
    bits = np.where(lived == origin[rider], same, table["differ"])
    added: Array = np.where((lived != 0) & (origin[rider] != 0), bits, 0)
    return added.astype(np.int32)


def concerned(entries: Entries, world_company: Company, rules: IdentityRules) -> Array:
    """Mentions whose company's origin may change when these pairs come or go.

    Args:
        entries: Keyed pairs, each from both sides.
        world_company: Who stands beside whom.
        rules: As for `settlements`.
    """
    told = entries.take(telling(entries, world_company.features, rules))
    riders = distinct(told.owner).astype(np.int64)
    beside: Array = distinct(world_company.of(riders)[1])
    return beside
