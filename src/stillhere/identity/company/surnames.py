"""A family name that the household of the other bears: a wife under her husband's name.

The register may know a woman by the name she was born with and a list by that of her
husband, or the other way round. Then the two family names say nothing of each other, but
one of them is the name of her household. Only stated households count, so nothing is fed
back.
"""

from collections.abc import Callable

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.comparing.levels import Comparison
from stillhere.identity.comparing.similarity import CLOSE, DIFFER, MISSING, NEAR
from stillhere.identity.growing import Array
from stillhere.identity.rules import IdentityRules
from stillhere.vocabulary.people import Sex

MALE = f.SEXES[Sex.MALE]


def borne(
    one: Array,
    two: Array,
    comparison: Comparison,
    household: Callable[[Array], tuple[Array, Array]],
    rules: IdentityRules,
) -> Array:
    """What the names of the households add to each pair.

    Args:
        one: Slots, n of them.
        two: As many; the same is added from either side.
        comparison: Of the index.
        household: Of slots: positions among them, and who shares their household.
        rules: `household`: millibits.

    Returns:
        int32 millibits, never below 0: how rare the family name is, and a constant.
    """
    added = np.zeros(len(one), np.int32)
    features, similarity = comparison.features, comparison.similarity
    some = other_name(comparison, one, two)
    if not len(some):
        return added
    a, b = one[some], two[some]
    tokens = features.tokens.view
    for mine, theirs in ((a, b), (b, a)):
        at, mate = household(theirs)
        name, borne_by = tokens[mine[at], f.FAMILY], tokens[mate, f.FAMILY]
        level = similarity.levels(name, borne_by, family=True)
        met = level >= NEAR
        rarity = features.vocabulary.family.view
        bits = np.minimum(rarity[name], rarity[borne_by]) + rules["household"]["name"]
        np.maximum.at(added, some[at[met]], bits[met].astype(np.int32))
    return added


def other_name(comparison: Comparison, one: Array, two: Array) -> Array:
    """Pairs, by place, of no man, whose given names may be one and family names not."""
    features, similarity = comparison.features, comparison.similarity
    tokens, sex = features.tokens.view, features.small.view[:, f.SEX]
    first, second = tokens[one, f.FAMILY], tokens[two, f.FAMILY]
    fits = (first != 0) & (second != 0) & (first != second)
    fits &= (sex[one] != MALE) & (sex[two] != MALE)
    some = np.flatnonzero(fits)
    family = similarity.levels(first[some], second[some], family=True)
    some = some[family < CLOSE]
    given = similarity.levels(
        tokens[one[some], f.GIVEN], tokens[two[some], f.GIVEN], family=False
    )
    alike: Array = some[(given != DIFFER) & (given != MISSING)]
    return alike
