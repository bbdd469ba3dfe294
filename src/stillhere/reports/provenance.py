"""Where a report was read: kept beside it, never part of its id or of the picture."""

from dataclasses import dataclass

from stillhere.reports.report import ReportId


@dataclass(frozen=True, slots=True)
class Provenance:
    """The line of the file a report was read from.

    Attributes:
        report: The report.
        file: Name of the file as given (in a world: its path inside ``lists/``).
        sheet: Name of the sheet; empty for text files.
        row: Line of the file or sheet, counted from 1, titles and headers included.
        entry_date: ISO time at which this node stored it; empty in memory.
    """

    report: ReportId
    file: str
    sheet: str
    row: int
    entry_date: str = ""
