"""A coarse key for blocking: consonant classes of a folded token."""

import re
from typing import Final

from stillhere.names.endings import split_ending
from stillhere.names.sounds import compressed

SKELETON_CLASSES: Final = (
    ("A", "aeiou", "a vowel, kept only at the start: E-/A-, O-/Ho- are mixed"),
    ("K", "kgqX", "Western Armenian k/g; ղ, ğ, г; խ written k"),
    ("P", "pbf", "Western Armenian p/b; փ written f"),
    ("T", "td", "Western Armenian t/d"),
    ("S", "szSCJT", "ş without its mark; French ch for sh; s/z; Western ch/j, ts/dz"),
    ("M", "m", ""),
    ("N", "n", ""),
    ("R", "r", ""),
    ("L", "l", ""),
    ("V", "v", ""),
)

_CLASS: Final = str.maketrans(
    {letter: name for name, letters, _ in SKELETON_CLASSES for letter in letters}
)
_REPEATED: Final = re.compile(r"(.)\1+")
_ENDING: Final = {"yan": "Y", "ov": "Y", "ev": "Y", "": ""}


def skeleton(folded: str) -> str:
    """Reduce a folded token to its consonant classes.

    Neighbours of one class become one, vowels are dropped after the first place, and
    the endings -yan, -ov and -ev become one sign, so that Petrosyan and Petrosov
    share a block. Digits stay.

    Returns:
        Upper-case letters and digits; empty for an empty token.
    """
    stem, ending = split_ending(compressed(folded))
    if ending not in _ENDING:
        stem, ending = stem + ending, ""
    classes = _single(stem.translate(_CLASS))
    return classes[:1] + classes[1:].replace("A", "") + _ENDING[ending]


def _single(classes: str) -> str:
    return _REPEATED.sub(r"\1", classes)
