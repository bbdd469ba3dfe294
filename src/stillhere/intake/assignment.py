"""From headers and values to the meaning of each column, with the reason for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stillhere.intake.evidence import (
    TESTS,
    Values,
    is_address,
    is_age,
    is_date,
    is_name,
    is_number,
    is_old,
    is_phone,
    is_sex,
    is_small_number,
    is_text,
    is_year,
)
from stillhere.intake.meanings import meaning_of
from stillhere.intake.odk import SUBMITTED, is_odk, technical_field
from stillhere.intake.reasons import Our, Why, clause
from stillhere.intake.words import fold
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.voice import worded
from stillhere.vocabulary.words import in_words

_SEVERAL = frozenset(
    {
        Field.IGNORE, Field.NOTE, Field.PHONE, Field.DOCUMENT, Field.CARE, Field.ALONE,
        Field.ADDRESS,
    }
)  # fmt: skip
"""Meanings more than one column may have."""
_TECHNICAL = (clause(worded("a technical column of a form")),)
_NOTHING = (clause(worded("nothing tells what it means")),)
_RUNNING_TEXT = (clause(worded("its values are running text")),)
_NUMBERS = frozenset(
    fold(word)
    for word in ("№", "no", "nr", "number", "code", "id", "номер", "код", "ид", "համար",
                 "համարը", "կոդ", "nömrə", "nömrəsi", "kod", "kodu")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assigned:
    """One column with its meaning.

    Attributes:
        language: Of the known word in its header; empty where none.
        whole: The whole header was known.
        sure: Header and values agree.
        why: What tells so, to be said beside the column.
    """

    header: str
    field: Field
    why: Why
    values: Values
    language: str = ""
    whole: bool = True
    sure: bool = True

    def changed(self, field: Field, why: Why, *, sure: bool = True) -> "Assigned":
        """The same column with another meaning."""
        return Assigned(
            self.header, field, why, self.values, self.language, self.whole, sure
        )


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
    return _by_others(_once_each(_streets(_whole_names(found))))


def as_stated(
    columns: Sequence[Assigned], stated: Mapping[str, Field]
) -> list[Assigned]:
    """The columns with the meanings a person states for some of them.

    A meaning that is stated for one column is no longer that of a column nobody spoke
    of, unless several may have it.
    """
    kept = {f for f in stated.values() if f not in _SEVERAL}
    said = (clause(worded("a person says so")),)
    return [
        c.changed(stated[c.header], said)
        if c.header in stated
        else c.changed(Field.IGNORE, said)
        if c.field in kept
        else c
        for c in columns
    ]


def _by_header(header: str, values: Values, *, odk: bool) -> Assigned:
    if odk:
        technical = technical_field(header)
        if technical is not None:
            return Assigned(header, technical, _TECHNICAL, values)
    meaning = meaning_of(header)
    if meaning is None:
        return Assigned(header, Field.IGNORE, (), values, sure=False)
    why = (clause(worded("the word “{word}” in its header"), word=meaning.word),)
    sure = meaning.whole or " " in meaning.word
    return Assigned(
        header, meaning.field, why, values, meaning.language, meaning.whole, sure
    )


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
        (is_text, Field.NOTE, _RUNNING_TEXT),
    ):
        if values.mostly(test) and (field is not Field.PHONE or _long(values)):
            return column.changed(field, why, sure=False)
    return column.changed(Field.IGNORE, _NOTHING, sure=False)


def _long(values: Values) -> bool:
    return values.mostly(lambda c: sum(x.isdecimal() for x in c) >= 8)


def _keyed(column: Assigned, *, only: bool) -> Assigned:
    """A key must be filled and different in every row; else it is no key.

    A header nobody knows that speaks of a number or code is a key where it can be one.
    """
    if _numbers(column.header) and (column.why == _NOTHING or _of_whom(column)):
        if only:
            numbers = clause(worded("it numbers its rows, each differently"))
            return column.changed(Field.KEY, (numbers,))
        return column.changed(Field.IGNORE, _NOTHING, sure=False)
    if column.field is not Field.KEY or only:
        return column
    alike = clause(worded("its values are not different in every row"))
    return column.changed(Field.IGNORE, (alike,))


def _of_whom(column: Assigned) -> bool:
    """Whether only a word for a person beside the number gave a column its meaning."""
    return column.field in (Field.NAME, Field.WHAT) and not column.whole


def _numbers(header: str) -> bool:
    plain = header.rpartition("#")[0] or header
    return not _NUMBERS.isdisjoint(fold(plain).split())


def _whole_names(columns: list[Assigned]) -> list[Assigned]:
    """Beside a family-name column, a column called "name" holds given names."""
    fields = {c.field for c in columns}
    if Field.FAMILY_NAME not in fields or Field.GIVEN_NAME in fields:
        return columns
    beside = clause(worded("beside a column of family names"))
    return [
        c.changed(Field.GIVEN_NAME, (*c.why, beside))
        if c.field is Field.NAME and not c.values.mostly(is_name)
        else c
        for c in columns
    ]


def _streets(columns: list[Assigned]) -> list[Assigned]:
    """Beside house numbers, an address without any is the street; a second is none."""
    fields = {c.field for c in columns}
    if Field.HOUSE not in fields or Field.STREET in fields:
        return columns
    bare = [c for c in columns if c.field is Field.ADDRESS and _without_number(c)]
    beside = clause(worded("beside a column of house numbers"))
    return [
        c.changed(Field.STREET if c is bare[0] else Field.IGNORE, (*c.why, beside))
        if c in bare
        else c
        for c in columns
    ]


def _without_number(column: Assigned) -> bool:
    return column.values.mostly(lambda cell: not any(c.isdecimal() for c in cell))


def _once_each(columns: list[Assigned]) -> list[Assigned]:
    """Of two columns of one meaning the better known keeps it, else the first."""
    best: dict[Field, Assigned] = {}
    for column in columns:
        known = best.get(column.field)
        if known is None or (column.sure, column.whole) > (known.sure, known.whole):
            best[column.field] = column
    return [
        c
        if c.field in _SEVERAL or best[c.field] is c or _half_a_name(c)
        else c.changed(
            Field.IGNORE,
            _taken(best[c.field]),
            sure=c.why == _TECHNICAL,
        )
        for c in columns
    ]


def _taken(by: Assigned) -> Why:
    """Another column has the meaning already."""
    words = worded("“{header}” means {meaning} already")
    return (clause(words, header=by.header, meaning=Our(in_words(by.field))),)


def _half_a_name(column: Assigned) -> bool:
    """Whether two columns are both called "name" and hold one word each."""
    return column.field is Field.NAME and not column.values.mostly(is_name)


def _by_others(columns: list[Assigned]) -> list[Assigned]:
    """Fill what a list of persons lacks from columns nobody knew."""
    fields = {c.field for c in columns}
    wanted = []
    if not fields & {Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME}:
        wanted.append((is_name, Field.NAME, worded("its values are whole names")))
    if not fields & {Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.AGE}:
        born = worded("its values are dates of birth")
        wanted.append((is_old, Field.BIRTH_DATE, born))
    if not fields & {Field.ADDRESS, Field.STREET}:
        wanted.append((is_address, Field.ADDRESS, worded("its values are addresses")))
    if Field.DATE not in fields:
        wanted.append((is_date, Field.DATE, worded("its values are dates")))
    for test, field, words in wanted:
        for place, column in enumerate(columns):
            usable = column.why in _UNKNOWN or column.header == SUBMITTED
            if usable and column.values.mostly(test):
                columns[place] = column.changed(field, (clause(words),), sure=False)
                break
    return columns


_UNKNOWN = (_NOTHING, _RUNNING_TEXT)
