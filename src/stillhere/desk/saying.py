"""How the desk speaks to its reader: the core's English in the active language.

Words come from the catalogues, numbers, plurals and dates from CLDR by Babel; English is
the source and stays as the core says it.
"""

import datetime as dt
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from django.utils.translation import get_language, gettext, ngettext

from stillhere.errors import CATALOGUE, Finding, StillHereError
from stillhere.intake.propose import UNSURE_OF_PURPOSE
from stillhere.intake.reasons import Reason as Seen
from stillhere.plan.reasons import Reason
from stillhere.vocabulary import Language, ReportKind, Voice, in_words
from stillhere.vocabulary.english import clock, spoken
from stillhere.vocabulary.fields import Field

_MILLION = 1_000_000
_ALMOST = 999_900
"""Millionths from which a share would be rounded up to certainty."""

_DAYS = {
    Language.HY: "d MMMM, y",
    Language.AZ: "d MMMM y",
    Language.RU: "d MMMM y",
}
"""Day, month and year with the months of CLDR, without the short word for "year" that
ends its long form: a sentence that ends in a date would have two full stops."""

_AMOUNTS = frozenset(
    {
        *("aside", "cap", "cells", "columns", "count", "dwellings", "groups", "least"),
        *("limit", "people", "places", "read", "reports", "rows", "seconds", "size"),
        *("tables", "total", "unread"),
    }
)
"""Values of findings that count something; all others stand as they are."""

_WORDS = frozenset({"kind", "reason", "what"})
"""Values of findings that may be words of our own."""

_LISTED = frozenset({"about", "fields"})
"""Values of findings that list codes, words of our own and words of a source."""


def language() -> Language:
    """The language of the reader; English where it is none of the four."""
    code = (get_language() or "").partition("-")[0]
    return Language(code) if code in set(Language) else Language.EN


def voice() -> Voice:
    """The voice of the active language, for pages and sheets the core writes."""
    return Voice(
        language=language(), text=gettext, plural=ngettext, number=number, day=day
    )


def number(value: int) -> str:
    """A whole number with the groups of its language."""
    return format_decimal(value, locale=_locale(language()))


def tenths(thousandths: int) -> str:
    """Thousandths, such as millibits, as a number with one place after the point."""
    return format_decimal(thousandths / 1000, "#,##0.0", locale=_locale(language()))


def percent(millionths: int) -> str:
    """A share in millionths, never rounded up to certainty or down to nothing."""
    kept = min(millionths, _ALMOST) if millionths < _MILLION else _MILLION
    return format_percent(kept / _MILLION, "#,##0.##%", locale=_locale(language()))


def day(when: str | dt.date) -> str:
    """An ISO date or time in words, with hour and zone where stated; else as written."""
    iso = when if isinstance(when, str) else when.isoformat()
    if language() is Language.EN:
        return spoken(iso)
    try:
        date = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    words = format_date(date, _DAYS[language()], locale=_locale(language()))
    hour = clock(iso)
    return f"{words}, {hour}" if hour else words


def said(told: Finding | StillHereError) -> str:
    """The sentence of a finding or an error, with its values put in."""
    values = dict(told.values)
    words = {name: _value(name, text) for name, text in values.items()}
    return gettext(CATALOGUE[told.code]).format(**words)


def _value(name: str, text: str) -> str:
    if name in _AMOUNTS and text.isdecimal():
        return number(int(text))
    if name in _LISTED:
        return ", ".join(map(_listed, text.split(", ")))
    if name == "kind" and text in set(ReportKind):
        return gettext(in_words(ReportKind(text)))
    return gettext(text) if name in _WORDS else text


def _listed(text: str) -> str:
    """A meaning of a column in words, the choice of a purpose; a header as written."""
    if text in set(Field):
        return gettext(in_words(Field(text)))
    return gettext(text) if text == UNSURE_OF_PURPOSE else text


def said_reason(reason: Reason | Seen) -> str:
    """Why a door is on a sheet, or why a list is read as it is."""
    return reason.spoken(voice())


@cache
def _locale(code: Language) -> Locale:
    return Locale.parse("en_GB" if code is Language.EN else code.value)
