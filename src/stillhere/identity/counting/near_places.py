"""Names of settlements and streets of two lists from outside that a slip or two part.

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
    """Give rows the settlements and streets that their misspelt names mean.

    Args:
        world: Its features alone are written.
        anchor: Mask of the rows of registers.
    """
    # Where neither list has the other's name, the name of the rest counts.
    sides = ((anchor, ~anchor), (~anchor, anchor))
    for here, there in sides:
        mine, others = (_settlements(world, rows) for rows in (here, there))
        rename(world, np.flatnonzero(here), *_columns(_meant(mine, others)))
    for here, there in sides:
        mine_in, others_in = (_streets(world, rows) for rows in (here, there))
        meant: dict[int, int] = {}
        for place in mine_in.keys() & others_in.keys():
            meant |= _meant(mine_in[place], others_in[place])
        _repave(world, np.flatnonzero(here), *_columns(meant))


def _settlements(world: World, rows: Array) -> dict[str, int]:
    """Text and hash of each name of some rows that the gazetteer does not have."""
    texts = world.features.doors.strange_places()
    held = distinct(world.features.wide.view[rows, f.PLACE]).tolist()
    return {texts[code]: code for code in held if code in texts}


def _streets(world: World, rows: Array) -> dict[int, dict[str, int]]:
    """By settlement, text and hash of each street of some rows."""
    wide, texts = world.features.wide.view, world.features.doors.streets
    stated = wide[rows & (wide[:, f.STREET] != 0)]
    _, first = np.unique(stated[:, f.STREET], return_index=True)
    found: dict[int, dict[str, int]] = {}
    for place, street in stated[first][:, (f.PLACE, f.STREET)].tolist():
        found.setdefault(place, {})[texts[place ^ street]] = street
    return found


def _columns(meant: Mapping[int, int]) -> tuple[Array, Array]:
    """Hashes in order, and what each means."""
    named = sorted(meant)
    return np.array(named, np.uint64), np.array([meant[n] for n in named], np.uint64)


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
    rows, meant = _found(rows, wide[rows, f.PLACE], named, place)
    where, first = np.unique(wide[:, f.PLACE], return_index=True)
    small[rows, f.TOWN] = small[first, f.TOWN][np.searchsorted(where, meant)]
    shift = wide[rows, f.PLACE] ^ meant
    _shift(wide, rows, shift, (f.PLACE, f.STREET, f.HOUSE, f.DWELLING))


def _repave(world: World, rows: Array, named: Array, street: Array) -> None:
    """Give rows of some streets others, with their houses; not those of a table."""
    wide = world.features.wide.view
    rows = rows[world.features.spots.view[rows, 0] == 0]
    rows, meant = _found(rows, wide[rows, f.STREET], named, street)
    shift = wide[rows, f.STREET] ^ meant
    _shift(wide, rows, shift, (f.STREET, f.HOUSE, f.DWELLING))


def _found(
    rows: Array, stated: Array, named: Array, meant: Array
) -> tuple[Array, Array]:
    """Those rows whose name is one of some, and what it means."""
    if not len(named):
        return rows[:0], named
    at = np.searchsorted(named, stated)
    at[at == len(named)] = 0
    found = named[at] == stated
    return rows[found], meant[at[found]]


def _shift(wide: Array, rows: Array, shift: Array, columns: tuple[int, ...]) -> None:
    """Change one part of the places of rows; a hash is that of all parts together."""
    for column in columns:
        stated = wide[rows, column] != 0
        wide[rows[stated], column] ^= shift[stated]
