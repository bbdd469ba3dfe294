"""The folded key of a place name, without the words for town and village."""

import re
from functools import lru_cache
from typing import Final

from stillhere.names import fold


def words(text: str) -> frozenset[str]:
    """The words of a text as a set, for tables of words."""
    return frozenset(text.split())


KIND_WORDS: Final = words(
    """
    с село села селе сел г гор город города городе пос поселок посёлок поселка посёлка
    поселке посёлке пгт дер деревня деревни деревне аул станица гр хутор
    գ գյուղ գյուղը գյուղի գյուղում գյուղից ք քաղ քաղաք քաղաքը քաղաքի քաղաքում քաղաքից
    ավան բնակավայր
    k kənd kəndi kend kəndin kəndinin kəndində kəndindən kəndinə
    ş şəh şəhər şəhəri şəhərin şəhərinin şəhərində şəhərindən şəhərinə shahar
    qəs qəsəbə qəsəbəsi
    v vil village c city town twn settlement hamlet of the
    """
)
"""Words beside a name that say what kind of place it is, in their case forms."""
_JOINING: Final = words("из в во from in at")
"""Words before a name that say no more than that somebody is there."""
_PART: Final = re.compile(r"[^\W\d_]+(?:['’ʻʼ`´՚][^\W\d_]+)*|\d+")
_DOT_ABOVE: Final = "\u0307"


def plain_words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, brackets left out."""
    plain = text.lower().replace(_DOT_ABOVE, "").partition("(")[0]
    return _PART.findall(plain)


def name_words(text: str) -> list[str]:
    """The words of a text that are its name; all of them where no other is left."""
    parts = plain_words(text)
    named = [part for part in parts if part not in KIND_WORDS] or parts
    if len(named) > 1 and named[0] in _JOINING:
        del named[0]
    return named


def joined_fold(said: list[str], language: str | None = None) -> str:
    """The folded words without space; empty for none."""
    return "".join([_folded(word, language) for word in said]).replace(" ", "")


@lru_cache(maxsize=1 << 14)
def _folded(word: str, language: str | None) -> str:
    """The fold of a word; words of names come again and again."""
    return fold(word, language)


def place_key(text: str, language: str | None = None) -> str:
    """Fold a place name as written in a cell into one key.

    Case, punctuation, brackets with what they hold, and words such as с., գ., v. or
    kənd before or after the name do not matter; words are joined without space.

    Returns:
        The key; empty for a text with no name in it.
    """
    return joined_fold(name_words(text), language)
