"""What does not agree about a person, both sides in words."""

from dataclasses import dataclass

from stillhere.desk.saying import day
from stillhere.desk.views.stated import years_words
from stillhere.desk.wording import conflict_words, in_words
from stillhere.ledger import Conflict, Entry
from stillhere.reports import ReportId
from stillhere.vocabulary import PersonEvent, Sex


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it says, who says so, when; the report behind it."""

    says: str
    source: str
    date: str
    report: ReportId


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What does not agree, the side that counts first."""

    about: str
    sides: tuple[Side, ...]


def disagreements(entry: Entry) -> list[Disagreement]:
    """All conflicts of a person."""
    return [_of(conflict) for conflict in entry.conflicts]


def _of(conflict: Conflict) -> Disagreement:
    sides = tuple(
        Side(_words(conflict.kind, s.value), s.source, s.date or "", s.report)
        for s in conflict.sides
    )
    return Disagreement(conflict_words(conflict.kind), sides)


def _words(kind: str, value: str) -> str:
    if kind == "birth":
        first, _, last = value.partition("..")
        return years_words(first, last) if last else day(value)
    return in_words(Sex(value) if kind == "sex" else PersonEvent(value))
