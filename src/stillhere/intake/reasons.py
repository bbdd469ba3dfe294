"""Why a profile is proposed as it is: clauses with what was seen, said in any voice.

Words of a list stand in a reason as written; everything else is the reader's.
"""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from stillhere.names import NameOrder
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.voice import ENGLISH, Voice, worded
from stillhere.vocabulary.words import in_words


class Our(NamedTuple):
    """Words of our own inside a clause, in English."""

    words: str


class On(NamedTuple):
    """A date inside a clause, ISO."""

    iso: str


@dataclass(frozen=True, slots=True)
class Clause:
    """Words in English and what goes into them: texts of a list as written, and ours."""

    words: str
    values: "tuple[tuple[str, Value], ...]" = ()

    def spoken(self, voice: Voice) -> str:
        """In the words of a voice."""
        put = {name: _said(value, voice) for name, value in self.values}
        return voice.text(self.words).format(**put)


Value: TypeAlias = str | int | Our | On | Clause


def clause(words: str, **values: Value) -> Clause:
    """A clause; `words` hold each name in braces."""
    return Clause(words, tuple(values.items()))


Why: TypeAlias = tuple[Clause, ...]
"""What tells a meaning, the first sign first; empty where nothing was seen yet."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a proposal.

    Attributes:
        why: Clauses of a column; of the list as a whole one sentence.
        header: Of the column; empty for the list.
        field: What the column means; None for the list.
    """

    why: Why
    header: str = ""
    field: Field | None = None

    def because(self, voice: Voice = ENGLISH) -> str:
        """The clauses alone."""
        return ", ".join(clause.spoken(voice) for clause in self.why)

    def spoken(self, voice: Voice) -> str:
        """The sentence in the words of a voice."""
        because = self.because(voice)
        if self.field is None:
            return because
        if self.field is Field.IGNORE:
            words = voice.text(worded("“{header}” is not read: {why}."))
            return words.format(header=self.header, why=because)
        words = voice.text(worded("“{header}” means {meaning}: {why}."))
        meaning = voice.text(in_words(self.field))
        return words.format(header=self.header, meaning=meaning, why=because)

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return self.spoken(ENGLISH)


ORDERS = {  # said to readers
    NameOrder.GIVEN_FAMILY: "given name, family name",
    NameOrder.FAMILY_GIVEN: "family name, given name",
    NameOrder.FAMILY_GIVEN_PATRONYMIC: "family name, given name, father's name",
    NameOrder.FAMILY_PATRONYMIC_GIVEN: "family name, father's name, given name",
    NameOrder.GIVEN_PATRONYMIC_FAMILY: "given name, father's name, family name",
    NameOrder.UNKNOWN: "order not known",
}
LISTS = {  # said to readers
    "register": "register of residents",
    "manifest": "list of passengers",
    "arrival": "list of arrivals",
    "staying": "list of people who stayed",
    "social": "list of a social service",
    "hospital": "list of people in care",
    "hotline": "list of calls",
    "tracing": "list of tracing requests",
    "visit": "list of visits",
    "morgue": "list of the dead",
    "service": "list of services",
    "property": "list of property left behind",
    "animals": "list of animals",
    "intention": "list of intentions",
    "need": "list of needs",
    "count": "list of stated figures",
    "assurance": "list of assurances",
    "vehicle": "list of vehicles",
    "trip": "list of trips",
    "clearance": "list of clearances",
}
"""What a list is for, by the name of its purpose."""


def _said(value: Value, voice: Voice) -> str:
    match value:
        case Our(words):
            return voice.text(words)
        case On(iso):
            return voice.day(iso)
        case Clause():
            return value.spoken(voice)
        case int():
            return voice.number(value)
        case str():
            return value
