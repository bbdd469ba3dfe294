"""Folded name tokens as small numbers, with what the scorer needs of each.

Numbers are given in order of arrival and never leave this room: nothing computed from
them depends on which token got which.
"""

from hashlib import blake2b

import numpy as np

from stillhere.identity.growing import Array, Growing
from stillhere.identity.initials import begins, initial_sounds
from stillhere.identity.rules import IdentityRules
from stillhere.names import family_stem, given_root, skeleton

NOTHING = 0
"""The number of the empty token."""

_ENDS = 2
"""Signs of a skeleton that its head and its tail have."""

_BEGUN = 3
"""Letters a pet form shares with the name it is made of."""

_PET = ("ik", "ush", "osh", "ash", "uk", "ul", "o", "i")
"""Endings of pet forms in folded letters."""


def hash64(text: str) -> int:
    """The first 64 bits of BLAKE2b of a text; pure, the same everywhere."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


class Vocabulary:
    """Tokens by number, with their classes and rarities as columns.

    Attributes:
        texts: Object array of the folded tokens.
        stem, root: Number of the family stem and of the root of the given name.
        sound: 64-bit hash of the skeleton of the stem of the root (blocking class).
        head, tail: 64-bit hashes of the first two and the last two signs of the same
            skeleton; 0 where it has fewer than three.
        stands: Bits of the sounds a token begins with: one for a name, all that its
            letters may stand for for an initial; 0 for the empty token.
        initial: Whether the token is an initial.
        begun: Number of the first three letters; 0 for a shorter token.
        short: Number of the first three letters of what a pet form in -ik, -ush and the
            like is made of; 0 for none.
        given, family: Rarity as a given and as a family name, millibits.
    """

    def __init__(self, rules: IdentityRules) -> None:
        self.rules = rules
        self.numbers: dict[str, int] = {}
        self.texts = Growing(object)
        self.stem = Growing(np.int32)
        self.root = Growing(np.int32)
        self.sound = Growing(np.uint64)
        self.head = Growing(np.uint64)
        self.tail = Growing(np.uint64)
        self.stands = Growing(np.int32)
        self.initial = Growing(np.bool_)
        self.begun = Growing(np.int32)
        self.short = Growing(np.int32)
        self.given = Growing(np.int32)
        self.family = Growing(np.int32)
        self.number("")

    def number(self, token: str) -> int:
        """The number of a folded token, new or known."""
        known = self.numbers.get(token)
        return self._enter(token) if known is None else known

    def _enter(self, token: str) -> int:
        number = self.texts.size
        self.numbers[token] = number
        for column in self.columns():
            column.resize(number + 1)
        stem = family_stem(token) if token else ""
        root = given_root(token) if token else ""
        self.texts.view[number] = token
        self.stem.view[number] = number if stem == token else self.number(stem)
        self.root.view[number] = number if root == token else self.number(root)
        sound = skeleton(family_stem(root)) if token else ""
        self.sound.view[number] = hash64("s" + sound) if token else 0
        initial = token.endswith(".")
        parted = len(sound) > _ENDS and not initial
        self.head.view[number] = hash64("<" + sound[:_ENDS]) if parted else 0
        self.tail.view[number] = hash64(">" + sound[-_ENDS:]) if parted else 0
        self.stands.view[number] = initial_sounds(token) if initial else begins(token)
        self.initial.view[number] = initial
        self.begun.view[number] = _letters(token)
        self.short.view[number] = max(
            (_letters(token.removesuffix(e)) for e in _PET if token.endswith(e)),
            default=0,
        )
        given, family = self.rules["given"], self.rules["family"]
        self.given.view[number] = min(
            self.rules.given.get(root, given["rarity_default"]), given["rarity_cap"]
        )
        self.family.view[number] = min(
            self.rules.family.get(stem, family["rarity_default"]), family["rarity_cap"]
        )
        return number

    def columns(self) -> tuple[Growing, ...]:
        """All columns, in a fixed order."""
        return (
            self.texts,
            self.stem,
            self.root,
            self.sound,
            self.head,
            self.tail,
            self.stands,
            self.initial,
            self.begun,
            self.short,
            self.given,
            self.family,
        )

    def text(self, number: int) -> str:
        """The folded token of a number."""
        return str(self.texts.view[number])

    def gather(self, column: Growing, numbers: Array) -> Array:
        """The column's values for an array of numbers."""
        gathered: Array = column.view[numbers]
        return gathered


def _letters(token: str) -> int:
    """The first three letters as one number; 0 for fewer."""
    if len(token) < _BEGUN:
        return 0
    return int.from_bytes(token[:_BEGUN].encode(), "big")
