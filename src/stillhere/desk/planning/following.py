"""What the reports of one operation hand over, read once each as they come in.

Held in memory beside the reports, so that nothing can disagree with them: after a restart
it is found again.
"""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from stillhere.ledger import Picture
from stillhere.pipeline.evidence import BenchEvidence, evidence_of
from stillhere.reports import Report, ReportId

Read = TypeVar("Read")


class Following(Generic[Read]):
    """What is read from the reports of a log; those that give nothing are left out."""

    def __init__(self, read: Callable[[Report], Read]) -> None:
        self._read = read
        self._guard = threading.Lock()
        self._evidence: BenchEvidence | None = None
        self._seen = 0
        self._found: dict[ReportId, Read] = {}

    def ever(self, picture: Picture) -> dict[ReportId, Read]:
        """By report, also what was taken back."""
        with self._guard:
            self._follow(evidence_of(picture))
            return dict(self._found)

    def in_force(self, picture: Picture) -> dict[ReportId, Read]:
        """By report, what counts."""
        counts = evidence_of(picture).bench.book.in_force
        return {name: one for name, one in self.ever(picture).items() if counts(name)}

    def _follow(self, evidence: BenchEvidence) -> None:
        """Read the reports that came since; all of them for another operation."""
        if evidence is not self._evidence:
            self._evidence, self._seen, self._found = evidence, 0, {}
        log = evidence.bench.log
        end = len(log)
        for report in log[self._seen : end]:
            if found := self._read(report):
                self._found[report.id] = found
        self._seen = end
