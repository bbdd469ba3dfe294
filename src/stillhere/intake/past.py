"""Imports of the past, and their undo.

Which import brought a row is read from its provenance: what was stored of one file at
one moment is one import. A line of a file that is read again under the same name keeps
its first moment, so that reading a list twice is still one import, and a list that grew
is a second one of the lines that are new.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from stillhere.errors import StillHereError
from stillhere.reports.book import Book
from stillhere.reports.canonical import Json
from stillhere.reports.provenance import Provenance
from stillhere.reports.report import Report, ReportId
from stillhere.reports.withdrawing import (
    NAMED,
    Signed,
    bring_back,
    withdraw_reports,
    withdrawals,
)

_Moment = tuple[str, str]
"""When an import was stored, and of which file."""


@dataclass(frozen=True, slots=True)
class PastImport:
    """What was stored of one file at one moment.

    Attributes:
        file: Its name.
        entry_date: ISO time at which this node stored it.
        sources: Names of the sources of its rows, sorted.
        reports: The rows it brought, sorted.
        alone: Those of them that no other import that stands brought too, sorted.
        counting: How many of its rows are in force.
        undone_by: The withdrawal in force that undoes it.
    """

    file: str
    entry_date: str
    sources: tuple[str, ...]
    reports: tuple[ReportId, ...]
    alone: tuple[ReportId, ...]
    counting: int
    undone_by: ReportId | None = None


def past_imports(lines: Iterable[Provenance], book: Book) -> list[PastImport]:
    """The imports these lines tell of, the latest first, ties by name of the file.

    Args:
        lines: Provenance with entry dates, any order.
        book: All reports; decides what stands.
    """
    brought: defaultdict[_Moment, set[ReportId]] = defaultdict(set)
    for line in lines:
        if line.report in book.reports:
            brought[line.entry_date, line.file].add(line.report)
    undone = _undone(book)
    standing = Counter(
        report
        for moment, reports in brought.items()
        if moment not in undone
        for report in reports
    )
    found = [
        _past(moment, reports, standing, undone.get(moment), book)
        for moment, reports in sorted(brought.items())
    ]
    return sorted(found, key=lambda past: past.entry_date, reverse=True)


def undo(past: PastImport, signed: Signed) -> Report:
    """The withdrawal that takes an import back, and nothing else.

    A row that another import brought too stays: somebody else's list still says so. It
    goes when the last import that brought it is undone.

    Raises:
        StillHereError: No row is its own, or it is undone already.
    """
    if past.undone_by is not None or not past.alone:
        raise StillHereError("intake/nothing-to-undo", file=past.file)
    return withdraw_reports(past.alone, signed, {NAMED: _named(past)})


def redo(past: PastImport, book: Book, signed: Signed) -> tuple[Report, ...]:
    """Decisions after which every row of an import counts again.

    Also rows that stayed at its own undo and went with another import's. Empty where
    all of them count.
    """
    return bring_back(past.reports, book, signed, undone=_named(past))


def _named(past: PastImport) -> Json:
    return {"file": past.file, "entry_date": past.entry_date}


def _undone(book: Book) -> dict[_Moment, ReportId]:
    """Imports that a withdrawal in force says it undoes."""
    found: dict[_Moment, ReportId] = {}
    for withdrawal in withdrawals(book):
        which = withdrawal.fields.get(NAMED)
        if isinstance(which, dict):
            moment = (str(which.get("entry_date")), str(which.get("file")))
            found[moment] = withdrawal.id
    return found


def _past(
    moment: _Moment,
    reports: set[ReportId],
    standing: Counter[ReportId],
    undone_by: ReportId | None,
    book: Book,
) -> PastImport:
    entry_date, file = moment
    own = 0 if undone_by else 1
    return PastImport(
        file=file,
        entry_date=entry_date,
        sources=tuple(sorted({book.reports[r].source for r in reports})),
        reports=tuple(sorted(reports)),
        alone=tuple(sorted(r for r in reports if standing[r] == own)),
        counting=sum(book.in_force(r) for r in reports),
        undone_by=undone_by,
    )
