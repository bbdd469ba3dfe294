"""What a person can say in a profile: its settings and their values.

A page makes its form of this. Which meanings of columns a kind reads is asked of the
readers themselves, so that the list cannot differ from them.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from stillhere.intake.stating import LIST_KINDS, reader_of
from stillhere.names import NameOrder
from stillhere.reports.profile import Profile
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import PersonEvent


class Answer(StrEnum):
    """What a setting is answered with."""

    CODE = "code"
    YES_OR_NO = "yes_or_no"
    DATE = "date"
    """ISO date, or the year alone."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a profile.

    Attributes:
        name: Attribute of `Profile`.
        answer: What it is answered with.
        codes: Allowed codes, in the order to offer them.
        may_be_empty: Whether nothing is an answer too.
    """

    name: str
    answer: Answer
    codes: tuple[StrEnum, ...] = ()
    may_be_empty: bool = False


SETTINGS = (
    Setting("kind", Answer.CODE, LIST_KINDS),
    Setting("event", Answer.CODE, tuple(PersonEvent), may_be_empty=True),
    Setting("language", Answer.CODE, tuple(Language), may_be_empty=True),
    Setting("name_order", Answer.CODE, tuple(NameOrder)),
    Setting("date", Answer.DATE, may_be_empty=True),
    Setting("month_first", Answer.YES_OR_NO),
    Setting("once", Answer.YES_OR_NO),
    Setting("register", Answer.YES_OR_NO),
)
"""Every setting of a profile beside its columns, in the order to ask."""


@cache
def meanings_of(kind: ReportKind) -> tuple[Field, ...]:
    """The meanings a column of a list of this kind can have, as the code list has them.

    `Field.IGNORE` is the first; `Field.KEY` is one of every kind. Other meanings may
    stand in a profile and are read as nothing.
    """
    asked = {Field.IGNORE, Field.KEY}
    reader_of(_Asked("", kind, (), asked=asked))
    return tuple(f for f in Field if f in asked)


@dataclass(frozen=True)
class _Asked(Profile):
    """A profile that remembers which meanings it was asked for."""

    asked: set[Field] = field(default_factory=set, hash=False, compare=False)

    def headers(self, field: Field) -> tuple[str, ...]:
        self.asked.add(field)
        return ()
