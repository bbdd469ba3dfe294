"""Languages before Django is there: the same catalogues, read by the standard library."""

import gettext
from collections.abc import Iterable
from functools import cache
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

from stillhere.errors import StillHereError
from stillhere.errors.catalogue import CATALOGUE
from stillhere.vocabulary import Language

COOKIE = "stillhere_language"
NAMES = {
    Language.EN: "English",
    Language.HY: "Հայերեն",
    Language.AZ: "Azərbaycanca",
    Language.RU: "Русский",
}
_LOCALE = Path(__file__).resolve().parents[1] / "locale"
_LONGEST = 1000
"""Characters of a header that are looked at."""


@cache
def speech(language: Language) -> gettext.NullTranslations:
    """The words of a language; English stays as it is written in the program."""
    return gettext.translation(
        "django", localedir=_LOCALE, languages=[language.value], fallback=True
    )


def language_of(cookies: str, accepted: str) -> Language:
    """The language of a reader: chosen before, else the best their browser asks for.

    Args:
        cookies: Header ``Cookie``.
        accepted: Header ``Accept-Language``.
    """
    for code in (_chosen(cookies), *_ranked(accepted[:_LONGEST])):
        if code in set(Language):
            return Language(code)
    return Language.EN


def said(error: StillHereError, words: gettext.NullTranslations) -> str:
    """The sentence of an error in these words."""
    return words.gettext(CATALOGUE[error.code]).format(**error.values)


def _chosen(cookies: str) -> str:
    try:
        found = SimpleCookie(cookies[:_LONGEST]).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""


def _ranked(accepted: str) -> Iterable[str]:
    """Codes of a header such as ``hy, ru;q=0.8``, the most wanted first."""
    wanted = []
    for number, part in enumerate(accepted.split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            share = float(weight) if weight else 1.0
        except ValueError:
            continue
        wanted.append((-share, number, code.partition("-")[0].lower()))
    return [code for _, _, code in sorted(wanted)]
