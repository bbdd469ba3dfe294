"""What counts at a date: a pure function of the set of reports."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from stillhere.errors import Finding
from stillhere.reports.book import Book
from stillhere.reports.report import Report, ReportId


@dataclass(frozen=True, slots=True)
class Force:
    """The division of a set of reports at one date; every id stands in one tuple.

    Attributes:
        reports: In force, as corrected, in id order.
        withdrawn: Taken back by their source or an officer, sorted.
        erased: Emptied, sorted.
        expired: Past their date of keeping, sorted.
        unreadable: With a body that is no JSON object, sorted.
        findings: What cannot be read, or acts on nothing that is here, sorted.
    """

    reports: tuple[Report, ...]
    withdrawn: tuple[ReportId, ...]
    erased: tuple[ReportId, ...]
    expired: tuple[ReportId, ...]
    unreadable: tuple[ReportId, ...]
    findings: tuple[Finding, ...]


def in_force(reports: Iterable[Report], as_of: str) -> Force:
    """Divide reports into those in force at `as_of` and the rest.

    Args:
        reports: Any order, any repetition.
        as_of: ISO date or time; what expires on it has expired.
    """
    book = Book(as_of)
    book.add(reports)
    counting: list[Report] = []
    gone: dict[str, list[ReportId]] = defaultdict(list)
    for report in sorted(book.reports):
        reason = _why_not(book, report)
        if reason is None:
            counting.append(book.effective(report))
        else:
            gone[reason].append(report)
    return Force(
        reports=tuple(counting),
        withdrawn=tuple(gone["withdrawn"]),
        erased=tuple(gone["erased"]),
        expired=tuple(gone["expired"]),
        unreadable=tuple(gone["unreadable"]),
        findings=book.findings(),
    )


def _why_not(book: Book, report: ReportId) -> str | None:
    """The first reason that holds; erasure before withdrawal before expiry."""
    if book.in_force(report):
        return None
    if book.erased(report):
        return "erased"
    if book.withdrawn(report):
        return "withdrawn"
    return "expired" if book.expired(report) else "unreadable"
