"""A statement field by field, for a page that shows how a row was read.

Every field has the name of the attribute it comes from and a value that is text, a
number or a code (a `StrEnum`, which a page says in the reader's language).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeAlias

from stillhere.names import NameOrder, fold, split_name
from stillhere.reports.statements import (
    Birth,
    PersonStatement,
    Statement,
    WrittenName,
    WrittenPlace,
)

Value: TypeAlias = str | int | StrEnum
_LEFT_OUT = frozenset({"report", "source"})
_WORD = re.compile(r"[^\s,()]+")
_PARTS = ("given", "family", "patronymic", "maiden", "initials")
_OF_WHOLE = ("given", "family", "initials")


class BirthNote(StrEnum):
    """How sure the reading of a birth is."""

    FROM_AGE = "from_age"
    DAY_OR_MONTH = "day_or_month"
    """Day and month may have been swapped."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One field of a statement.

    Attributes:
        name: Attribute of the statement (``sex``), of its written name (``family``) or
            of its place (``settlement``).
        value: As read.
        of: The part of the statement it belongs to: ``name``, ``place``, ``person``,
            ``sought``, ``person.name`` and so on; empty for the statement itself.
    """

    name: str
    value: Value
    of: str = ""


def stated(statement: Statement) -> tuple[Stated, ...]:
    """Every filled field of a statement, in the order of its attributes.

    A whole name is told apart into the words it is written in (folded only where a word
    changed, such as a father's name); births are ``1950-03-02``, ``1950-03``,
    ``1950`` or, of two years, ``1952/1953``.
    """
    return tuple(_of(statement, ""))


def _of(value: Statement | WrittenPlace, path: str) -> Iterator[Stated]:
    for attribute in fields(value):
        name, held = attribute.name, getattr(value, attribute.name)
        if name not in _LEFT_OUT and held not in (None, "", ()):
            yield from _field(name, held, path)


def _field(name: str, held: object, path: str) -> Iterator[Stated]:
    inside = f"{path}.{name}" if path else name
    if isinstance(held, WrittenName):
        yield from _name(held, inside)
    elif isinstance(held, WrittenPlace):
        yield from _of(held, inside)
    elif isinstance(held, Birth):
        yield from _birth(held, path)
    elif isinstance(held, tuple):
        yield from (Stated(name, each, path) for each in held)
    elif isinstance(held, str | int):
        yield Stated(name, held, path)
    elif isinstance(held, PersonStatement):
        yield from _of(held, inside)


def _name(written: WrittenName, path: str) -> Iterator[Stated]:
    """The parts as understood; a cell of its own stands as it is written.

    Where there is a whole name, given and family name are read from it alone.
    """
    language = None if written.language is None else written.language.value
    whole = split_name(written.full, NameOrder(written.order), language)
    words = {fold(word, language): word for word in _WORD.findall(written.full)}
    for part in _PARTS:
        cell = getattr(written, part, "")
        of_whole = " ".join(words.get(token, token) for token in getattr(whole, part))
        text = of_whole if written.full and part in _OF_WHOLE else cell or of_whole
        if text:
            yield Stated(part, text, path)


def _birth(birth: Birth, path: str) -> Iterator[Stated]:
    yield Stated("birth", birth_text(birth), path)
    if birth.from_age:
        yield Stated("birth", BirthNote.FROM_AGE, path)
    if birth.swappable:
        yield Stated("birth", BirthNote.DAY_OR_MONTH, path)


def birth_text(birth: Birth) -> str:
    """A birth in figures, most exact form that was stated."""
    if birth.first != birth.last:
        return f"{birth.first}/{birth.last}"
    parts = [f"{birth.first:04}"]
    if birth.month:
        parts.append(f"{birth.month:02}")
        if birth.day:
            parts.append(f"{birth.day:02}")
    return "-".join(parts)
