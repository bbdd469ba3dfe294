"""From headers and values to the meaning of each column, with the reason for each."""

from collections.abc import Sequence

from stillhere.intake.assigned import NOTHING, RUNNING_TEXT, TECHNICAL, Assigned
from stillhere.intake.evidence import (
    TESTS,
    Values,
    is_address,
    is_age,
    is_code,
    is_date,
    is_name,
    is_number,
    is_phone,
    is_sex,
    is_small_number,
    is_text,
    is_year,
)
from stillhere.intake.meanings import meaning_of
from stillhere.intake.neighbours import by_others, once_each, streets, whole_names
from stillhere.intake.odk import is_odk, technical_field
from stillhere.intake.reasons import clause
from stillhere.intake.words import fold
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.voice import worded

_NUMBERS = frozenset(
    fold(word)
    for word in ("№", "no", "nr", "number", "code", "id", "номер", "код", "ид", "համար",
                 "համարը", "կոդ", "nömrə", "nömrəsi", "kod", "kodu")
)  # fmt: skip


def assign(
    headers: Sequence[str], columns: Sequence[Values], unique: Sequence[bool]
) -> list[Assigned]:
    """The meaning of each column, in the order given.

    Args:
        headers: One per column.
        columns: Values of the sample.
        unique: Whether all rows of the column are filled and different.
    """
    odk = is_odk(headers)
    found = [
        _keyed(_by_values(_by_header(h, v, odk=odk)), only=u)
        for h, v, u in zip(headers, columns, unique, strict=True)
    ]
    return by_others(once_each(streets(whole_names(found))))


def _by_header(header: str, values: Values, *, odk: bool) -> Assigned:
    if odk:
        technical = technical_field(header)
        if technical is not None:
            return Assigned(header, technical, TECHNICAL, values)
    meaning = meaning_of(header)
    if meaning is None:
        return Assigned(header, Field.IGNORE, (), values, sure=False)
    why = (clause(worded("the word “{word}” in its header"), word=meaning.word),)
    if meaning.word in _NUMBERED and values.mostly(_without_digit):
        otherwise = clause(worded("but its values look otherwise"))
        return Assigned(header, Field.IGNORE, (*why, otherwise), values, sure=False)
    sure = meaning.whole or " " in meaning.word
    return Assigned(
        header, meaning.field, why, values, meaning.language, meaning.whole, sure
    )


_NUMBERED = frozenset({fold("родина")})
"""Words that mean a household beside numbers alone: a family in Ukrainian, in Russian a
homeland."""


def _without_digit(text: str) -> bool:
    return not any(c.isdecimal() for c in text)


_EXCHANGES = (
    (Field.SETTLEMENT, is_small_number, Field.ORDINAL),
    (Field.FAMILY_NAME, is_number, Field.HOUSEHOLD),
    (Field.BIRTH_DATE, is_year, Field.BIRTH_YEAR),
    (Field.BIRTH_DATE, is_age, Field.AGE),
    (Field.BIRTH_YEAR, is_date, Field.BIRTH_DATE),
    (Field.BIRTH_YEAR, is_age, Field.AGE),
    (Field.AGE, is_date, Field.BIRTH_DATE),
    (Field.AGE, is_year, Field.BIRTH_YEAR),
    (Field.TIME, is_date, Field.DATE),
    (Field.HOUSE, is_text, Field.ADDRESS),
    (Field.ORDINAL, is_phone, Field.PHONE),
    (Field.HEAD, is_number, Field.HOUSEHOLD),
    (Field.HOUSEHOLD, is_name, Field.HEAD),
    (Field.CODE, is_name, Field.NAME),
    (Field.SETTLEMENT, is_address, Field.ADDRESS),
)
"""Meaning by the header, how its values look, what it then is. First that fits."""
_OTHERWISE = {
    Field.ORDINAL: Field.IGNORE,
    Field.DATE: Field.IGNORE,
    Field.SEX: Field.SEX,
    Field.PHONE: Field.PHONE,
}


def _by_values(column: Assigned) -> Assigned:
    """The meaning corrected by the values; the header alone where it is empty."""
    values = column.values
    if not values.cells:
        return column
    for field, test, instead in _EXCHANGES:
        usual = TESTS.get(field)
        if (
            column.field is field
            and values.mostly(test)
            and not (
                usual is not None
                and field not in (Field.BIRTH_DATE, Field.BIRTH_YEAR)
                and values.mostly(usual)
            )
        ):
            values_too = clause(worded("and its values"))
            return column.changed(instead, (*column.why, values_too))
    expected = TESTS.get(column.field)
    if expected is None or values.mostly(expected):
        return column if column.why else _by_values_alone(column)
    field = _OTHERWISE.get(column.field, column.field)
    otherwise = clause(worded("but its values look otherwise"))
    return column.changed(field, (*column.why, otherwise), sure=False)


def _by_values_alone(column: Assigned) -> Assigned:
    """A column whose header nobody knows."""
    values = column.values
    for test, field, why in (
        (is_sex, Field.SEX, (clause(worded("its values are words for a sex")),)),
        (is_phone, Field.PHONE, (clause(worded("its values are phone numbers")),)),
        (is_text, Field.NOTE, RUNNING_TEXT),
    ):
        if values.mostly(test) and (field is not Field.PHONE or _long(values)):
            return column.changed(field, why, sure=False)
    return column.changed(Field.IGNORE, NOTHING, sure=False)


def _long(values: Values) -> bool:
    return values.mostly(lambda c: sum(x.isdecimal() for x in c) >= 8)


def _keyed(column: Assigned, *, only: bool) -> Assigned:
    """A key must be filled and different in every row; else it is no key.

    A header nobody knows that speaks of a number or code is a key where it can be one.
    """
    coded = column.field in _CODED and column.values.mostly(is_code)
    numbered = _numbers(column.header) and (column.why == NOTHING or _of_whom(column))
    if only and (coded or numbered):
        numbers = clause(worded("it numbers its rows, each differently"))
        return column.changed(Field.KEY, (numbers,))
    if numbered or (coded and column.field is Field.NAME):
        return column.changed(Field.IGNORE, NOTHING, sure=False)
    if column.field is not Field.KEY or only:
        return column
    alike = clause(worded("its values are not different in every row"))
    return column.changed(Field.IGNORE, (alike,))


_CODED = (Field.IGNORE, Field.ORDINAL, Field.NAME, Field.HEAD)
"""Meanings that a column of codes, each different, does not have."""


def _of_whom(column: Assigned) -> bool:
    """Whether only a word for a person beside the number gave a column its meaning."""
    return column.field in (Field.NAME, Field.WHAT) and not column.whole


def _numbers(header: str) -> bool:
    plain = header.rpartition("#")[0] or header
    return not _NUMBERS.isdisjoint(fold(plain).split())
