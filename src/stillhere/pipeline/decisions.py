"""Deaths established, searches closed, and what erasures leave behind, kept up to date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from stillhere.ledger import Death, HouseholdId, MentionId
from stillhere.ledger.household import household_id
from stillhere.pipeline.readings import Delta
from stillhere.reports import Report, ReportId, clean_text
from stillhere.reports.book import Book
from stillhere.reports.statements import DeathEstablished, Judgement
from stillhere.vocabulary import ReportKind, Scope

Remainder = tuple[HouseholdId, int]


@dataclass(slots=True)
class DecisionChange:
    """What decisions changed.

    Attributes:
        mentions: Mentions named by a death or a closing that came or went.
        groups: Households an erasure leaves somebody of.
        judgements_gone, judgements_come: For identity.
    """

    mentions: set[MentionId] = field(default_factory=set)
    groups: set[HouseholdId] = field(default_factory=set)
    judgements_gone: list[Judgement] = field(default_factory=list)
    judgements_come: list[Judgement] = field(default_factory=list)


class Decisions:
    """Decisions in force, by what they decide.

    Attributes:
        judgements: By report.
        deaths: By the mention they name, by report.
        closed: Reports whose search is closed, with the closings that say so.
        remainders: By group, erasures and the people each leaves accounted for.
    """

    HELD: ClassVar[tuple[str, ...]] = (
        *("deaths", "closed", "remainders"),
        *("judgements", "_closing", "_leaving"),
    )
    """What it knows beside its book."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.deaths: dict[MentionId, list[Death]] = {}
        self.closed: dict[ReportId, set[ReportId]] = {}
        self.remainders: dict[HouseholdId, dict[ReportId, int]] = defaultdict(dict)
        self.judgements: dict[ReportId, Judgement] = {}
        self._closing: dict[ReportId, tuple[ReportId, ...]] = {}
        self._leaving: dict[ReportId, Remainder] = {}

    def advance(self, delta: Delta, affected: Iterable[ReportId]) -> DecisionChange:
        """Take in what changed; say whom it bears on."""
        change = DecisionChange()
        for statement in delta.gone.values():
            if isinstance(statement, DeathEstablished):
                self._revive(statement, change)
            elif isinstance(statement, Judgement):
                change.judgements_gone.append(self.judgements.pop(statement.report))
        for statement in delta.come.values():
            if isinstance(statement, DeathEstablished):
                self._mourn(statement, change)
            elif isinstance(statement, Judgement):
                self.judgements[statement.report] = statement
                change.judgements_come.append(statement)
        for report in affected:
            known = self._book.reports.get(report)
            if known is not None and known.kind is ReportKind.CLOSING:
                self._close(known, change)
            elif known is not None and known.kind is ReportKind.ERASURE:
                self._leave(known, change)
        return change

    def _mourn(self, said: DeathEstablished, change: DecisionChange) -> None:
        death = Death(
            said.date, said.authority, said.document, said.source, said.report
        )
        known = self.deaths.get(said.person, [])
        self.deaths[said.person] = sorted([*known, death], key=lambda d: d.report)
        change.mentions.add(said.person)

    def _revive(self, said: DeathEstablished, change: DecisionChange) -> None:
        left = [d for d in self.deaths[said.person] if d.report != said.report]
        if left:
            self.deaths[said.person] = left
        else:
            del self.deaths[said.person]
        change.mentions.add(said.person)

    def _close(self, report: Report, change: DecisionChange) -> None:
        counts = Scope.OPERATIONS in report.stamp.scopes
        new: tuple[ReportId, ...] = ()
        if counts and self._book.in_force(report.id):
            new = _targets(self._book.effective(report.id).fields)
        old = self._closing.get(report.id, ())
        for target in old:
            self.closed[target].discard(report.id)
            if not self.closed[target]:
                del self.closed[target]
        for target in new:
            self.closed.setdefault(target, set()).add(report.id)
        if new:
            self._closing[report.id] = new
        else:
            self._closing.pop(report.id, None)
        change.mentions.update(set(old) ^ set(new))

    def _leave(self, report: Report, change: DecisionChange) -> None:
        """Count who an erasure leaves accounted for, without a name."""
        known = self._leaving.get(report.id)
        new = _remainder(report.fields) if self._book.in_force(report.id) else None
        if new == known:
            return
        if known is not None:
            del self.remainders[known[0]][report.id]
            change.groups.add(known[0])
            del self._leaving[report.id]
        if new is not None:
            self.remainders[new[0]][report.id] = new[1]
            change.groups.add(new[0])
            self._leaving[report.id] = new


def _targets(fields: Mapping[str, Any]) -> tuple[ReportId, ...]:
    named = fields.get("targets")
    several = named if isinstance(named, list) else []
    found = {t for t in [*several, fields.get("target")] if isinstance(t, str) and t}
    return tuple(sorted(ReportId(t) for t in found))


def _remainder(fields: Mapping[str, Any]) -> Remainder | None:
    """Group and number of people; None where the erasure leaves nobody behind."""
    left = fields.get("remainder")
    if not isinstance(left, dict):
        return None
    source, text = left.get("source"), left.get("household")
    people = left.get("accounted", 1)
    if not (isinstance(source, str) and isinstance(text, str)):
        return None
    if not isinstance(people, int) or isinstance(people, bool) or people < 1:
        return None
    return household_id(clean_text(source), clean_text(text)), people
