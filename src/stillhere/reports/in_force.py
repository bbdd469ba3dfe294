"""What counts at a date: a pure function of the set of reports."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    """

    reports: tuple[Report, ...]
    withdrawn: tuple[ReportId, ...]
    erased: tuple[ReportId, ...]
    expired: tuple[ReportId, ...]


def in_force(reports: Iterable[Report], as_of: str) -> Force:
    """Divide reports into those in force at `as_of` and the rest.

    Args:
        reports: Any order, any repetition.
        as_of: ISO date or time; what expires on it has expired.
    """
    book = Book(as_of)
    book.add(reports)
    ids = sorted(book.reports)
    erased = [i for i in ids if book.erased(i)]
    withdrawn = [i for i in ids if not book.erased(i) and book.withdrawn(i)]
    gone = {*erased, *withdrawn}
    living = [i for i in ids if i not in gone]
    counting = [i for i in living if book.in_force(i)]
    expired = sorted(set(living) - set(counting))
    return Force(
        reports=tuple(book.effective(i) for i in counting),
        withdrawn=tuple(withdrawn),
        erased=tuple(erased),
        expired=tuple(expired),
    )
