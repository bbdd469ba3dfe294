"""Calls to numbers on file: typed reports of what came of them."""

import re

from stillhere.intake.columns import Cells
from stillhere.intake.dates import read_moment
from stillhere.reports.report import Report, ReportId
from stillhere.reports.statements import DialledStatement
from stillhere.vocabulary.dialled import CallOutcome, WhoseNumber

_NUMBER = re.compile(r"[0-9a-f]{32}-(e|\d{1,3})")
"""A report and the place of the number in it; who asks has but one."""
_OUTCOMES = {outcome.value: outcome for outcome in CallOutcome}
_WHOSE = {whose.value: whose for whose in WhoseNumber}


def read_dialled(report: Report, cells: Cells) -> DialledStatement | None:
    """What came of a call; None where the number or the outcome is not stated."""
    outcome = _OUTCOMES.get(cells.get("outcome", ""))
    number = cells.get("number", "")
    if outcome is None or not _NUMBER.fullmatch(number):
        return None
    stated = read_moment(cells.get("date", ""), cells.get("time", ""))
    return DialledStatement(
        report=report.id,
        source=report.source,
        number=number,
        outcome=outcome,
        whose=_WHOSE.get(cells.get("whose", ""), WhoseNumber.HOUSEHOLD),
        about=tuple(ReportId(name) for name in cells.get("about", "").split()),
        date=stated or report.stamp.source_date,
        note=cells.get("note", ""),
    )
