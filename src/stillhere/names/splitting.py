"""One written name into given names, family names, father's name and the rest."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from stillhere.names.endings import split_ending
from stillhere.names.folding import fold
from stillhere.names.orders import NameOrder, NameParts
from stillhere.names.patronymics import (
    is_patronymic,
    known_given,
    patronymic_stem,
)
from stillhere.names.romanisation import romanise
from stillhere.names.scripts import is_initial
from stillhere.names.sounds import sound
from stillhere.names.words import (
    DAUGHTER,
    FAMILY_PREFIXES,
    MAIDEN_FILLERS,
    MAIDEN_SIGNS,
    SON,
    TITLES,
)

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[-‐–'’ʻʼ`´՚][^\W\d_]+)*[.․]?")
_BRACKET: Final = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_FAMILY_FIRST: Final = frozenset(
    {
        NameOrder.FAMILY_GIVEN,
        NameOrder.FAMILY_GIVEN_PATRONYMIC,
        NameOrder.FAMILY_PATRONYMIC_GIVEN,
    }
)
_HYPHENS: Final = re.compile("[-‐–]")
_REMEMBERED: Final = 1 << 16
"""Tokens kept by each cache: about the names of a region, some 20 MB at most."""


_is_patronymic = lru_cache(_REMEMBERED)(is_patronymic)
_father = lru_cache(_REMEMBERED)(patronymic_stem)


@dataclass(slots=True)
class _Found:
    """What has been set apart so far.

    `names` (folded) and `spelt` (the same as written) are those still to be told apart.
    """

    names: list[str] = field(default_factory=list)
    spelt: list[str] = field(default_factory=list)
    patronymic: list[str] = field(default_factory=list)
    maiden: list[str] = field(default_factory=list)
    initials: list[str] = field(default_factory=list)
    before_comma: int = 0


def split_name(text: str, order: NameOrder, language: str | None = None) -> NameParts:
    """Tell the parts of one written name apart, every part folded.

    Titles are dropped. A name in brackets or after a word such as née, урожд.,
    ծնյալ or qızlıq is the maiden name. A Russian patronymic and the name before
    oğlu or qızı are the father's wherever they stand. A family ending outweighs the
    declared order; a comma tells where the family name ends.

    Args:
        text: The name as written; empty gives empty parts.
        order: The order that the profile of the source declares.
        language: As for `romanise`.
    """
    found = _Found()
    rest = _BRACKET.sub(lambda match: _take_bracket(match[1], found, language), text)
    before, comma, after = rest.partition(",")
    _read(_TOKEN.findall(before), found, language)
    if comma:
        found.before_comma = len(found.names)
        _read(_TOKEN.findall(after), found, language)
    return _arranged(found, order, language)


def _take_bracket(inside: str, found: _Found, language: str | None) -> str:
    for token in _TOKEN.findall(inside):
        if not _is_any(token, MAIDEN_SIGNS, MAIDEN_FILLERS, TITLES):
            found.maiden.extend(_family_words(token, language))
    return " "


@lru_cache(_REMEMBERED)
def _is_any(token: str, *lists: frozenset[str]) -> bool:
    bare = token.lower().replace("\u0307", "").rstrip(".․")
    return any(bare in words for words in lists)


@lru_cache(_REMEMBERED)
def _family_words(token: str, language: str | None) -> tuple[str, ...]:
    """Fold a token; two hyphened family names stay two, other hyphens vanish."""
    if token.isalpha():
        return (folded,) if (folded := fold(token, language)) else ()
    halves = tuple(fold(half, language) for half in _HYPHENS.split(token))
    if len(halves) > 1 and all(_has_ending(half) for half in halves):
        return halves
    joined = fold(_HYPHENS.sub("", token), language)
    return (joined,) if joined else ()


@lru_cache(_REMEMBERED)
def _has_ending(folded: str) -> bool:
    return split_ending(sound(folded))[1] != "" and folded not in known_given()


def _read(tokens: list[str], found: _Found, language: str | None) -> None:
    """Sort the tokens of one half of a name into what they are by themselves."""
    written: list[str] = []
    maiden_next = False
    for token in tokens:
        if _is_any(token, MAIDEN_SIGNS):
            maiden_next = True
        elif maiden_next and _is_any(token, MAIDEN_FILLERS):
            continue
        elif maiden_next:
            found.maiden.extend(_family_words(token, language))
            maiden_next = False
        elif _is_child_sign(token, len(written)):
            found.patronymic.append(_father(written.pop(), language))
        elif not (_is_any(token, TITLES) and len(tokens) > 1):
            written.append(token)
    _sort(written, found, language)


def _is_child_sign(token: str, before: int) -> bool:
    """Take oğlu and qızı after a name; the bare letters o and q after two."""
    if not _is_any(token, SON, DAUGHTER):
        return False
    return before >= (1 if len(token.rstrip(".")) > 1 else 2)


def _sort(written: list[str], found: _Found, language: str | None) -> None:
    prefix = ""
    for token in written:
        if is_initial(token):
            found.initials.append(_initial(token, language))
        elif _is_any(token, FAMILY_PREFIXES):
            prefix = token.rstrip(".")
        elif _is_patronymic(token, language) and len(written) > 1:
            found.patronymic.append(_father(token, language))
        else:
            _add_name(prefix + token, found, language)
            prefix = ""
    if prefix:
        _add_name(prefix, found, language)


def _initial(token: str, language: str | None) -> str:
    """The letters of an initial; Cyrillic г, which may stand for h as well, is gh."""
    if token[0] in "гГ":
        return "gh"
    return romanise(token, language)[:2]


def _add_name(token: str, found: _Found, language: str | None) -> None:
    words = _family_words(token, language)
    found.names.extend(words)
    found.spelt.extend([token] * len(words))


def _arranged(found: _Found, order: NameOrder, language: str | None) -> NameParts:
    first, last, known = _family_span(found, order)
    given = found.names[:first] + found.names[last:]
    spelt = found.spelt[:first] + found.spelt[last:]
    patronymic = list(found.patronymic)
    initials = found.initials
    father = 1
    if order is NameOrder.FAMILY_PATRONYMIC_GIVEN and not first:
        father, initials = 0, initials[::-1]
    if not patronymic and len(given) > 1 and last > first:
        patronymic.append(_father(spelt[father], language))
        del given[father]
    return NameParts(
        given=tuple(given),
        family=tuple(found.names[first:last]),
        patronymic=tuple(patronymic),
        maiden=tuple(found.maiden),
        initials=tuple(initials),
        order_known=known,
    )


def _family_span(found: _Found, order: NameOrder) -> tuple[int, int, bool]:
    """Say where in `names` the family names stand, and how surely."""
    names = found.names
    if 0 < found.before_comma < len(names):
        return 0, found.before_comma, True
    if len(names) < 2:
        return _single_span(found)
    ended = [place for place, name in enumerate(names) if _has_ending(name)]
    if (
        ended
        and ended == list(range(ended[0], ended[-1] + 1))
        and len(ended) < len(names)
    ):
        return ended[0], ended[-1] + 1, True
    if order in _FAMILY_FIRST:
        return 0, 1, True
    if order is not NameOrder.UNKNOWN:
        return len(names) - 1, len(names), True
    return _guessed_span(names)


def _single_span(found: _Found) -> tuple[int, int, bool]:
    names = found.names
    if not names:
        return 0, 0, False
    if _has_ending(names[0]) or found.initials:
        return 0, 1, True
    return 0, 0, names[0] in known_given()


def _guessed_span(names: list[str]) -> tuple[int, int, bool]:
    """No ending and no order: a known given name at one end leaves the other."""
    first, last = names[0] in known_given(), names[-1] in known_given()
    if last and not first:
        return 0, 1, True
    return len(names) - 1, len(names), first and not last
