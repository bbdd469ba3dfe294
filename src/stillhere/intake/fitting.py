"""Meanings that depend on what the list is for, once that is known."""

from collections.abc import Callable, Sequence

from stillhere.intake.assigned import SAID, Assigned
from stillhere.intake.evidence import is_code, is_event, is_number
from stillhere.intake.meanings import meaning_of
from stillhere.intake.reasons import clause
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.voice import worded

_K, _F = ReportKind, Field
_EXCHANGES: dict[ReportKind, tuple[tuple[Field, Field], ...]] = {
    _K.SERVICE: ((_F.CARE, _F.STATE), (_F.RESULT, _F.STATE), (_F.WHAT, _F.SERVICE)),
    _K.REMAINS: ((_F.CARE, _F.STATE), (_F.RESULT, _F.STATE)),
    _K.PROPERTY: ((_F.CARE, _F.STATE), (_F.NAME, _F.OWNER)),
    _K.ANIMALS: (
        (_F.CARE, _F.STATE),
        (_F.NAME, _F.OWNER),
        (_F.ORDINAL, _F.VALUE),
    ),
    _K.VISIT: ((_F.STATE, _F.RESULT),),
    _K.COUNT: ((_F.PEOPLE, _F.VALUE), (_F.ENQUIRER, _F.ACTOR)),
    _K.CALL: ((_F.PHONE, _F.ENQUIRER_PHONE),),
}
"""What a meaning is in a list of this kind, where nothing has the other meaning yet."""
_TOLD: tuple[tuple[Field, Callable[[str], bool]], ...] = (
    (_F.WHAT, is_event),
    (_F.STATE, is_event),
    (_F.RESULT, is_event),
    (_F.CARE, is_event),
)
"""In lists of persons these may say what became of each."""
_FEW_LISTS = 0.2
_PERSONS = (_F.NAME, _F.FAMILY_NAME, _F.GIVEN_NAME)


def fitted(columns: Sequence[Assigned], kind: ReportKind) -> list[Assigned]:
    """The columns with the meanings they have in a list of this kind."""
    fields = {c.field for c in columns}
    found = list(columns)
    for before, after in _EXCHANGES.get(kind, ()):
        if before in fields and after not in fields and _fits(found, before, after):
            found = [_changed(c, before, after) for c in found]
            fields.add(after)
    if kind is _K.PERSON and _F.LIST not in fields:
        found = [_list_of_source(c) for c in found]
    if kind is _K.PERSON and _F.EVENT not in fields:
        found = _with_event(found)
    if kind is _K.TRACING:
        found = _phones_of_enquirers(found)
    return found


def _list_of_source(column: Assigned) -> Assigned:
    """A source that is a few codes over and over says which list a row is of."""
    values = column.values
    if not _is_source(column) or not values.mostly(is_code):
        return column
    if len(set(values.cells)) > _FEW_LISTS * len(values.cells):
        return column
    return _changed(column, column.field, _F.LIST)


def _is_source(column: Assigned) -> bool:
    if column.why == SAID:
        return False
    meaning = meaning_of(column.header) if column.field is _F.IGNORE else None
    called = meaning is not None and meaning.word == "source"
    return called or column.field is _F.HOW_KNOWN


def _fits(columns: Sequence[Assigned], before: Field, after: Field) -> bool:
    """Whether values allow it: a figure must be one."""
    if after is not _F.VALUE:
        return True
    return all(c.values.mostly(is_number) for c in columns if c.field is before)


def _changed(column: Assigned, before: Field, after: Field) -> Assigned:
    if column.field is not before:
        return column
    there = clause(worded("in a list of this kind"))
    return column.changed(after, (*column.why, there))


def _with_event(columns: list[Assigned]) -> list[Assigned]:
    for field, test in _TOLD:
        for place, column in enumerate(columns):
            if column.field is field and column.values.mostly(test):
                told = clause(worded("and its values say what became of each"))
                columns[place] = column.changed(_F.EVENT, (*column.why, told))
                return columns
    return columns


def _phones_of_enquirers(columns: list[Assigned]) -> list[Assigned]:
    """A phone column that follows the enquirer, not the sought person, is theirs."""
    if any(c.field is _F.ENQUIRER_PHONE for c in columns):
        return columns
    of_enquirer = False
    found = []
    for column in columns:
        if column.field is _F.ENQUIRER or column.field in _PERSONS:
            of_enquirer = column.field is _F.ENQUIRER
        if column.field is _F.PHONE and of_enquirer:
            beside = clause(worded("beside the enquirer"))
            why = (*column.why, beside)
            found.append(column.changed(_F.ENQUIRER_PHONE, why))
        else:
            found.append(column)
    return found
