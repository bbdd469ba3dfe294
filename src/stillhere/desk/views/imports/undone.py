"""Who took an import back, and when."""

from dataclasses import dataclass

from stillhere.desk.operation.live import Operation
from stillhere.intake import PastImport


@dataclass(frozen=True, slots=True)
class Undone:
    """The undo of an import.

    Attributes:
        by: Sign-in name, or the node's, of who did it.
        at: ISO time.
    """

    by: str
    at: str


def undone_of(operation: Operation, past: PastImport) -> Undone | None:
    """The undo in force; None for an import that counts."""
    if past.undone_by is None:
        return None
    report = operation.picture.evidence.report(past.undone_by)
    if report is None:
        return None
    return Undone(report.source.removeprefix("desk:"), report.stamp.source_date or "")
