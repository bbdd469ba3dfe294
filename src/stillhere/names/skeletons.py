"""A coarse key for blocking: consonant classes of a folded token."""

from typing import Final

from stillhere.names.endings import split_ending
from stillhere.names.sounds import compressed

SKELETON_CLASSES: Final = (
    ("A", "aeiou", "a vowel, kept only at the start: E-/A-, O-/Ho- are mixed"),
    ("K", "kgqX", "Western Armenian k/g; ղ, ğ, г; խ written k"),
    ("P", "pbf", "Western Armenian p/b; փ written f"),
    ("T", "td", "Western Armenian t/d"),
    ("C", "CJ", "Western Armenian ch/j; ж, дж"),
    ("Z", "zT", "ծ, ց, ձ, z"),
    ("S", "sS", "ş written without its mark"),
    ("M", "m", ""),
    ("N", "n", ""),
    ("R", "r", ""),
    ("L", "l", ""),
    ("V", "v", ""),
)

_CLASS: Final = str.maketrans(
    {letter: name for name, letters, _ in SKELETON_CLASSES for letter in letters}
)
_ENDING: Final = {"yan": "Y", "ov": "Y", "ev": "Y", "": ""}


def skeleton(folded: str) -> str:
    """Reduce a folded token to its consonant classes.

    Vowels are dropped after the first place, neighbours of one class become one,
    and the endings -yan, -ov and -ev become one sign, so that Petrosyan and Petrosov
    share a block. Digits stay.

    Returns:
        Upper-case letters and digits; empty for an empty token.
    """
    stem, ending = split_ending(compressed(folded))
    if ending not in _ENDING:
        stem, ending = stem + ending, ""
    classes = stem.translate(_CLASS)
    key = classes[:1] + classes[1:].replace("A", "")
    return _single(key) + _ENDING[ending]


def _single(key: str) -> str:
    kept = key[:1]
    for letter in key[1:]:
        if letter != kept[-1]:
            kept += letter
    return kept
