"""Does the store still hold what it was given? Every page, every id, every number."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stillhere.errors import Finding, StillHereError
from stillhere.reports import OperationKey, Report, ReportId
from stillhere.reports.report import EMPTY, report_id
from stillhere.store import sql
from stillhere.store.digest import digest_of_merged
from stillhere.store.engine import Connection, Engine
from stillhere.store.reading import reports_since
from stillhere.vocabulary.kinds import ReportKind

_DAMAGE = ("store/damaged", "store/disk-failed", "store/server-failed")
"""What reading answers where pages are spoiled; anything else is no finding."""


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


def check(engine: Engine, key: OperationKey) -> Checked:
    """Verify each page, recompute each id under the operation's key, count."""
    place, connection = engine.place, engine.connection
    findings = [_damage(place, reason) for reason in engine.damage()]
    try:
        with engine.told():
            findings += _bodies(connection)
            erased = {ReportId(name.hex()) for name in sql.erased(connection)}
            reports = list(reports_since(connection, 0))
    except StillHereError as error:
        if error.code not in _DAMAGE:
            raise
        findings.append(_damage(place, str(error.values["reason"])))
        return Checked(0, 0, "", tuple(sorted(set(findings))))
    findings += [f for r in reports for f in _report(r, key, erased)]
    return Checked(
        reports=len(reports),
        emptied=sum(report.id in erased for report in reports),
        digest=digest_of_merged(reports),
        findings=tuple(sorted(findings)),
    )


def _damage(place: Path | str, reason: str) -> Finding:
    return Finding.of("store/page-damaged", path=place, reason=reason)


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
