"""Does the store still hold what it was given? Every page, every id, every number."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from stillhere.errors import Finding, StillHereError
from stillhere.reports import OperationKey, Report, ReportId
from stillhere.reports.report import EMPTY, report_id
from stillhere.store import sql
from stillhere.store.connection import Connection
from stillhere.store.digest import digest_of_merged
from stillhere.store.faults import told
from stillhere.store.reading import reports_since
from stillhere.vocabulary.kinds import ReportKind


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the whole store found.

    Attributes:
        reports: Reports read, variants not counted.
        emptied: Of them, those an erasure emptied.
        digest: Digest of the set, as `Store.digest` gives it; empty where damage kept
            the reports from being read.
        findings: What does not agree, sorted; empty for a sound store.
    """

    reports: int
    emptied: int
    digest: str
    findings: tuple[Finding, ...]


def check(connection: Connection, key: OperationKey, path: Path) -> Checked:
    """Verify each page, recompute each id under the operation's key, count."""
    findings = list(_pages(connection, path))
    try:
        with told(path):
            findings += _bodies(connection)
            erased = {ReportId(name.hex()) for name in sql.erased(connection)}
            reports = list(reports_since(connection, 0))
    except StillHereError as error:
        reason = error.values["reason"]
        findings.append(Finding.of("store/page-damaged", path=path, reason=reason))
        return Checked(0, 0, "", tuple(sorted(set(findings))))
    findings += [f for r in reports for f in _report(r, key, erased)]
    return Checked(
        reports=len(reports),
        emptied=sum(report.id in erased for report in reports),
        digest=digest_of_merged(reports),
        findings=tuple(sorted(findings)),
    )


_QUESTIONS = (
    "PRAGMA cipher_integrity_check",
    "PRAGMA integrity_check",
    "PRAGMA foreign_key_check",
)


def _pages(connection: Connection, path: Path) -> Iterator[Finding]:
    for question in _QUESTIONS:
        said = [reason for reason in _answers(connection, question) if reason != "ok"]
        if said:
            reason = f"{said[0]}, {len(said)} in all"
            yield Finding.of("store/page-damaged", path=path, reason=reason)


def _answers(connection: Connection, question: str) -> list[str]:
    # A damaged page can keep the library from finishing its own check.
    try:
        rows = connection.execute(question).fetchall()
    except dbapi2.DatabaseError as error:
        return [str(error)]
    return [str(row[0]) for row in rows]


def _bodies(connection: Connection) -> Iterator[Finding]:
    missing = sql.without_body(connection)
    if missing:
        yield Finding.of("store/body-missing", count=missing)


def _report(
    report: Report, key: OperationKey, erased: set[ReportId]
) -> Iterator[Finding]:
    if report.id in erased and report.kind is not ReportKind.ERASURE:
        if report.body != EMPTY or report.source_key:
            yield Finding.of("store/erased-not-empty", report=report.id)
        return
    stated = (report.kind, report.source, report.ordinal, report.body)
    if report_id(key, *stated) != report.id:
        yield Finding.of("store/report-altered", report=report.id)
