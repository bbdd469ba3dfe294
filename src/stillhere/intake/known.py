"""Lists that were read before: the same bytes as another source, the same rows again."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b

from stillhere.errors import Finding, StillHereError
from stillhere.intake.imported import Import
from stillhere.reports.book import Book
from stillhere.reports.report import ReportId
from stillhere.vocabulary.kinds import ReportKind


def list_note(data: bytes) -> str:
    """The name under which a node remembers the source these bytes were read as."""
    return f"list:{blake2b(data, digest_size=16).hexdigest()}"


def refuse_second_source(
    file: str, source: str, before: str | None, book: Book
) -> None:
    """Stop a list that was read as another source, so that it is not two witnesses.

    Args:
        file: Name to say.
        source: What it is to be read as.
        before: What the same bytes were read as, if they were.
        book: With the rows of that source and all decisions.

    Raises:
        StillHereError: They were, and a row of that source is in force.
    """
    if before not in (None, source) and _counts(book, str(before)):
        raise StillHereError("intake/read-before", file=file, source=before)


def is_of(source: str, file_source: str) -> bool:
    """Whether a source is that of a file, or of one of its sheets."""
    return source == file_source or source.startswith(f"{file_source}#")


def again(imported: Import, book: Book) -> tuple[Finding, ...]:
    """What of an import is here already, told once per file.

    Args:
        imported: Not yet stored.
        book: What is stored: at least the rows of these sources, and all decisions.

    Returns:
        That all rows of a file are known, and how many were taken back and stay so;
        empty for a file that brings news.
    """
    rows: defaultdict[str, list[ReportId]] = defaultdict(list)
    for line in imported.provenance:
        rows[line.file].append(line.report)
    return tuple(f for file, ids in rows.items() for f in _again(file, ids, book))


def taken_back(imported: Import, book: Book) -> tuple[ReportId, ...]:
    """Its rows that are here and taken back, in its order; see `bring_back`."""
    return tuple(
        report.id
        for report in imported.reports
        if report.kind is ReportKind.ROW and _is_taken_back(report.id, book)
    )


def _again(file: str, ids: list[ReportId], book: Book) -> Iterator[Finding]:
    total = len(ids)
    if all(row in book.reports for row in ids):
        yield Finding.of("intake/list-known", file=file, rows=total)
    back = sum(_is_taken_back(row, book) for row in ids)
    if back:
        code = "intake/rows-taken-back"
        yield Finding.of(code, file=file, rows=back, total=total)


def _is_taken_back(row: ReportId, book: Book) -> bool:
    return row in book.reports and book.withdrawn(row)


def _counts(book: Book, file_source: str) -> bool:
    return any(
        is_of(row.source, file_source) and book.in_force(row.id)
        for row in book.reports.values()
        if row.kind is ReportKind.ROW
    )
