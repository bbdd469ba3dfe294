"""What the reports in force state: kept up to date as reports come in.

A statement counts if its report is in force, may be used for operations, says something
by the profile of its source, and no later row of the same source has its declared key.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from stillhere.errors import Finding
from stillhere.intake import state
from stillhere.reports import Profile, Report, ReportId
from stillhere.reports.book import Book
from stillhere.reports.statements import (
    CallStatement,
    PersonStatement,
    Statement,
    TracingRequest,
    VisitStatement,
)
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field

_ABOUT_REPORTS = frozenset(
    {
        ReportKind.PROFILE,
        ReportKind.RULES,
        ReportKind.CORRECTION,
        ReportKind.WITHDRAWAL,
        ReportKind.ERASURE,
        ReportKind.RELEASE,
        ReportKind.PLAN,
        ReportKind.CHECK_IN,
    }
)
"""Kinds that state nothing of the world; what they do is done elsewhere."""

_TELL_EVERY = 5_000

Progress = Callable[[str, float], None]
"""Told the stage and the share of it that is done, 0 to 1."""

RowKey = tuple[str, str]
"""A source and a key declared in it."""


@dataclass(slots=True)
class Delta:
    """Statements that no longer count and those that do now; a changed one is in both.

    Attributes:
        gone: As they counted before, by report.
        come: As they count now, by report.
    """

    gone: dict[ReportId, Statement] = field(default_factory=dict)
    come: dict[ReportId, Statement] = field(default_factory=dict)


def mention_of(statement: Statement | None) -> PersonStatement | None:
    """The person a statement is about, if it names one."""
    if isinstance(statement, PersonStatement):
        return statement
    if isinstance(statement, CallStatement | VisitStatement):
        return statement.person
    return statement.sought if isinstance(statement, TracingRequest) else None


class Readings:
    """Statements by report, advanced by the ids a book calls affected."""

    HELD: ClassVar[tuple[str, ...]] = (
        *("said", "_read", "_rows", "_key_of"),
        *("_replaced", "_unread"),
    )
    """What it knows beside its book; profiles are read anew in every advance."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.said: dict[ReportId, Statement] = {}
        self._read: dict[ReportId, Statement] = {}
        self._rows: dict[RowKey, set[ReportId]] = defaultdict(set)
        self._key_of: dict[ReportId, RowKey] = {}
        self._replaced: dict[str, set[ReportId]] = defaultdict(set)
        self._unread: dict[str, set[ReportId]] = defaultdict(set)
        self._profiles: dict[str, Profile | None] = {}

    def profile(self, source: str) -> Profile | None:
        """The profile in force of a source."""
        if source not in self._profiles:
            self._profiles[source] = self.book.profile(source)
        return self._profiles[source]

    def advance(self, affected: Iterable[ReportId], tell: Progress) -> Delta:
        """Read again what may have changed.

        Args:
            affected: Ids that `Book.add` returned, known to the book or not.
            tell: Told the share done.
        """
        self._profiles.clear()
        here = sorted(i for i in affected if i in self.book.reports)
        contested: set[RowKey] = set()
        for number, report in enumerate(here):
            if number % _TELL_EVERY == 0:
                tell("reading statements", number / len(here))
            contested.update(self._reread(self.book.reports[report]))
        delta = Delta()
        for report in sorted({*here, *self._rivals(contested)}):
            self._settle(report, delta)
        return delta

    def _reread(self, report: Report) -> Iterator[RowKey]:
        """Take the newest reading of one report; yield the row keys it had and has."""
        statement = self._statement(report)
        if statement is None:
            self._read.pop(report.id, None)
        else:
            self._read[report.id] = statement
        old = self._key_of.pop(report.id, None)
        new = None if statement is None else self._declared(report, statement)
        if old is not None and old != new:
            self._rows[old].discard(report.id)
            yield old
        if new is not None:
            self._key_of[report.id] = new
            self._rows[new].add(report.id)
            yield new

    def _statement(self, report: Report) -> Statement | None:
        self._unread[report.source].discard(report.id)
        if report.kind in _ABOUT_REPORTS or not self.book.in_force(report.id):
            return None
        if Scope.OPERATIONS not in report.stamp.scopes:
            return None
        profile = self.profile(report.source) if report.kind is ReportKind.ROW else None
        statement = state(self.book.effective(report.id), profile)
        if statement is None:
            self._unread[report.source].add(report.id)
        return statement

    def _declared(self, report: Report, statement: Statement) -> RowKey | None:
        """Source and declared key of a row; None where its profile declares none."""
        if report.kind is not ReportKind.ROW:
            return None
        mention = mention_of(statement)
        if mention is not None and mention.key:
            return (report.source, mention.key)
        profile = self.profile(report.source)
        headers = profile.headers(Field.KEY) if profile else ()
        if not headers:
            return None
        cells = self.book.effective(report.id).fields
        key = " ".join(str(cells[h]) for h in headers if h in cells)
        return (report.source, key) if key else None

    def _rivals(self, contested: Iterable[RowKey]) -> Iterator[ReportId]:
        for key in contested:
            yield from self._rows[key]

    def _settle(self, report: ReportId, delta: Delta) -> None:
        """Let a reading count or not, and note the difference."""
        before = self.said.get(report)
        now = self._read.get(report)
        replaced = self._replaced[self.book.reports[report].source]
        replaced.discard(report)
        if now is not None and not self._latest(report):
            replaced.add(report)
            now = None
        if before == now:
            return
        if before is not None:
            delta.gone[report] = before
        if now is not None:
            delta.come[report] = self.said[report] = now
        else:
            del self.said[report]

    def _latest(self, report: ReportId) -> bool:
        """Whether no later row, by stated date and id, has the same key."""
        key = self._key_of.get(report)
        if key is None or len(self._rows[key]) == 1:
            return True
        return max(self._rows[key], key=self.book.precedence) == report

    def findings(self) -> Iterator[Finding]:
        """Rows that say nothing, and rows later ones replaced, counted by source."""
        for source, unread in self._unread.items():
            if unread:
                yield Finding.of("ledger/rows-unread", source=source, rows=len(unread))
        for source, rows in self._replaced.items():
            if rows:
                yield Finding.of("ledger/rows-replaced", source=source, rows=len(rows))
