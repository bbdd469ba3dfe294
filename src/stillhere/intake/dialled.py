"""Calls to numbers on file: typed reports of what came of them."""

from stillhere.intake.columns import Cells
from stillhere.intake.dates import read_moment
from stillhere.intake.values import phones_of
from stillhere.reports.report import Report, ReportId
from stillhere.reports.statements import DialledStatement
from stillhere.vocabulary.dialled import CallOutcome, WhoseNumber

_OUTCOMES = {outcome.value: outcome for outcome in CallOutcome}
_WHOSE = {whose.value: whose for whose in WhoseNumber}


def read_dialled(report: Report, cells: Cells) -> DialledStatement | None:
    """What came of a call; None where neither a number nor an outcome is stated."""
    outcome = _OUTCOMES.get(cells.get("outcome", ""))
    phones = phones_of(cells.get("phone", ""))
    if outcome is None or not phones:
        return None
    stated = read_moment(cells.get("date", ""), cells.get("time", ""))
    return DialledStatement(
        report=report.id,
        source=report.source,
        phone=phones[0],
        outcome=outcome,
        whose=_WHOSE.get(cells.get("whose", ""), WhoseNumber.HOUSEHOLD),
        about=tuple(ReportId(name) for name in cells.get("about", "").split()),
        date=stated or report.stamp.source_date,
        note=cells.get("note", ""),
    )
