"""The folded key of a place name, without the words for town and village."""

import re
from typing import Final

from stillhere.names import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KIND_WORDS: Final = _words(
    """
    с село г гор город пос поселок посёлок пгт дер деревня аул станица гр
    գ գյուղ գյուղը ք քաղ քաղաք քաղաքը ավան
    k kənd kəndi kend ş şəh şəhər şəhəri qəs qəsəbə qəsəbəsi shahar
    v vil village c city town twn settlement of the
    """
)
_PART: Final = re.compile(r"[^\W\d_]+(?:['’ʻʼ`´՚][^\W\d_]+)*|\d+")


def place_key(text: str, language: str | None = None) -> str:
    """Fold a place name as written in a cell into one key.

    Case, punctuation, brackets with what they hold, and words such as с., գ., v. or
    kənd before or after the name do not matter; words are joined without space.

    Returns:
        The key; empty for a text with no name in it.
    """
    plain = text.lower().replace("\u0307", "").partition("(")[0]
    parts = _PART.findall(plain)
    named = [part for part in parts if part not in _KIND_WORDS] or parts
    return "".join(fold(part, language) for part in named).replace(" ", "")
