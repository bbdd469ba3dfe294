"""Which sounds a name begins with, and which an initial may stand for.

One bit a sound, of those that spellings of one name share: k and g, p and b, t, d, ts and
dz are not told apart (Western Armenian). An initial h stands for a vowel as well, since
folding drops h, and for g and r, since Hrant may be written Грант and Рипсиме Hripsime; so
does a Cyrillic г or х. Foreign forms (J. for Hakob, written Jacob) are let pass: an initial
that speaks against its own name costs more than one that fits another.
"""

from collections.abc import Iterable
from typing import Final

SOUNDS: Final = ("a", "ei", "o", "u", "kgq", "X", "pb", "tdT", "s", "S", "CJ", "z")
"""Letters of the sound form (names.sounds) that share one bit."""

LETTERS: Final = ("m", "n", "r", "l", "v", "f")
_BITS: Final = {
    letter: 1 << place
    for place, letters in enumerate((*SOUNDS, *LETTERS))
    for letter in letters
}
_DIGRAPHS: Final = (("sh", "S"), ("ch", "C"), ("kh", "X"), ("ts", "T"), ("j", "J"))
INITIALS: Final = {
    "a": "ae",
    "c": "CJksSX",
    "ch": "C",
    "d": "dTJ",
    "dz": "T",
    "e": "ea",
    "f": "fp",
    "g": "g",
    "gh": "gaeou",
    "h": "aeougrX",
    "i": "eiaou",
    "j": "Jaeou",
    "k": "kX",
    "kh": "Xaeoug",
    "o": "ov",
    "p": "pf",
    "ph": "pf",
    "q": "k",
    "r": "rg",
    "s": "sS",
    "sh": "Ss",
    "t": "tT",
    "ts": "T",
    "vo": "ov",
    "w": "v",
    "x": "Xkg",
    "y": "eaouJ",
    "ya": "ae",
    "ye": "e",
    "yo": "oe",
    "yu": "uJ",
    "z": "zJ",
    "zh": "Jz",
}
"""Letters of an initial, romanised, and the sounds it may stand for; else its own."""


def begins(folded: str) -> int:
    """The bit of the sound a folded name begins with; 0 for none of them."""
    for digraph, sound in _DIGRAPHS:
        if folded.startswith(digraph):
            return _BITS[sound]
    return _bits(folded[:1])


def initial_sounds(token: str) -> int:
    """The bits of all sounds an initial (`g.`, `sh.`) may stand for."""
    letters = token.rstrip(".")
    return _bits(INITIALS.get(letters) or letters[:1])


def _bits(sounds: Iterable[str]) -> int:
    bits = 0
    for sound in sounds:
        bits |= _BITS.get(sound, 0)
    return bits
