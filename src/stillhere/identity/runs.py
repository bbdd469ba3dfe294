"""Runs: the candidates of a mention that are of one kind, among which one is best."""

import numpy as np

from stillhere.identity.features import LIST, Features
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.links import is_list, is_single, kinds
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
    where, held, theirs = _of_kinds(pairs, features, owners, names)
    wanted = owner[~single] * len(names) + np.searchsorted(names, kind[~single])
    inside = within(held * len(names) + theirs, distinct(wanted))
    where = np.concatenate((alone[there], where[inside]))
    owner = np.concatenate((owner[single][there], held[inside]))
    return pairs.at(where, owner), where


def _of_kinds(
    pairs: Pairs, features: Features, owners: Array, names: Array
) -> tuple[Array, Array, Array]:
    """Entries of these owners of any of these kinds (sorted).

    Returns:
        Pool positions, owners, and positions of their kinds in `names`.
    """
    where = pairs.positions(owners)
    held = np.repeat(owners, pairs.length.view[owners])
    other = pairs.other.view[where]
    if len(names) and is_list(names[-1:]).all():
        listed = within(features.lists.view[other, LIST], names.astype(np.int32))
        where, held, other = where[listed], held[listed], other[listed]
    theirs = kinds(features, other)
    inside = within(theirs, names)
    place = np.searchsorted(names, theirs[inside])
    return where[inside], held[inside], place
