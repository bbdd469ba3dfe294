"""One column of a list with its meaning, and why it has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stillhere.intake.evidence import Values
from stillhere.intake.reasons import Our, Why, clause
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.voice import worded
from stillhere.vocabulary.words import in_words

SEVERAL = frozenset(
    {
        Field.IGNORE, Field.NOTE, Field.PHONE, Field.DOCUMENT, Field.CARE, Field.ALONE,
        Field.ADDRESS,
    }
)  # fmt: skip
"""Meanings more than one column may have."""
TECHNICAL = (clause(worded("a technical column of a form")),)
"""Why a column has a meaning nobody reads, in an export of a form."""
NOTHING = (clause(worded("nothing tells what it means")),)
SAID = (clause(worded("a person says so")),)
RUNNING_TEXT = (clause(worded("its values are running text")),)


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


def as_stated(
    columns: Sequence[Assigned], stated: Mapping[str, Field]
) -> list[Assigned]:
    """The columns with the meanings a person states for some of them.

    A meaning that is stated for one column is no longer that of a column nobody spoke
    of, unless several may have it.
    """
    columns = [
        c.changed(stated[c.header], SAID) if c.header in stated else c for c in columns
    ]
    kept = {c.field: c for c in columns if c.header in stated}
    return [
        c.changed(Field.IGNORE, taken(kept[c.field]))
        if c.field in kept and c.field not in SEVERAL and c.header not in stated
        else c
        for c in columns
    ]


def taken(by: Assigned) -> Why:
    """Another column has the meaning already."""
    words = worded("“{header}” means {meaning} already")
    return (clause(words, header=by.header, meaning=Our(in_words(by.field))),)
