"""Single cells to values: phones, documents, sex, care, numbers.

One rule for phone numbers: digits only, an international 00 left out; 8 digits, or 9
with a leading 0, are Armenian (374); 10 with a leading 0 are Azerbaijani (994); 11 with
a leading 8 are Russian (7), as are 10 that begin with 9; others stay as dialled.
"""

import re
from functools import lru_cache

from stillhere.intake.words import exact, finder, fold, says
from stillhere.vocabulary.people import Care, Sex

_SEVERAL = re.compile(r"[,;/|\n]|\s(?:or|and|и|или|կամ|և|və)\s", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d\s().\-]*")
_ONE_NUMBER = re.compile(r"[A-Z]*\d+")
_SIGNS = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
_FEWEST_DIGITS = 5
_INTEGER = re.compile(r"-?\d{1,9}")


@lru_cache(maxsize=65536)
def phones_of(text: str) -> tuple[str, ...]:
    """Phone numbers of a cell, each with its country, sorted; see the rule above."""
    found = set()
    for piece in _SEVERAL.split(text):
        for match in _PHONE.findall(piece):
            digits = "".join(c for c in match if c.isdecimal())
            if len(digits) >= _FEWEST_DIGITS:
                found.add(_with_country(digits))
    return tuple(sorted(found))


_COUNTRIES = (
    (re.compile(r"00(\d+)"), ""),
    (re.compile(r"0?([1-9]\d{7})"), "374"),
    (re.compile(r"0(\d{9})"), "994"),
    (re.compile(r"8(\d{10})"), "7"),
    (re.compile(r"(9\d{9})"), "7"),
)
"""What a number dialled like this is, less its prefix, and its country code."""


def _with_country(digits: str) -> str:
    for dialled, country in _COUNTRIES:
        match = dialled.fullmatch(digits)
        if match is not None:
            return country + match[1]
    return digits


def documents_of(text: str) -> tuple[str, ...]:
    """Document numbers of a cell: capital letters and digits, sorted.

    Cyrillic capitals that look like Latin ones are read as those; a piece without any
    digit is no number.
    """
    text = text.upper().translate(_LOOKALIKES)
    if _ONE_NUMBER.fullmatch(text):
        return (text,)
    pieces = (_SIGNS.sub("", piece) for piece in _SEVERAL.split(text))
    return tuple(sorted({p for p in pieces if _DIGIT.search(p)}))


def sex_of(text: str) -> Sex | None:
    """Sex as stated, in any of the four languages."""
    value = exact("sex", text)
    return Sex(value) if value else None


@lru_cache(maxsize=65536)
def care_in(text: str) -> tuple[Care, ...]:
    """Needs of care named in a text, sorted; nothing is concluded beyond its words."""
    found = {Care(value) for value in finder("care").all(text)}
    if Care.STRETCHER in found:
        found.discard(Care.WALKS)
    return tuple(sorted(found))


@lru_cache(maxsize=8192)
def care_of(text: str, header: str) -> tuple[Care, ...]:
    """Needs of care of a cell under a header such as "Disability" or "Lives alone".

    A cell that only says yes, or names a degree, has the need its header names.
    """
    if says("no", text):
        return ()
    return care_in(text) or tuple(c for c in care_in(header) if c is not Care.WALKS)


@lru_cache(maxsize=8192)
def number_of(text: str) -> int | None:
    """A whole number written in digits, or None."""
    return int(text) if _INTEGER.fullmatch(text) else None


@lru_cache(maxsize=8192)
def first_number_of(text: str) -> int | None:
    """The first whole number inside a text, such as a seat or "3 persons"."""
    match = _INTEGER.search(text.lstrip("-"))
    return int(match[0]) if match else None


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return says("yes", text)


def is_blank_word(text: str) -> bool:
    """Whether a cell says that nothing is known: a dash, a question mark, "no"."""
    return not fold(text) or says("no", text)
