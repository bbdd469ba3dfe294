"""What an erasure empties: its targets, and the corrections that speak of them alone.

Invariant: what is to be empty depends on the set of reports, never on their order. An id
named by an erasure before its report arrives is empty from its first moment here.
Erasures themselves are never emptied: they hold ids, and work for good.
"""

from collections.abc import Iterable

from stillhere.reports import Report, ReportId
from stillhere.reports.decided import targets
from stillhere.store import sql
from stillhere.store.engine import Connection
from stillhere.store.rows import reports_of
from stillhere.vocabulary.kinds import ReportKind

_ID_DIGITS = 32


class Erasures:
    """Ids that are to stay empty, and those a batch adds to them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._erased = {ReportId(i.hex()) for i in sql.erased(connection)}
        self._coming: dict[ReportId, ReportId] = {}
        self._corrections: list[Report] = []

    def __bool__(self) -> bool:
        return bool(self._erased)

    def empties(self, report: Report) -> bool:
        """Whether an erasure that has taken effect names it."""
        return report.id in self._erased and report.kind is not ReportKind.ERASURE

    def names(self, report: ReportId) -> bool:
        """Whether the id is one of those that leave no trace of where they were read."""
        return report in self._erased

    def note(self, report: Report) -> None:
        """Remember an erasure, or a correction that may speak of someone erased."""
        if report.kind is ReportKind.CORRECTION:
            self._corrections.append(report)
        elif report.kind is ReportKind.ERASURE:
            for target in targets(report):
                if _is_id(target):
                    self.erase(target, by=report.id)

    def erase(self, report: ReportId, by: ReportId) -> None:
        """Have one report emptied at the end of the batch."""
        self._coming.setdefault(report, by)

    def take_effect(self) -> int:
        """Empty everything there is to empty; returns how many rows held text."""
        before = len(self._erased)
        emptied = self._empty_coming()
        self._consider(self._corrections)
        if self._coming or len(self._erased) > before:
            emptied += self._empty_corrections()
        if emptied:
            sql.forget_derived(self._connection)
        return emptied

    def _empty_coming(self) -> int:
        emptied = 0
        for report, by in sorted(self._coming.items()):
            name = bytes.fromhex(report)
            emptied += sql.erase(self._connection, name, bytes.fromhex(by))
        self._erased.update(self._coming)
        self._coming = {}
        return emptied

    def _empty_corrections(self) -> int:
        """Corrections of corrections need another look, until none is left."""
        emptied = self._empty_coming()
        while True:
            self._consider(reports_of(sql.corrections(self._connection)))
            if not self._coming:
                return emptied
            emptied += self._empty_coming()

    def _consider(self, corrections: Iterable[Report]) -> None:
        for correction in corrections:
            named = targets(correction)
            if named and self._erased.issuperset(named):
                self.erase(correction.id, by=named[0])


def _is_id(text: str) -> bool:
    return len(text) == _ID_DIGITS and set(text) <= set("0123456789abcdef")
