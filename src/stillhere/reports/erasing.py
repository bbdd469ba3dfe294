"""Erasures: decisions that empty reports for good.

An erasure holds ids, and keyed folds by which a later import can tell that a row may
speak of the same person. Nobody without the operation's key can guess a name from one.
"""

from collections.abc import Iterable

from stillhere.reports.report import Report, ReportId, Stamp, make_report
from stillhere.reports.withdrawing import Signed
from stillhere.vocabulary.kinds import ReportKind

_FOLDS = "folds"


def erase_reports(
    reports: Iterable[ReportId],
    signed: Signed,
    *,
    second: str,
    folds: Iterable[str] = (),
) -> Report:
    """The erasure of these reports; it cannot be taken back.

    Args:
        reports: At least one.
        signed: Who decides; the reason must name nobody, for it stays.
        second: Key of the second officer.
        folds: Keyed folds of the person, taken before the reports are empty.

    Raises:
        ValueError: There are no reports, or the second officer is the first.
    """
    named = sorted(set(reports))
    if not named or signed.by == second:
        message = "an erasure needs a report and two officers"
        raise ValueError(message)
    return make_report(
        signed.key,
        ReportKind.ERASURE,
        signed.by,
        {
            "targets": named,
            _FOLDS: sorted(set(folds)),
            "second": second,
            "why": signed.why,
            "at": signed.at,
        },
        stamp=Stamp(author=signed.by, source_date=signed.at),
    )


def erased_folds(reports: Iterable[Report]) -> frozenset[str]:
    """The folds of all erasures among these reports; a damaged body has none."""
    return frozenset(
        fold
        for report in reports
        if report.kind is ReportKind.ERASURE
        for fold in _folds(report)
    )


def _folds(report: Report) -> list[str]:
    try:
        fields = report.fields
    except ValueError:
        return []
    found = fields.get(_FOLDS) if isinstance(fields, dict) else None
    return [f for f in found if isinstance(f, str)] if isinstance(found, list) else []
