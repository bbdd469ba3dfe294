"""Rows shown to a person: the cells as written beside what they state."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stillhere.errors import Finding
from stillhere.intake.stated import Stated, stated
from stillhere.intake.stating import state, state_findings
from stillhere.reports.canonical import clean_text
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import Statement


@dataclass(frozen=True, slots=True)
class Sample:
    """One row, as written and as read.

    Attributes:
        row: Its line, counted from 1.
        cells: One text per header of its table, in that order.
        statement: What it states; None where nothing can be counted.
        stated: The same, field by field; empty for no statement.
        findings: Why it states nothing.
    """

    row: int
    cells: tuple[str, ...] = field(repr=False)
    statement: Statement | None = field(repr=False)
    stated: tuple[Stated, ...] = field(repr=False)
    findings: tuple[Finding, ...] = ()


def sample_of(
    report: Report,
    row: int,
    cells: Sequence[str],
    headers: Sequence[str],
    profile: Profile,
) -> Sample:
    """The sample of one row under a profile."""
    statement = state(report, profile)
    written = [clean_text(cell) for cell in cells]
    return Sample(
        row=row,
        cells=(*written, *[""] * (len(headers) - len(written))),
        statement=statement,
        stated=() if statement is None else stated(statement),
        findings=state_findings(report, profile),
    )
