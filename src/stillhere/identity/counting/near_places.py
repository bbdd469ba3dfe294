"""Place names of two lists from outside that one or two slips part.

A name that stands in one of the lists alone is the one name of the other list that is
as near as its length allows, if no second is as near. Names the
gazetteer has are settled; two of them are never one.
"""

from collections.abc import Mapping

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array, distinct
from stillhere.identity.world import World
from stillhere.places import NearKeys, slips_allowed

_NONE = 99, ""
"""More slips than any name allows."""


def join_slips(world: World, anchor: Array) -> None:
    """Give rows the settlements that their misspelt place names mean.

    Args:
        world: Its features alone are written.
        anchor: Mask of the rows of registers.
    """
    texts = world.features.strange_places()
    # Where neither list has the other's name, the name of the rest counts.
    for here, there in ((anchor, ~anchor), (~anchor, anchor)):
        mine, others = (_named(world, rows, texts) for rows in (here, there))
        meant = _meant(mine, others)
        if meant:
            named = np.array(sorted(meant), np.uint64)
            place = np.array([meant[int(name)] for name in named], np.uint64)
            rename(world, np.flatnonzero(here), named, place)


def _named(world: World, rows: Array, texts: Mapping[int, str]) -> dict[str, int]:
    """Text and hash of each name of some rows that the gazetteer does not have."""
    held = distinct(world.features.wide.view[rows, f.PLACE]).tolist()
    return {texts[code]: code for code in held if code in texts}


def _meant(mine: Mapping[str, int], others: Mapping[str, int]) -> dict[int, int]:
    """Hashes of names that only I have, and of the name each means."""
    near = NearKeys(others)
    found = {name: _nearest(near, name) for name in mine.keys() - others.keys()}
    return {mine[name]: others[other] for name, other in found.items() if other}


def _nearest(near: NearKeys, name: str) -> str:
    """The name fewest slips away; empty where there is none, or several."""
    (slips, nearest), (more, _) = (*near.near(name), _NONE, _NONE)[:2]
    alone = slips <= slips_allowed(name) and slips < more
    return nearest if alone and _digits(name) == _digits(nearest) else ""


def _digits(name: str) -> list[str]:
    return [letter for letter in name if letter.isdigit()]


def rename(world: World, rows: Array, named: Array, place: Array) -> None:
    """Place the rows of some settlements in others, with their streets and houses.

    Args:
        world: Its features alone are written.
        rows: Slots; those of other settlements stay as they are.
        named: Hashes of settlements, sorted, none twice.
        place: What each means.
    """
    wide, small = world.features.wide.view, world.features.small.view
    at = np.searchsorted(named, wide[rows, f.PLACE])
    at[at == len(named)] = 0
    found = named[at] == wide[rows, f.PLACE]
    rows, meant = rows[found], place[at[found]]
    where, first = np.unique(wide[:, f.PLACE], return_index=True)
    small[rows, f.TOWN] = small[first, f.TOWN][np.searchsorted(where, meant)]
    shift = wide[rows, f.PLACE] ^ meant
    for column in (f.PLACE, f.HOUSE, f.DWELLING, f.STREET):
        stated = wide[rows, column] != 0
        wide[rows[stated], column] ^= shift[stated]
