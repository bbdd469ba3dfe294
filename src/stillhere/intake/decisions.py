"""Decisions of people: typed reports that name other reports."""

from stillhere.intake.columns import Cells
from stillhere.reports.report import Report, ReportId
from stillhere.reports.statements import (
    Correction,
    DeathEstablished,
    Judgement,
    JudgementKind,
    SearchEnded,
    Statement,
    Withdrawal,
)
from stillhere.vocabulary.kinds import ReportKind

NEEDED = "needed"
"""What a judgement states under ``second`` that counts only with a second reader."""


def read_decision(report: Report, cells: Cells) -> Statement | None:
    """The decision a report states; None where it names nothing, or for other kinds."""
    reader = _READERS.get(report.kind)
    return None if reader is None else reader(report, cells)


def _judgement(report: Report, cells: Cells) -> Statement | None:
    kind, a, b = (_text(cells, name) for name in ("judgement", "a", "b"))
    if kind not in set(JudgementKind) or not a or not b:
        return None
    return Judgement(
        report.id,
        report.source,
        JudgementKind(kind),
        ReportId(a),
        ReportId(b),
        why=_text(cells, "why"),
        date=_date(report, cells),
        second=_text(cells, "second") == NEEDED,
    )


def _death(report: Report, cells: Cells) -> Statement | None:
    person = _text(cells, "person")
    if not person:
        return None
    return DeathEstablished(
        report.id,
        report.source,
        ReportId(person),
        authority=_text(cells, "authority"),
        document=_text(cells, "document"),
        date=_date(report, cells),
    )


def _correction(report: Report, cells: Cells) -> Statement | None:
    target = _text(cells, "target")
    if not target:
        return None
    return Correction(report.id, report.source, ReportId(target))


def _closing(report: Report, cells: Cells) -> Statement | None:
    """Questions that are closed, or a place whose search ends: that takes reasons."""
    place, why = _text(cells, "place").strip(), _text(cells, "why").strip()
    named = {*_text(cells, "targets").split(), _text(cells, "target")} - {""}
    if not named and not (place and why):
        return None
    return SearchEnded(
        report.id,
        report.source,
        area=place if why else "",
        targets=tuple(sorted(ReportId(target) for target in named)),
        why=why,
        date=_date(report, cells),
    )


def _withdrawal(report: Report, cells: Cells) -> Statement | None:
    target, source = _text(cells, "target"), _text(cells, "source")
    several = tuple(ReportId(t) for t in _text(cells, "targets").split())
    if not target and not source and not several:
        return None
    return Withdrawal(
        report.id,
        report.source,
        ReportId(target) if target else None,
        of_source=source or None,
        targets=several,
    )


_READERS = {
    ReportKind.JUDGEMENT: _judgement,
    ReportKind.DEATH: _death,
    ReportKind.CLOSING: _closing,
    ReportKind.CORRECTION: _correction,
    ReportKind.WITHDRAWAL: _withdrawal,
}


def _text(cells: Cells, name: str) -> str:
    return cells.get(name, "")


def _date(report: Report, cells: Cells) -> str | None:
    return _text(cells, "date") or report.stamp.source_date
