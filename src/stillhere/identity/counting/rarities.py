"""How rare names and settlements are among the people of a register, counted in it.

For two lists from outside alone, whose names no frozen table knows. A picture is never
built so: what it weighs must not depend on what it holds.

A register of fifty cannot tell how rare a name is among a hundred thousand. Counted are
those who stand in it; the share among all others is foretold from the count and, as if it
were some more rows, from the frozen table (mean of a Dirichlet posterior). The fewer
people the register lacks, the less is foretold.
"""

from collections.abc import Container

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array
from stillhere.identity.links import is_anchor
from stillhere.identity.settlements import SettlementShares
from stillhere.identity.world import World

FAMILIAR, STRANGE = 1_000, 200
"""Rows the frozen table is worth where it knows every name of the register, and none."""

_LEAST = 2.0**-60


def count_names(world: World) -> None:
    """Put the rarities of names and settlements to what the registers of a world count.

    A name no register has is as rare as the rules let one be, if all people stand in one.
    """
    words, rules = world.vocabulary, world.rules
    slots = np.flatnonzero(is_anchor(world.features, np.arange(world.alive.size)))
    tokens = world.features.tokens.view[slots]
    for rarity, kin, part, table, section in (
        (words.given, words.root, f.GIVEN, rules.given, "given"),
        (words.family, words.stem, f.FAMILY, rules.family, "family"),
    ):
        stated = tokens[:, part]
        borne = kin.view[stated[stated != 0]]
        worth = _worth(words.texts.view, borne, table)
        people = rules["population"]["people"]
        share = _shares(borne, np.exp2(rarity.view / -1000), worth, people)
        bits = np.floor(-1000 * np.log2(np.maximum(share, _LEAST)) + 0.5)
        rare = np.minimum(bits, rules[section]["counted_cap"]).astype(np.int64)
        rarity.view[:] = rare[kin.view]
    lived = world.features.wide.view[slots, f.PLACE]
    world.features.counted = SettlementShares(lived, rules["settlement"]["counted_cap"])


def _worth(texts: Array, borne: Array, table: Container[str]) -> float:
    """How many rows the frozen table is worth for a register that bears these names."""
    names, count = np.unique(borne, return_counts=True)
    known = np.array([text in table for text in texts[names]], np.bool_)
    share = float(count[known].sum()) / max(len(borne), 1)
    return STRANGE + (FAMILIAR - STRANGE) * share


def _shares(borne: Array, frozen: Array, worth: float, people: int) -> Array:
    """Share of each name among the people: those counted and the others."""
    count = np.bincount(borne, minlength=len(frozen))
    others = max(people - len(borne), 0)
    foretold = (count + worth * frozen) / (len(borne) + worth)
    share: Array = (count + others * foretold) / max(len(borne) + others, 1)
    return share
