"""Father's names: from the patronymic form to the father's folded given name."""

from functools import cache
from typing import Final

from stillhere.names.diminutives import roots
from stillhere.names.folding import fold
from stillhere.names.romanisation import romanise
from stillhere.names.sounds import sound, spoken, stemmed
from stillhere.names.stems import stems

_SUFFIXES: Final = ("oviC", "eviC", "iviC", "ovna", "evna", "ivna")
_SHORT_SUFFIXES: Final = (("iniCna", "a"), ("iCna", "a"), ("iC", "a"))
_SHORT_FATHERS: Final = frozenset(("ila", "lila", "luka", "foma", "kuzma", "nikita"))
_LOST_ENDS: Final = ("", "i", "ei", "ai", "ia", "a", "o", "e")


@cache
def known_given() -> frozenset[str]:
    """Give the folded given names and pet names that the tables hold."""
    return frozenset(map(spoken, stems().values())) | frozenset(roots())


def is_patronymic(token: str, language: str | None = None) -> bool:
    """Say whether a token has the ending of a Russian patronymic."""
    return _russian_father(sound(romanise(token, language))) is not None


def _russian_father(sounds: str) -> str | None:
    for suffix in _SUFFIXES:
        if sounds.endswith(suffix) and len(sounds) >= len(suffix) + 2:
            return sounds[: -len(suffix)]
    for suffix, vowel in _SHORT_SUFFIXES:
        if sounds.endswith(suffix):
            father = stemmed(sounds[: -len(suffix)]) + vowel
            if father in _SHORT_FATHERS:
                return father
    return None


def patronymic_stem(token: str, language: str | None = None) -> str:
    """Give the father's folded given name out of a patronymic form.

    Reads Russian -ovich, -evich, -ovna, -evna; the Armenian genitive in -i, -u and
    -yan of -yun; a bare given name stays as it is. A vowel or glide lost before the
    ending is restored where a name of the tables is met by it.

    Args:
        token: The patronymic as written, in any script.
        language: As for `romanise`.

    Returns:
        A folded given name; empty for a token without letters.
    """
    roman = romanise(token, language)
    father = _russian_father(sound(roman))
    if father is not None:
        return _restored(father)
    if token.lower().endswith("եի"):
        return fold(token[:-1])
    folded = fold(roman)
    for given in _genitives(roman):
        if given in known_given():
            return given
    if folded in known_given() or not _looks_genitive(roman):
        return folded
    return _genitives(roman)[-1]


def _looks_genitive(roman: str) -> bool:
    return len(roman) > 3 and roman[-1] in "iu" and roman[-2] not in "aeo"


def _genitives(roman: str) -> list[str]:
    """List the folded nominatives a genitive may come from, likeliest first."""
    if roman.endswith("utyan"):
        return [fold(roman[:-2] + "un")]
    if not _looks_genitive(roman):
        return []
    if roman.endswith("yi"):
        return [fold(roman[:-1]), fold(roman[:-2])]
    if roman.endswith("u"):
        return [fold(roman[:-1] + "i"), fold(roman[:-1])]
    return [fold(roman[:-1])]


def _restored(father: str) -> str:
    """Fold a father's name whose last vowel the patronymic ending took."""
    table = stems()
    stem = stemmed(father).rstrip("ie") or father
    for candidate in (stemmed(father), *(stem + end for end in _LOST_ENDS)):
        if candidate in table:
            return spoken(table[candidate])
    return fold(spoken(father))
