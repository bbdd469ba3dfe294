"""Text of any script to lower-case ASCII letters, digits and single spaces."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from anyascii import anyascii

from stillhere.names.letters import (
    ARMENIAN,
    AZERBAIJANI,
    AZERBAIJANI_MARKS,
    CYRILLIC,
    LATIN,
    SILENT,
)
from stillhere.names.letters_beyond import ARABIC, GEORGIAN, HEBREW

_KEPT: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_SPOKEN: Final = frozenset("LMN")
"""Letters, the vowels and points beside them, and numbers: categories of Unicode."""

_DIGRAPH: Final = re.compile("[cksgz]h")
_SOFT_START: Final = re.compile(r"(?<![ա-և])(ո(?!վ)|[եև])")
_SOFT_TEXT: Final = {"ո": "vo", "ե": "ye", "և": "yev"}
_CYRILLIC_YE: Final = re.compile("(?<![бвгджзйклмнпрстфхцчшщ])е")


class _Letters(dict[int, str]):
    """A `str.translate` table that works out a strange letter when it first meets it.

    The answer depends on the letter alone, so remembering it keeps the table pure.
    """

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _KEPT:
            found = letter
        elif letter.isascii() or unicodedata.category(letter)[0] not in _SPOKEN:
            found = " "
        else:
            plain = anyascii(letter).lower()
            found = "".join(sign for sign in plain if sign in _KEPT)
        self[code] = found
        return found


def _letters(*tables: Mapping[str, str]) -> _Letters:
    letters = _Letters({ord(sign): "" for sign in SILENT})
    for table in tables:
        letters.update({ord(sign): text for sign, text in table.items()})
    return letters


_ALL: Final = (ARMENIAN, CYRILLIC, LATIN, GEORGIAN, ARABIC, HEBREW)
_PLAIN: Final = _letters(*_ALL)
_AZERBAIJANI: Final = _letters(*_ALL, AZERBAIJANI)


def romanise(text: str, language: str | None = None) -> str:
    """Write a text in lower-case ASCII letters, digits and single spaces.

    Apostrophes and quotation marks vanish; hyphens and all other signs become a
    space. `c`, `q` and `x` are read as Azerbaijani (j, g, kh) when `language` is
    `"az"` and the text has no English digraph, or when it has none given and the
    text holds an Azerbaijani letter. Scripts without a table of ours go through
    anyascii letter by letter.

    Args:
        text: Any text; empty gives empty.
        language: `"hy"`, `"ru"`, `"az"`, `"en"`, or None to go by the letters.

    Returns:
        The text in ASCII; empty where no letter or digit was found.
    """
    lowered = text.lower()
    if lowered.isascii():
        plain = lowered.translate(_ascii_table(lowered, language))
        return plain if plain.isalnum() else " ".join(plain.split())
    lowered = unicodedata.normalize("NFC", lowered)
    if "Ա" <= max(lowered) <= "֏" or "ա" in lowered:
        lowered = _armenian_spelling(lowered)
    elif "е" in lowered:
        lowered = _CYRILLIC_YE.sub("ye", lowered)
    return " ".join(lowered.translate(_table(lowered, language)).split())


def _armenian_spelling(lowered: str) -> str:
    """Read the letter groups whose sound is not that of their letters."""
    joined = lowered.replace("ու", "u").replace("իւ", "yu").replace("եւ", "և")
    return _SOFT_START.sub(lambda found: _SOFT_TEXT[found.group(1)], joined)


def _ascii_table(lowered: str, language: str | None) -> _Letters:
    if language == "az" and not _DIGRAPH.search(lowered):
        return _AZERBAIJANI
    return _PLAIN


def _table(lowered: str, language: str | None) -> _Letters:
    if language == "az":
        return _AZERBAIJANI
    if language is None and not AZERBAIJANI_MARKS.isdisjoint(lowered):
        return _AZERBAIJANI
    return _PLAIN
