"""An import is taken back, and counts again: decisions, which are reports too."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse

from stillhere.desk.clock import now, precisely
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.minutes import add_move
from stillhere.desk.operation.moves import Doing, moved
from stillhere.desk.operation.past import find, imports_of, name_of
from stillhere.intake import PastImport, redo, undo
from stillhere.pipeline.evidence import evidence_of
from stillhere.pipeline.readings import Progress
from stillhere.reports import Report
from stillhere.reports.withdrawing import Signed

IMPORT, UNDO, BRING_BACK = "import", "undo", "bring back"
WHY_BACK = "an import brought back at the desk"
_WHY = "an import undone at the desk"
LONG_S = 120.0
"""Work waits so long for who searches just now."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it.

    Attributes:
        name: Of the import.
        page: Its page.
    """

    name: str
    page: str

    @classmethod
    def of(cls, past: PastImport) -> "Taken":
        """The outcome for an import."""
        name = name_of(past)
        return cls(name, reverse("import-past", args=[name]))


def take_back(operation: Operation, name: str, by: str, tell: Progress) -> Taken:
    """Undo an import.

    Raises:
        StillHereError: `intake/nothing-to-undo`, or what the store raises.
    """
    with operation.writing():
        past = find(operation, name, LONG_S)
        signed = Signed(operation.key, f"desk:{by}", precisely(), _WHY)
        return _decided(
            operation, past, [undo(past, signed)], Doing(UNDO, "", by), tell
        )


def count_again(operation: Operation, name: str, by: str, tell: Progress) -> Taken:
    """Undo the undo: every row of the import counts again."""
    with operation.writing():
        past = find(operation, name, LONG_S)
        signed = Signed(operation.key, f"desk:{by}", precisely(), WHY_BACK)
        with operation.evidence(LONG_S) as picture:
            decisions = redo(past, evidence_of(picture).bench.book, signed)
        doing = Doing(BRING_BACK, "", by)
        return _decided(operation, past, decisions, doing, tell)


def _decided(
    operation: Operation,
    past: PastImport,
    decisions: Iterable[Report],
    doing: Doing,
    tell: Progress,
) -> Taken:
    entered = operation.enter(decisions, tell=tell)
    step = moved(replace(doing, at=now()), entered.before, entered.after)
    with operation.writing() as store:
        add_move(store, name_of(past), step)
    imports_of(operation, LONG_S)
    return Taken.of(past)
