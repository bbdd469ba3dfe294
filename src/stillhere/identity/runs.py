"""Runs: the candidates of a mention that are of one kind, among which one is best."""

import numpy as np

from stillhere.identity.features import Features
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.links import is_single, kinds
from stillhere.identity.pairs import Entries, Pairs


def runs_of(pairs: Pairs, features: Features, packed: Array) -> tuple[Entries, Array]:
    """All candidates of each owner that are of the kind of its partner in these pairs.

    Args:
        pairs: As they are now.
        features: Of the same index.
        packed: Pairs, sorted (owner before other), whether they still are in the pool or not.

    Returns:
        The entries and their pool positions.
    """
    owner, other = packed >> 32, packed & 0xFFFFFFFF
    kind = kinds(features, other)
    single = is_single(kind)
    alone = pairs.find(owner[single], other[single])
    there = alone >= 0
    names = distinct(kind[~single])
    owners = distinct(owner[~single])
    held = pairs.of(owners)
    where = pairs.positions(owners)
    wanted = owner[~single] * len(names) + np.searchsorted(names, kind[~single])
    theirs = kinds(features, held.other)
    place = np.searchsorted(names, theirs)
    place[place == len(names)] = 0
    inside = names[place] == theirs if len(names) else np.zeros(len(held), np.bool_)
    theirs = held.owner.astype(np.int64) * len(names) + place
    inside &= within(theirs, distinct(wanted))
    where = np.concatenate((alone[there], where[inside]))
    owner = np.concatenate((owner[single][there], held.owner[inside]))
    return pairs.at(where, owner), where
