"""A picture laid side by side with copies of itself, for the belief of a whole country."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from stillhere.ledger import (
    Entry,
    Household,
    HouseholdId,
    MentionId,
    PersistentMap,
    Picture,
    PlaceKey,
)
from stillhere.ledger.persistent import by_hex
from stillhere.plan import Atlas


def side_by_side(picture: Picture, atlas: Atlas, copies: int) -> tuple[Picture, Atlas]:
    """Copies of everybody, each in settlements of its own; calls and visits stay one."""
    entries = dict(picture.entries.items())
    households = dict(picture.households.items())
    for number in range(1, copies):
        entries.update(_people(picture, number))
        households.update(_households(picture, number))
    many = replace(
        picture,
        entries=PersistentMap.of(entries, by_hex),
        households=PersistentMap.of(households, by_hex),
    )
    return many, _country(atlas, copies)


def _people(picture: Picture, number: int) -> Iterator[tuple[str, Entry]]:
    for entry in picture.entries.values():
        home = entry.home
        moved = home and home._replace(
            settlement=_place(home.settlement, number),
            dwelling=_place(home.dwelling, number),
        )
        copied = replace(entry, id=_person(entry.id, number), home=moved)
        yield copied.id, copied


def _households(picture: Picture, number: int) -> Iterator[tuple[str, Household]]:
    for household in picture.households.values():
        copied = replace(
            household,
            id=HouseholdId(f"{household.id[:-4]}{number:04x}"),
            members=tuple(_person(m, number) for m in household.members),
            home=_place(household.home, number),
        )
        yield copied.id, copied


def _person(mention: MentionId, number: int) -> MentionId:
    return MentionId(f"{mention[:-4]}{number:04x}")


def _place(key: PlaceKey, number: int) -> PlaceKey:
    settlement, slash, rest = key.partition("/")
    return PlaceKey(f"{settlement}-{number}{slash}{rest}") if settlement else key


def _country(atlas: Atlas, copies: int) -> Atlas:
    """The table of dwellings as often."""
    keys = [*atlas.keys]
    settlements = [*atlas.settlements]
    for number in range(1, copies):
        keys += [_place(key, number) for key in atlas.keys]
        settlements += [_place(key, number) for key in atlas.settlements]
    step = np.repeat(np.arange(copies, dtype=np.int64), len(atlas))
    order = sorted(range(len(settlements)), key=settlements.__getitem__)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order), dtype=np.int64)
    place = np.tile(atlas.settlement, copies) + step * len(atlas.settlements)
    buildings = int(atlas.building.max()) + 1
    return replace(
        atlas,
        keys=tuple(keys),
        index={key: n for n, key in enumerate(keys)},
        building=np.tile(atlas.building, copies) + step * buildings,
        settlement=rank[place],
        settlements=tuple(settlements[n] for n in order),
        x_m=np.tile(atlas.x_m, copies),
        y_m=np.tile(atlas.y_m, copies),
        block=np.tile(atlas.block, copies),
        centres=np.tile(atlas.centres, (copies, 1))[order],
        towns=tuple(np.tile(np.array(atlas.towns), copies)[order].tolist()),
    )
