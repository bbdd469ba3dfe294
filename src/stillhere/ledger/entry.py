"""A line of the ledger: what all reports together say of one person.

Entries hold integers, codes, texts as written and ISO dates: never an age, never a number
of days since something.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from stillhere.ledger.parts import (
    Ask,
    CareNote,
    Conflict,
    Death,
    Home,
    HouseholdId,
    MentionId,
    NameAs,
    Standing,
    Word,
)
from stillhere.ledger.rules import EVENT_STATUS
from stillhere.reports import ReportId
from stillhere.reports.statements import Birth
from stillhere.vocabulary import Sex, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """One person as the reports together have them.

    Attributes:
        id: The referent: the smallest mention of the cluster.
        status: Where they stand; `UNACCOUNTED` is computed, never typed in.
        probable: What too weak evidence would have made it; None where nothing is weak.
        since: ISO date of the word behind the status; None where it has none.
        where: Settlement, centre or facility of that word, as written.
        name: Preferred way of writing (register first); empty for a person without name.
        names: Every way of writing, preferred first.
        birth, sex: As the preferred source states them, or None.
        home: Where they lived, or None.
        origin: Settlement key of where a list says they came from; empty where none does.
        household: Household they belong to by the lists, or None.
        care: Needs of care, in the order of `Care`.
        alone: Household of one, said to live alone, or everybody else of the household
            accounted for without them.
        dependent: 75 or older in the year of `as_of`, a need of care, or a child alone.
        asked_for: Open tracing requests and calls, by date.
        last_word: Latest ISO date on which somebody had word of them.
        words: One per mention, by date and report.
        death: Set only where a competent authority has established it.
        conflicts: What does not agree, both sides kept.
        lists: Number of independent sources behind the status.
        strong: A document, a phone number or a person's judgement ties the word behind
            the status to the person it is about.
        concern: Rank for the list without word: higher first; 0 for who is not listed.
        reasons: Codes of what makes up `concern`, in the order of the table.
        taken: Value name and the report it was taken from.
    """

    id: MentionId
    status: Status
    probable: Status | None
    since: str | None
    where: str
    name: str
    names: tuple[NameAs, ...]
    birth: Birth | None
    sex: Sex | None
    home: Home | None
    origin: str
    household: HouseholdId | None
    care: tuple[CareNote, ...]
    alone: bool
    dependent: bool
    asked_for: tuple[Ask, ...]
    last_word: str | None
    words: tuple[Word, ...]
    death: Death | None
    conflicts: tuple[Conflict, ...]
    lists: int
    strong: bool
    concern: int
    reasons: tuple[str, ...]
    taken: tuple[tuple[str, ReportId], ...]

    def settled(self, standing: Standing) -> "Entry":
        """The same person with what their household and the rules add."""
        return Entry(
            self.id,
            standing.status,
            standing.probable,
            self.since,
            self.where,
            self.name,
            self.names,
            self.birth,
            self.sex,
            self.home,
            self.origin,
            standing.household,
            self.care,
            standing.alone,
            standing.dependent,
            self.asked_for,
            self.last_word,
            self.words,
            self.death,
            self.conflicts,
            self.lists,
            self.strong,
            standing.concern,
            standing.reasons,
            standing.taken,
        )

    @property
    def members(self) -> tuple[MentionId, ...]:
        """The mentions held to be this person, sorted."""
        return tuple(sorted(word.report for word in self.words))

    @property
    def listed(self) -> bool:
        """Whether the person stands in the list of those without word."""
        return self.status.listed

    @property
    def missing(self) -> bool:
        """Whether "missing" may be said: no word, and sought in an open request."""
        return self.listed and any(ask.kind == "tracing" for ask in self.asked_for)

    def cites(self, name: str) -> tuple[ReportId, ...]:
        """Reports behind a value of this entry, sorted; every mention for the id.

        Args:
            name: Name of an attribute.

        Returns:
            At least one report for every value that is set; none for an empty one.

        Raises:
            KeyError: No attribute has this name.
        """
        return tuple(sorted(set(_CITES[name](self))))


Reports: TypeAlias = Iterable[ReportId]


def _all(entry: Entry) -> Reports:
    return (word.report for word in entry.words)


def _behind_status(entry: Entry) -> Reports:
    if entry.death is not None:
        return (entry.death.report,)
    said = entry.probable or entry.status
    settled = [w.report for w in entry.words if EVENT_STATUS.get(w.event) is said]
    return settled or _all(entry)


def _behind_name(entry: Entry) -> Reports:
    return (name.report for name in entry.names if name.text == entry.name)


def _behind_home(entry: Entry) -> Reports:
    return () if entry.home is None else (entry.home.report,)


def _behind_care(entry: Entry) -> Reports:
    return (note.report for note in entry.care)


def _behind_asks(entry: Entry) -> Reports:
    return (ask.report for ask in entry.asked_for)


def _behind_last_word(entry: Entry) -> Reports:
    date = entry.last_word
    return (w.report for w in entry.words if date is not None and w.date == date)


def _behind_conflicts(entry: Entry) -> Reports:
    return (s.report for conflict in entry.conflicts for s in conflict.sides)


def _taken(name: str) -> Callable[[Entry], Reports]:
    return lambda entry: (report for what, report in entry.taken if what == name)


def _behind_dependent(entry: Entry) -> Reports:
    return [*_behind_care(entry), *_taken("birth")(entry)] if entry.dependent else ()


def _behind_concern(entry: Entry) -> Reports:
    if not entry.reasons:
        return _all(entry) if entry.concern else ()
    parts = (_behind_dependent, _behind_care, _behind_asks, _taken("alone"))
    return [report for part in parts for report in part(entry)] or _all(entry)


_CITES: Mapping[str, Callable[[Entry], Reports]] = {
    **dict.fromkeys(("id", "members", "words", "listed", "missing"), _all),
    **dict.fromkeys(
        ("status", "probable", "since", "where", "lists", "strong"), _behind_status
    ),
    "death": lambda entry: () if entry.death is None else (entry.death.report,),
    "name": _behind_name,
    "names": lambda entry: (name.report for name in entry.names),
    **{name: _taken(name) for name in ("birth", "sex", "origin", "household", "alone")},
    "home": _behind_home,
    "care": _behind_care,
    "dependent": _behind_dependent,
    "asked_for": _behind_asks,
    "last_word": _behind_last_word,
    "conflicts": _behind_conflicts,
    "concern": _behind_concern,
    "reasons": _behind_concern,
}
