"""The word tables of this room, folded so that case and signs do not matter."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from stillhere.vocabulary.fields import Field

_FOLDS = str.maketrans(
    {
        "ё": "е",
        "ə": "e",
        "ı": "i",
        "ğ": "g",
        "ş": "s",
        "ç": "c",
        "ö": "o",
        "ü": "u",
        "\u0307": None,
        "№": " no ",
        "#": " no ",
        "'": " ",
        "՝": " ",
    }
)
_SIGNS = re.compile(r"[\W_]+")
_POINTS = (".", "․")
_WHOLE = 4
"""A word this short counts only as a whole word, a longer one also as a beginning."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, letters with marks plain, signs as single spaces."""
    return _SIGNS.sub(" ", text.casefold().translate(_FOLDS)).strip()


def shortened(text: str) -> str:
    """A text that ends in a point, folded but for that point; empty for any other."""
    return f"{fold(text)}." if text.rstrip().endswith(_POINTS) else ""


@cache
def header_words() -> Mapping[str, tuple[Field, str]]:
    """Folded header to what it means and its language; the first of a word holds.

    A word that is shortened by a point stands there twice, as `shortened` gives it and
    without the point.
    """
    table: dict[str, tuple[Field, str]] = {}
    for language, word, field in _rows("header_words.tsv"):
        for form in filter(None, (shortened(word), fold(word))):
            table.setdefault(form, (Field(field), language))
    return table


@cache
def purpose_words() -> tuple[tuple[str, str, str], ...]:
    """(folded words, purpose, language) of titles and file names, longest first."""
    rows = {(fold(w), purpose, lang) for lang, w, purpose in _rows("purpose_words.tsv")}
    return tuple(sorted(rows, key=lambda r: (-len(r[0]), r)))


@cache
def value_words(name: str) -> Mapping[str, str]:
    """Folded word to value, of one list of the value table."""
    rows = _rows("value_words.tsv")
    return {fold(word): value for list_, value, _, word in rows if list_ == name}


class Finder:
    """Finds the words of one list at the beginnings of words of a text."""

    def __init__(self, name: str) -> None:
        self._values = value_words(name)
        self._pattern = re.compile(
            rf"\b(?:{'|'.join(map(_ending, _longest(self._values)))})"
        )

    def all(self, text: str) -> tuple[str, ...]:
        """The values whose words stand in the text, sorted; longest word first."""
        return _found(self, text)

    def first(self, text: str) -> str | None:
        """The value of the first word found; None for none."""
        match = self._pattern.search(fold(text))
        return None if match is None else self._values[match.group()]

    def around(self, text: str) -> tuple[str, str, str] | None:
        """Folded text before the first word found, its value, folded text after."""
        folded = fold(text)
        match = self._pattern.search(folded)
        if match is None:
            return None
        value = self._values[match.group()]
        return folded[: match.start()], value, folded[match.end() :]

    def search(self, text: str) -> tuple[str, ...]:
        """What `all` gives, not remembered."""
        found = {self._values[word] for word in self._pattern.findall(fold(text))}
        return tuple(sorted(found))


@lru_cache(maxsize=65536)
def _found(finder: Finder, text: str) -> tuple[str, ...]:
    return finder.search(text)


@cache
def finder(name: str) -> Finder:
    """The finder of one list of the value table."""
    return Finder(name)


@lru_cache(maxsize=8192)
def exact(name: str, text: str) -> str | None:
    """The value of a whole cell; None where the list does not know it."""
    return value_words(name).get(fold(text))


@lru_cache(maxsize=8192)
def says(name: str, text: str) -> bool:
    """Whether a whole cell is one of the words of a list without values."""
    return fold(text) in value_words(name)


def _longest(words: Mapping[str, str]) -> list[str]:
    return sorted(words, key=lambda w: (-len(w), w))


def _ending(word: str) -> str:
    return re.escape(word) + (r"\b" if len(word) <= _WHOLE else "")


def _rows(name: str) -> list[list[str]]:
    text = files("stillhere.intake").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:] if line]


def phrases_of(text: str) -> Mapping[int, list[str]]:
    """Runs of words of a folded text by their number of words, in order."""
    words = text.split()
    runs: dict[int, list[str]] = defaultdict(list)
    for length in range(1, len(words) + 1):
        for start in range(len(words) - length + 1):
            runs[length].append(" ".join(words[start : start + length]))
    return runs
