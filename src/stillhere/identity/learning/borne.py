"""Names of the people of registers, counted into rarities of rules.

Frozen into a file before anything is linked by them; `rarities` counts for two lists from
outside, which no rules are made for.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from stillhere.errors import StillHereError
from stillhere.identity import features as f
from stillhere.identity.growing import Array, Growing
from stillhere.identity.learning.samples import people
from stillhere.identity.rules import IdentityRules, Table
from stillhere.identity.world import World

SEEN = 5
"""Times a name must stand in the registers to have a rarity of its own."""


def rarities(worlds: Sequence[World]) -> dict[str, Table]:
    """Rarity of the given and family names of registers, millibits, by folded name.

    Names seen fewer than `SEEN` times have none.

    Raises:
        StillHereError: ``identity/no-register-to-learn-from``.
    """
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    for world in worlds:
        _, registered = people(world)
        if not len(registered):
            raise StillHereError("identity/no-register-to-learn-from")
        words, tokens = world.vocabulary, world.features.tokens.view[registered]
        given.update(_borne(world, words.root, tokens[:, f.GIVEN]))
        family.update(_borne(world, words.stem, tokens[:, f.FAMILY]))
    return {"given": _rare(given), "family": _rare(family)}


def _borne(world: World, kin: Growing, tokens: Array) -> Mapping[str, int]:
    """How many bear each root or stem, by its text."""
    count = np.bincount(kin.view[tokens[tokens != 0]])
    names = np.flatnonzero(count)
    words = world.vocabulary
    return {words.text(n): int(count[n]) for n in names.tolist()}


def _rare(borne: Counter[str]) -> Table:
    total = borne.total()
    return {
        name: round(-1000 * float(np.log2(number / total)))
        for name, number in sorted(borne.items())
        if name and number >= SEEN
    }


def put(world: World, rules: IdentityRules) -> None:
    """Put the rarities of the names of a world to those of these rules."""
    words = world.vocabulary
    for rarity, kin, known, table in (
        (words.given, words.root, rules.given, rules["given"]),
        (words.family, words.stem, rules.family, rules["family"]),
    ):
        default, cap = table["rarity_default"], table["rarity_cap"]
        own = [min(known.get(text, default), cap) for text in words.texts.view]
        rarity.view[:] = np.array(own, np.int32)[kin.view]
