"""Which pairs cannot reach the floor, known before they are weighed.

The weight of a pair is at most what either side states would add up to if all of it
agreed. Where that does not make up for two dates of birth that differ, two such mentions
of one block need not be looked at unless they share their settlement: in a block of a
frequent name they are nearly all.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.comparing.similarity import CLOSE
from stillhere.identity.comparing.weigh import tables
from stillhere.identity.features import Features
from stillhere.identity.growing import Array
from stillhere.identity.keys import mix
from stillhere.identity.name_bounds import name_bounds
from stillhere.identity.rules import IdentityRules
from stillhere.identity.signs import Bounds, Signs

NEAR_YEARS, DAYS, PLACES = 40, 41, 42
"""Kinds of the keys within which two may agree in a date or their settlement."""


def most(features: Features, rules: IdentityRules, slots: Array) -> Array:
    """Millibits no pair of each mention exceeds, but for birth, settlement and base."""
    total: Array = names_most(features, rules, slots)
    total += beside_names(features, rules, slots)
    return total


def names_most(features: Features, rules: IdentityRules, slots: Array) -> Array:
    """Millibits that given and family name of no pair of each mention exceed."""
    tokens, words = features.tokens.view[slots], features.vocabulary
    bearing = words.family.view[tokens[:, f.FAMILY]]
    born = words.family.view[tokens[:, f.MAIDEN]]
    family = np.where(tokens[:, f.MAIDEN] > 0, np.maximum(bearing, born), bearing)
    total = _named(rules, "given", words.given.view[tokens[:, f.GIVEN]])
    total += _named(rules, "family", family)
    return total


def beside_names(features: Features, rules: IdentityRules, slots: Array) -> Array:
    """The same, given and family name left out as well."""
    best = {p: max(0, int(t.max())) for p, t in zip(PARTS, tables(rules), strict=True)}
    wide, words = features.wide.view[slots], features.vocabulary
    father = features.tokens.view[slots, f.PATRONYMIC]
    fathers = _named(rules, "father", words.given.view[father])
    total: Array = np.where(father, fathers, 0) + best["name"]
    total += best["sex"] * (features.small.view[slots, f.SEX] > 0)
    for part, columns in (
        ("address", (f.STREET, f.HOUSE, f.DWELLING)),
        ("document", (f.DOC_A, f.DOC_B)),
        ("phone", (f.PHONE_A, f.PHONE_B)),
    ):
        total += best[part] * (wide[:, columns] != 0).any(axis=1)
    return total


def _named(rules: IdentityRules, part: str, rarity: Array) -> Array:
    """The most a name of this rarity may weigh, and no less than one not known."""
    weights = [0, *(rules[part][level] for level in PARTS[part])]
    alike = max(weights[CLOSE:])
    named: Array = np.maximum(rarity.astype(np.int64) + alike, max(weights[:CLOSE]))
    return named


class Parted:
    """Mentions that no other such one of quite another date of birth can be.

    Two of them reach the floor only if their years are at most one apart, or month and
    day or the settlement are the same.

    Attributes:
        mask: By slot, which mentions these are.
        year: Of birth, by slot.
        day: Month and day in one number, by slot.
        place: Hash of the settlement, by slot; 0 for none.
        signs: By slot.
        bounds: Tell which pairs of signs are still to be weighed.
    """

    def __init__(self, features: Features, rules: IdentityRules) -> None:
        small = features.small.view
        self.year: Array = small[:, f.FIRST].copy()
        self.day: Array = small[:, f.MONTH] * np.int16(32) + small[:, f.DAY]
        self.place: Array = features.wide.view[:, f.PLACE].copy()
        dated = (self.year > 0) & (small[:, f.MONTH] > 0) & (small[:, f.DAY] > 0)
        every = np.arange(len(small))
        rest = beside_names(features, rules, every).astype(np.int32)
        all_of = names_most(features, rules, every).astype(np.int32) + rest
        elsewhere = max(0, rules["settlement"]["differ"])
        apart = rules["birth"]["differ"] + elsewhere - rules.base
        self.mask: Array = dated & (all_of + apart < rules["shape"]["floor"])
        names = name_bounds(features, rules, rest)
        self.bounds = Bounds(rules, names)
        self.signs = Signs.of(features, rules, all_of, names.named if names else None)

    def may_reach(self, a: Array, b: Array) -> Array:
        """Mask of the pairs of slots still to be weighed; looks closer than `bounds` do."""
        if self.signs.named is None:
            return np.ones(len(a), np.bool_)
        return self.bounds.may_reach(self.signs, a, b, spelt=True)

    def meeting_keys(self, keys: Array, slots: Array) -> Array:
        """Keys within which such mentions of one block may meet: (n, 4); 0 for none."""
        year, day = self.year[slots].astype(np.int64), self.day[slots]
        place = self.place[slots]
        return np.stack(
            (
                mix(NEAR_YEARS, keys, year),
                mix(NEAR_YEARS, keys, year + 1),
                mix(DAYS, keys, day),
                np.where(place != 0, mix(PLACES, keys, place), 0),
            ),
            axis=1,
        )
