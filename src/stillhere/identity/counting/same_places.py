"""Names of settlements in a list from outside, joined with those of a register.

No table need know that `Гадрут` is `Հադրութ`: those who are surely one person, by names and
date of birth or by all three names, have lived in one place. Where such people of one
written name nearly all lived in one settlement of the register, that is what it names.
What nobody tells of may still be a slip of the hand (see near_places).
For two lists from outside alone; a picture reads places by its tables.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.counting.near_places import join_slips, rename
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.keys import mix
from stillhere.identity.links import is_anchor
from stillhere.identity.world import World

VOTES = 2
"""People who must tell, and of three of them two must agree."""


def join_settlements(world: World) -> None:
    """Give rows the settlements of the other list that their place names mean."""
    wide = world.features.wide.view
    every = np.arange(world.alive.size)
    anchor = is_anchor(world.features, every)
    known = distinct(wide[anchor, f.PLACE])
    strange = (wide[:, f.PLACE] != 0) & ~within(wide[:, f.PLACE], known) & ~anchor
    rows, people = every[strange], every[anchor & (wide[:, f.PLACE] != 0)]
    votes = [
        np.stack((wide[one, f.PLACE], wide[two, f.PLACE], two.astype(np.uint64)))
        for keys in _sure(world)
        for one, two in [_met(keys, rows, people)]
    ]
    named, meant = _elected(np.concatenate(votes, axis=1))
    rename(world, rows, named, meant)
    join_slips(world, anchor)


def _sure(world: World) -> tuple[Array, Array]:
    """Keys that two mentions share only if they are surely one person; 0 for none."""
    words, tokens = world.vocabulary, world.features.tokens.view
    small = world.features.small.view.astype(np.int64)
    given, family, father = (
        np.where(
            words.initial.view[tokens[:, c]],
            np.uint64(0),
            words.sound.view[tokens[:, c]],
        )
        for c in (f.GIVEN, f.FAMILY, f.PATRONYMIC)
    )
    born = small[:, f.FIRST], small[:, f.MONTH], small[:, f.DAY]
    dated = (small[:, f.DAY] > 0) & (given != 0) & (family != 0)
    named = (given != 0) & (family != 0) & (father != 0)
    return (
        np.where(dated, mix(50, given, family, *born), np.uint64(0)),
        np.where(named, mix(51, given, family, father), np.uint64(0)),
    )


def _met(keys: Array, rows: Array, people: Array) -> tuple[Array, Array]:
    """Rows and the one person of a register who has their key."""
    people = people[keys[people] != 0]
    held, first, count = np.unique(keys[people], return_index=True, return_counts=True)
    held, people = held[count == 1], people[first[count == 1]]
    rows = rows[within(keys[rows], held)]
    return rows, people[np.searchsorted(held, keys[rows])]


def _elected(votes: Array) -> tuple[Array, Array]:
    """Names (sorted) and what each means: two thirds of its votes, of two the larger.

    Args:
        votes: Columns of a name, what it means, and the person who tells; of a person
            who tells the same by several keys or rows, one counts.
    """
    told = np.unique(votes, axis=1)
    pairs, count = np.unique(told[:2], axis=1, return_counts=True)
    named, start = np.unique(pairs[0], return_index=True)
    if not len(named):
        return named, named
    total = np.add.reduceat(count, start)
    order = np.lexsort((pairs[1], count, pairs[0]))
    last = np.append(start[1:], len(order)) - 1
    best = order[last]
    enough = (count[best] >= VOTES) & (3 * count[best] >= 2 * total)
    return named[enough], pairs[1][best][enough]
