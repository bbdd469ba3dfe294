"""How rare names and settlements are among the people of a register, counted instead of looked up.

For two lists from outside alone, whose names no frozen table knows. A picture is never
built so: what it weighs must not depend on what it holds.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.growing import Array, Growing
from stillhere.identity.links import is_anchor
from stillhere.identity.rules import Table
from stillhere.identity.settlements import SettlementShares
from stillhere.identity.world import World


def count_names(world: World) -> None:
    """Put the rarities of names and settlements to what the registers of a world count.

    A name no register has is as rare as the rules let one be.
    """
    words, rules = world.vocabulary, world.rules
    slots = np.flatnonzero(is_anchor(world.features, np.arange(world.alive.size)))
    tokens = world.features.tokens.view[slots]
    _count(words.given, words.root.view, tokens[:, f.GIVEN], rules["given"])
    _count(words.family, words.stem.view, tokens[:, f.FAMILY], rules["family"])
    lived = world.features.wide.view[slots, f.PLACE]
    world.features.counted = SettlementShares(lived, rules["settlement"]["counted_cap"])


def _count(rarity: Growing, kin: Array, tokens: Array, table: Table) -> None:
    borne = kin[tokens[tokens != 0]]
    count = np.bincount(borne, minlength=len(kin))
    share = np.maximum(count, 1) / max(len(borne), 1)
    bits = np.floor(-1000 * np.log2(share) + 0.5).astype(np.int64)
    cap = table["counted_cap"]
    rare = np.where(count > 0, np.minimum(bits, cap), cap)
    rarity.view[:] = rare[kin]
