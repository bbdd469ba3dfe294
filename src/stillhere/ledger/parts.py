"""The small parts of an entry.

Named tuples, because a picture holds some hundred thousand of them and their canonical
text is then taken without a detour.
"""

from typing import NamedTuple, NewType

from stillhere.intake import PlaceKey
from stillhere.reports import ReportId
from stillhere.vocabulary import Care, Language, PersonEvent, Status

MentionId = ReportId
"""One mention per report that states a person."""

HouseholdId = NewType("HouseholdId", str)
"""32 hex digits from the source and the household text in it."""


class Word(NamedTuple):
    """What one source says of the person: one mention, or a death established."""

    event: PersonEvent
    date: str | None
    source: str
    report: ReportId


class NameAs(NamedTuple):
    """A name as one source wrote it; the first source in order of preference."""

    text: str
    language: Language | None
    source: str
    report: ReportId


class Home(NamedTuple):
    """Where the person lived, as the preferred source wrote it.

    Attributes:
        settlement: Key of the settlement; empty where none was stated.
        dwelling: Key of the dwelling or building; empty where no address was stated.
        text: One line as written.
        report: Who says so.
    """

    settlement: PlaceKey
    dwelling: PlaceKey
    text: str
    report: ReportId


class CareNote(NamedTuple):
    """One need of care and the report that states it (the earliest by date, then id)."""

    care: Care
    date: str | None
    report: ReportId


class Ask(NamedTuple):
    """An open question about the person: a tracing request, or a call that names them."""

    kind: str
    date: str | None
    source: str
    report: ReportId


class Death(NamedTuple):
    """A death established by the competent authority."""

    date: str | None
    authority: str
    document: str
    source: str
    report: ReportId


class Side(NamedTuple):
    """One side of a conflict, as stated."""

    value: str
    date: str | None
    source: str
    report: ReportId


class Conflict(NamedTuple):
    """Statements that cannot all hold; every side is kept.

    Attributes:
        kind: ``birth``, ``sex``, ``order`` (left after arriving), ``status`` (gone, and
            later here), ``seen_after_leaving``, ``reported_dead``, ``after_death``.
        sides: The preferred side first.
    """

    kind: str
    sides: tuple[Side, ...]


class Standing(NamedTuple):
    """What the household of a person and the rules add to their entry."""

    status: Status
    probable: Status | None
    household: HouseholdId | None
    alone: bool
    dependent: bool
    concern: int
    reasons: tuple[str, ...]
    taken: tuple[tuple[str, ReportId], ...]
