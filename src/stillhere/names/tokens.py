"""A written name as tokens ready to be compared, each prepared once."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import count
from typing import Final, NamedTuple

from stillhere.names.letters import AZERBAIJANI_MARKS
from stillhere.names.likeness import Reading, reading
from stillhere.names.signs import Writing, readings, writing_of
from stillhere.names.words import DAUGHTER, PARTICLES, SON, TITLES

_MARKS: Final = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0971-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
)
"""Signs that belong to the letters beside them: points, and vowels of India and beyond."""

_WORD: Final = re.compile(rf"[\w{_MARKS}]+(?:['’‘ʻʼ`´՚׳״\u200c\u200d][\w{_MARKS}]*)*")
_REMEMBERED: Final = 1 << 15
_LIGHT: Final = PARTICLES | SON | DAUGHTER
_CHILD: Final = frozenset(word for word in SON | DAUGHTER if len(word) > 1)
_ENDING: Final = re.compile("(?<=..)(?:[iye]an[Tcsz]?|[iye]anTev|[oe][vf]f?a?)$")
_FATHER: Final = re.compile("..(?:[oei]v[iy]C|[oeiy]vna|[iy]Cna)$")
_MOST: Final = 8


class Heard(NamedTuple):
    """What a token sounds like, whatever letters wrote it.

    Attributes:
        number: Its own; only to remember pairs by.
        readings: Each way to read it; the first is the plainest.
        kin: The names (`kin.tsv`) this is a spelling (=) or a short form (~) of.
        father: In the form of a father's name, as -ovich.
        initial: One sound that stands for a name.
    """

    number: int
    readings: tuple[Reading, ...]
    kin: frozenset[str]
    father: bool
    initial: bool


class Token:
    """One word of a name, with all that is `Heard` of it.

    Attributes:
        text: As written.
        writing: How its script writes.
        signs: Its readings as texts of signs.
        light: A particle or the sign of a father's name: little is lost without it.
        title: A title, no part of a name.
        child: The sign of a father's name, as oglu.
    """

    __slots__ = (
        *("child", "father", "initial", "kin", "light", "number", "readings", "signs"),
        *("text", "title", "writing"),
    )

    def __init__(self, text: str, *, azerbaijani: bool) -> None:
        self.text = text
        self.writing = writing_of(text)
        self.signs = readings(text, azerbaijani=azerbaijani)
        lowered = text.lower()
        self.light = lowered in _LIGHT
        self.title = lowered in TITLES
        self.child = lowered in _CHILD
        heard = _heard(self.signs, self.writing)
        self.number, self.readings, self.kin, self.father, self.initial = heard


_numbers: Final = count()
_tokens: dict[tuple[str, bool], Token] = {}


@lru_cache(_REMEMBERED)
def _heard(signs: tuple[str, ...], writing: Writing) -> Heard:
    found = [reading(text, writing) for text in signs]
    return Heard(
        next(_numbers),
        tuple(reading for reading in found if reading.signs),
        _kin(signs),
        any(map(_FATHER.search, signs)),
        writing is Writing.VOWELLED and bool(signs) and len(signs[0]) == 1,
    )


@cache
def kin() -> dict[str, tuple[str, ...]]:
    """Give the names each text of signs is a form of, read once."""
    text = files("stillhere.names").joinpath("kin.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line[0] != "#")
    return {line[0]: tuple(line[1].split(" ")) for line in lines}


def _kin(readings: tuple[str, ...]) -> frozenset[str]:
    """Look up the names a token may stand for, and those its family stem does."""
    names = kin()
    found: set[str] = set()
    for signs in readings:
        found.update(names.get(signs, ()))
        if ending := _ENDING.search(signs):
            stem = signs[: ending.start()]
            known = names.get(stem, ()) or names.get(stem.rstrip("i"), ())
            kind = "ov" if "v" in ending[0] or "f" in ending[0] else "yan"
            found.update(name + kind for name in known if name[0] == "=")
    return frozenset(found)


class Written(NamedTuple):
    """A written name, without the order of its words.

    Attributes:
        tokens: Its words without titles, by their text; of many the longest eight.
        places: Where in the name each stood.
        child: Whether a word says that another is the father's name.
    """

    tokens: tuple[Token, ...]
    places: tuple[int, ...]
    child: bool


_names: dict[str, Written] = {}


def written(name: str) -> Written:
    """Cut a name into its tokens; titles are left out where something else is left.

    What was cut is remembered, up to some 30,000 names.
    """
    if (known := _names.get(name)) is not None:
        return known
    if len(_names) >= _REMEMBERED:
        _names.clear()
    cut = _cut(name)
    _names[name] = cut
    return cut


def _cut(name: str) -> Written:
    words = list(enumerate(_WORD.findall(name.replace("_", " "))))
    if len(words) > _MOST:
        words = sorted(words, key=lambda word: (-len(word[1]), word[1]))[:_MOST]
    marked = not (name.isascii() or AZERBAIJANI_MARKS.isdisjoint(name.lower()))
    found = [(word, place, _token(word, marked)) for place, word in words]
    heard = [side for side in found if side[2].readings]
    kept = [side for side in heard if not side[2].title] or heard
    kept.sort()
    return Written(
        tuple([token for _, _, token in kept]),
        tuple([place for _, place, _ in kept]),
        any(token.child for _, _, token in kept),
    )


def _token(word: str, marked: bool) -> Token:  # noqa: FBT001 (part of a key)
    if (known := _tokens.get((word, marked))) is not None:
        return known
    if len(_tokens) >= _REMEMBERED:
        _tokens.clear()
        _names.clear()
    found = Token(word, azerbaijani=marked)
    _tokens[word, marked] = found
    return found
