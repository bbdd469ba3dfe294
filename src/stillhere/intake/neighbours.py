"""Meanings told by the columns beside: halves of names, streets, what is lacking."""

from stillhere.intake.assigned import (
    NOTHING,
    RUNNING_TEXT,
    SEVERAL,
    TECHNICAL,
    Assigned,
    taken,
)
from stillhere.intake.evidence import is_address, is_date, is_name, is_old
from stillhere.intake.odk import SUBMITTED
from stillhere.intake.reasons import clause
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.voice import worded


def whole_names(columns: list[Assigned]) -> list[Assigned]:
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


def streets(columns: list[Assigned]) -> list[Assigned]:
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


def once_each(columns: list[Assigned]) -> list[Assigned]:
    """Of two columns of one meaning the better known keeps it, else the first."""
    best: dict[Field, Assigned] = {}
    for column in columns:
        known = best.get(column.field)
        if known is None or (column.sure, column.whole) > (known.sure, known.whole):
            best[column.field] = column
    return [
        c
        if c.field in SEVERAL or best[c.field] is c or _half_a_name(c)
        else c.changed(Field.IGNORE, taken(best[c.field]), sure=c.why == TECHNICAL)
        for c in columns
    ]


def _half_a_name(column: Assigned) -> bool:
    """Whether two columns are both called "name" and hold one word each."""
    return column.field is Field.NAME and not column.values.mostly(is_name)


def by_others(columns: list[Assigned]) -> list[Assigned]:
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


_UNKNOWN = (NOTHING, RUNNING_TEXT)
