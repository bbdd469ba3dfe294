"""One folded form for the spellings of one name."""

from typing import Final

from stillhere.names.endings import split_ending
from stillhere.names.romanisation import romanise
from stillhere.names.sounds import compressed, sound, spoken, without_glides
from stillhere.names.stems import stems

FOLD_VERSION: Final = 1


def fold(token: str, language: str | None = None) -> str:
    """Fold a token so that spellings of one name in four scripts mostly meet.

    In order: romanise, sound rules, whole name in the table of stems; else cut the
    family ending, drop glides, look the stem up, put the canonical ending back.
    Folding a folded token changes nothing.

    Args:
        token: One name in any script; words parted by a hyphen are folded each and
            joined by a space.
        language: As for `romanise`.

    Returns:
        Lower-case ASCII; empty for a token without letter or digit.

    Cost: about 8 microseconds; callers keep a dict of what they have folded.
    """
    roman = romanise(token, language)
    if " " in roman:
        return " ".join(_fold(word) for word in roman.split())
    return _fold(roman)


def _fold(roman: str) -> str:
    table = stems()
    sounds = sound(roman)
    whole = without_glides(sounds)
    if whole in table:
        return spoken(table[whole])
    stem, ending = split_ending(sounds)
    if not ending:
        return spoken(whole)
    return spoken(_stem(stem, ending, table) + ending)


def _stem(sounds: str, ending: str, table: dict[str, str]) -> str:
    """Look a family stem up; before -ev a lost i or ei is tried too."""
    stem = without_glides(sounds)
    if ending != "ev":
        return table.get(stem, stem)
    stem = stem.rstrip("ie")
    for vowel in ("i", "ei", "ai", "", "e"):
        if stem + vowel in table:
            return table[stem + vowel]
    return stem


def family_stem(folded: str) -> str:
    """Cut the family ending off a folded token, so that kindred forms meet.

    Petrosyan, Petrosov, Петросянц and Պետրոսյան all give petros. A token without
    a known ending is given back unchanged.
    """
    stem, ending = split_ending(compressed(folded))
    if not ending:
        return folded
    return spoken(_stem(stem, ending, stems()))

