"""An index over reports that answers what is in force, and what a new one changes.

Decisions name what they decide by content id, so they cannot form a circle. Nothing here
depends on the order in which reports were added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from stillhere.reports.canonical import canonical_body, clean_text
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report, ReportId
from stillhere.vocabulary.kinds import ReportKind

EMPTY = "{}"
_ACTING = (ReportKind.CORRECTION, ReportKind.WITHDRAWAL, ReportKind.ERASURE)


def targets(report: Report) -> tuple[ReportId, ...]:
    """Reports this decision names, sorted; empty for claims and source withdrawals."""
    if report.kind not in _ACTING:
        return ()
    fields = report.fields
    named = fields.get("targets", [])
    one = fields.get("target")
    return tuple(sorted({ReportId(str(t)) for t in [*named, *([one] if one else [])]}))


def withdrawn_source(report: Report) -> str | None:
    """The source a withdrawal takes back as a whole (the undo of an import)."""
    if report.kind is not ReportKind.WITHDRAWAL:
        return None
    source = report.fields.get("source")
    return None if source is None else clean_text(str(source))


class Book:
    """Reports by id, with their decisions found by what they decide."""

    def __init__(self, as_of: str) -> None:
        self.as_of = as_of
        self.reports: dict[ReportId, Report] = {}
        self._by_source: dict[str, set[ReportId]] = defaultdict(set)
        self._deciding: dict[ReportId, set[ReportId]] = defaultdict(set)
        self._undoing: dict[str, set[ReportId]] = defaultdict(set)
        self._profiles: dict[str, set[ReportId]] = defaultdict(set)

    def add(self, reports: Iterable[Report]) -> set[ReportId]:
        """Add reports; return ids whose force, body or reading may have changed.

        A profile changes the reading of every row of its source. Repeated reports
        change nothing unless a node stamped them differently.
        """
        affected: set[ReportId] = set()
        for report in reports:
            known = self.reports.get(report.id)
            joined = report if known is None else known.merged(report)
            if joined == known:
                continue
            self.reports[report.id] = joined
            if known is None:
                self._enter(joined)
            affected |= self._reach(joined)
        return affected

    def _enter(self, report: Report) -> None:
        self._by_source[report.source].add(report.id)
        for target in targets(report):
            self._deciding[target].add(report.id)
        source = withdrawn_source(report)
        if source is not None:
            self._undoing[source].add(report.id)
        if report.kind is ReportKind.PROFILE:
            self._profiles[str(report.fields.get("about", ""))].add(report.id)

    def _reach(self, report: Report) -> set[ReportId]:
        """The report and everything it decides, however indirectly."""
        reached: set[ReportId] = set()
        open_ids = [report.id]
        while open_ids:
            here = open_ids.pop()
            if here in reached:
                continue
            reached.add(here)
            known = self.reports.get(here)
            if known is not None:
                open_ids.extend(self._decided_by(known))
        return reached

    def _decided_by(self, report: Report) -> Iterator[ReportId]:
        yield from targets(report)
        source = withdrawn_source(report)
        if source is None and report.kind is ReportKind.PROFILE:
            source = str(report.fields.get("about", ""))
        if source is not None:
            yield from self._by_source.get(source, ())

    def erased(self, report: ReportId) -> bool:
        """Whether its body is gone, or an erasure that names it is here."""
        if self.reports[report].body == EMPTY:
            return True
        return any(
            self.reports[d].kind is ReportKind.ERASURE
            for d in self._deciding.get(report, ())
        )

    def withdrawn(self, report: ReportId) -> bool:
        """Whether a withdrawal in force takes it, or its whole source, back."""
        here = self.reports[report]
        by_id = self._in_force_of(self._deciding.get(report, ()), ReportKind.WITHDRAWAL)
        if by_id or here.kind.decides:
            return bool(by_id)
        undo = self._undoing.get(here.source, ())
        return bool(self._in_force_of(undo, ReportKind.WITHDRAWAL))

    def in_force(self, report: ReportId) -> bool:
        """Whether it counts at `as_of`: here, not erased, withdrawn or expired."""
        here = self.reports.get(report)
        if here is None:
            return False
        expires = here.stamp.expires
        if expires is not None and expires <= self.as_of:
            return False
        return not self.erased(report) and not self.withdrawn(report)

    def _in_force_of(
        self, reports: Iterable[ReportId], kind: ReportKind
    ) -> list[ReportId]:
        return [r for r in reports if self.reports[r].kind is kind and self.in_force(r)]

    def effective(self, report: ReportId) -> Report:
        """The report as corrected: per field the latest source_date, then id, wins."""
        here = self.reports[report]
        fixes = self._in_force_of(
            self._deciding.get(report, ()), ReportKind.CORRECTION
        )
        if not fixes:
            return here
        fields: dict[str, Any] = here.fields
        for fix in sorted(fixes, key=self.precedence):
            fields.update(self.reports[fix].fields.get("fields", {}))
        return Report(
            here.id,
            here.kind,
            here.source,
            here.ordinal,
            here.source_key,
            canonical_body(fields),
            here.stamp,
        )

    def precedence(self, report: ReportId) -> tuple[str, ReportId]:
        """Later stated date first in force, then the id; never the order of arrival."""
        return (self.reports[report].stamp.source_date or "", report)

    def profile(self, source: str) -> Profile | None:
        """The profile in force: confirmed before proposed, then precedence."""
        best: tuple[tuple[bool, str, str], Profile] | None = None
        for candidate in self._profiles.get(source, ()):
            if not self.in_force(candidate):
                continue
            try:
                profile = Profile.from_fields(self.effective(candidate).fields)
            except (KeyError, ValueError, TypeError):
                continue
            rank = (profile.confirmed, *self.precedence(candidate))
            if best is None or rank > best[0]:
                best = (rank, profile)
        return None if best is None else best[1]

    def decisions_on(self, report: ReportId) -> list[Report]:
        """Corrections, withdrawals and erasures that name it, by precedence."""
        named = sorted(self._deciding.get(report, ()), key=self.precedence)
        return [self.reports[d] for d in named]
