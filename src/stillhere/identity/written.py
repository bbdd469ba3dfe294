"""A name as written, in one cell or several, to the five tokens identity weighs.

Cells of their own (given, family, father's name) repeat all over a list, so each is read
once; whole names seldom repeat and are read each time.
"""

from collections.abc import Callable  # noqa: TC003 (used at run time)
from functools import lru_cache

from stillhere.names import (
    NameOrder,
    NameParts,
    is_patronymic,
    patronymic_stem,
    split_name,
)
from stillhere.reports.statements import WrittenName

Tokens = tuple[str, str, str, str, str]
"""Given, family, maiden, stem of the father's name, any further name; folded. An initial
ends in a point, and the second of two is the father's where he is not named."""

CELLS = 50_000
"""Cells remembered at once."""


class WrittenNames:
    """Reads written names; remembers cells."""

    def __init__(self) -> None:
        cached: Callable[[Callable[..., NameParts]], Callable[..., NameParts]]
        cached = lru_cache(maxsize=CELLS)
        self._given = cached(_given)
        self._family = cached(_family)
        self._father = lru_cache(maxsize=CELLS)(_father)

    def tokens(self, name: WrittenName) -> Tokens:
        """The tokens of a name; empty strings for parts it does not state."""
        language = name.language.value if name.language else None
        if name.full:
            whole = split_name(name.full, NameOrder(name.order), language)
            given, initials = whole.given, whole.initials
            family, fathers, maiden = whole.family, whole.patronymic, whole.maiden
        else:
            one = self._given(name.given, language)
            two = self._family(name.family, language)
            given, family = (*one.given, *one.family), (*two.family, *two.given)
            # Beside a family name they are of other names; alone, of the family name.
            initials = (*one.initials, *(two.initials if family else ()))
            fathers, maiden = one.patronymic, (*one.maiden, *two.maiden)
            if not (fathers or name.patronymic):
                fathers, family = self._fathers(name, family, language)
        if name.patronymic:
            fathers = (self._father(name.patronymic, language),)
        if name.maiden:
            born = self._family(name.maiden, language)
            maiden = (*born.family, *born.given)
        dotted = tuple(f"{letters}." for letters in initials)
        given, fathers = _with_initials(given, fathers, dotted)
        further = (*given[1:], *family[1:])
        return (
            _first(given),
            _first(family),
            _first(maiden),
            _first(fathers),
            _first(further),
        )

    def _fathers(
        self, name: WrittenName, family: tuple[str, ...], language: str | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The father's name where another cell holds it, and the family names left.

        A second word beside the given name is the father's; so is a Russian patronymic
        that stands in the place of the family name.
        """
        words = name.given.split()
        if len(words) == 2 and words[1].isalpha() and len(words[1]) > 1:
            return (self._father(words[1], language),), family
        if len(family) == 1 and is_patronymic(name.family, language):
            return (self._father(name.family, language),), ()
        return (), family


def _given(text: str, language: str | None) -> NameParts:
    return split_name(text, NameOrder.GIVEN_FAMILY, language)


def _family(text: str, language: str | None) -> NameParts:
    return split_name(text, NameOrder.FAMILY_GIVEN, language)


def _father(text: str, language: str | None) -> str:
    """The father's name of a cell of its own; an initial as in whole names."""
    initials = _given(text, language).initials
    return f"{initials[0]}." if initials else patronymic_stem(text)


def _with_initials(
    given: tuple[str, ...], fathers: tuple[str, ...], dotted: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Put initials where no name stands: the given name first, then the father's."""
    if not given:
        given, dotted = dotted[:1], dotted[1:]
    return given, fathers or dotted[:1]


def _first(tokens: tuple[str, ...]) -> str:
    return tokens[0] if tokens else ""
