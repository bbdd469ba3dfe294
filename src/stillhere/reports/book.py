"""An index over reports that answers what is in force, and what a new one changes.

Decisions name what they decide by content id, so they cannot form a circle. Nothing here
depends on the order in which reports were added. Withdrawals and erasures do not expire,
an erasure cannot be taken back, and corrections act on claims, judgements and profiles,
never on a correction, withdrawal or erasure (withdraw that one instead).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from stillhere.errors import Finding
from stillhere.reports.canonical import canonical_body
from stillhere.reports.decided import (
    ACTING,
    change,
    profiled_source,
    readable,
    targets,
    withdrawn_source,
)
from stillhere.reports.profile import Profile
from stillhere.reports.report import EMPTY, Report, ReportId
from stillhere.vocabulary.kinds import ReportKind, Scope


class Book:
    """Reports by id, with their decisions found by what they decide.

    Attributes:
        as_of: ISO date or time of the picture; what expires on it has expired.
        reports: Every report added, joined over its copies.
    """

    HELD: ClassVar[tuple[str, ...]] = (
        *("reports", "_unreadable", "_acting", "_by_source"),
        *("_deciding", "_undoing", "_profiles"),
    )
    """What it knows beside its date; what stands is worked out again."""

    def __init__(self, as_of: str) -> None:
        self.as_of = as_of
        self.reports: dict[ReportId, Report] = {}
        self._unreadable: set[ReportId] = set()
        self._acting: set[ReportId] = set()
        self._by_source: dict[str, set[ReportId]] = defaultdict(set)
        self._deciding: dict[ReportId, set[ReportId]] = defaultdict(set)
        self._undoing: dict[str, set[ReportId]] = defaultdict(set)
        self._profiles: dict[str, set[ReportId]] = defaultdict(set)
        self._standing: dict[ReportId, bool] = {}

    def add(self, reports: Iterable[Report]) -> set[ReportId]:
        """Add reports; return ids whose force, body or reading may have changed.

        A profile changes the reading of every row of its source. Repeated reports
        change nothing unless a node stamped or emptied them differently. A decision
        that came first makes its absent target one of the ids.
        """
        affected: set[ReportId] = set()
        for report in reports:
            known = self.reports.get(report.id)
            joined = report if known is None else known.merged(report)
            if joined == known:
                continue
            if known is not None:
                affected |= self._reach(known)
                self._leave(known)
            self._enter(joined)
            affected |= self._reach(joined)
        if affected:
            self._standing.clear()
        return affected

    def _enter(self, report: Report) -> None:
        self.reports[report.id] = report
        for shelf in self._shelves(report):
            shelf.add(report.id)

    def _leave(self, report: Report) -> None:
        for shelf in self._shelves(report):
            shelf.discard(report.id)

    def _shelves(self, report: Report) -> Iterator[set[ReportId]]:
        yield self._by_source[report.source]
        if not readable(report):
            yield self._unreadable
        if report.kind in ACTING:
            yield self._acting
        for target in targets(report):
            yield self._deciding[target]
        withdrawn = withdrawn_source(report)
        if withdrawn is not None:
            yield self._undoing[withdrawn]
        about = profiled_source(report)
        if about is not None:
            yield self._profiles[about]

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
        for source in (withdrawn_source(report), profiled_source(report)):
            if source is not None:
                yield from self._by_source.get(source, ())

    def move(self, as_of: str) -> set[ReportId]:
        """Take a later date; return ids whose force, body or reading may have changed.

        Costs one look at every date of keeping, and more only for what expires.
        """
        counted = [r.id for r in self.reports.values() if r.stamp.expires]
        before = {report for report in counted if not self.expired(report)}
        self.as_of = as_of
        self._standing.clear()
        gone = [self.reports[r] for r in before if self.expired(r)]
        return set().union(*map(self._reach, gone))

    def erased(self, report: ReportId) -> bool:
        """Whether its body is gone, or an erasure that names it is here."""
        here = self.reports[report]
        if here.kind is ReportKind.ERASURE:
            return False
        if here.body == EMPTY:
            return True
        return any(
            self.reports[d].kind is ReportKind.ERASURE
            for d in self._deciding.get(report, ())
        )

    def withdrawn(self, report: ReportId) -> bool:
        """Whether a withdrawal in force takes it, or its whole source, back.

        The withdrawal of a source takes back its claims, not the decisions on them.
        """
        here = self.reports[report]
        if here.kind is ReportKind.ERASURE:
            return False
        by_id = self._in_force_of(self._deciding.get(report, ()), ReportKind.WITHDRAWAL)
        if by_id or here.kind.decides:
            return bool(by_id)
        undo = self._undoing.get(here.source, ())
        return bool(self._in_force_of(undo, ReportKind.WITHDRAWAL))

    def expired(self, report: ReportId) -> bool:
        """Whether its date of keeping is over at `as_of`."""
        here = self.reports[report]
        if here.kind in (ReportKind.ERASURE, ReportKind.WITHDRAWAL):
            return False
        expires = here.stamp.expires
        return expires is not None and expires <= self.as_of

    def in_force(self, report: ReportId) -> bool:
        """Whether it counts: here, readable, not expired, erased or withdrawn."""
        if report not in self.reports or report in self._unreadable:
            return False
        return not (
            self.expired(report) or self.erased(report) or self.withdrawn(report)
        )

    def _in_force_of(
        self, reports: Iterable[ReportId], kind: ReportKind
    ) -> list[ReportId]:
        return [r for r in reports if self.reports[r].kind is kind and self._stands(r)]

    def _stands(self, decision: ReportId) -> bool:
        known = self._standing.get(decision)
        if known is None:
            known = self._standing[decision] = self.in_force(decision)
        return known

    def effective(self, report: ReportId) -> Report:
        """The report as corrected: per field the latest source_date, then id, wins."""
        here = self.reports[report]
        if self.erased(report):
            return here.erased()
        if here.kind in ACTING or report in self._unreadable:
            return here
        fixes = self._in_force_of(self._deciding.get(report, ()), ReportKind.CORRECTION)
        fixes = [fix for fix in fixes if _reaches(self.reports[fix], here)]
        if not fixes:
            return here
        fields = here.fields
        for fix in sorted(fixes, key=self.precedence):
            fields = change(self.reports[fix]).apply(fields)
        return replace(here, body=canonical_body(fields))

    def precedence(self, report: ReportId) -> tuple[str, ReportId]:
        """Later stated date first in force, then the id; never the order of arrival."""
        return (self.reports[report].stamp.source_date or "", report)

    def profile(self, source: str) -> Profile | None:
        """The profile in force: confirmed before proposed, then precedence."""
        best: tuple[tuple[bool, str, str], Profile] | None = None
        for candidate in self._profiles.get(source, ()):
            profile = self._profile_of(candidate) if self._stands(candidate) else None
            if profile is None:
                continue
            rank = (profile.confirmed, *self.precedence(candidate))
            if best is None or rank > best[0]:
                best = (rank, profile)
        return None if best is None else best[1]

    def _profile_of(self, report: ReportId) -> Profile | None:
        try:
            profile = Profile.from_fields(self.effective(report).fields)
        except (KeyError, ValueError, TypeError):
            return None
        about = profiled_source(self.reports[report])
        return profile if profile.source == about else None

    def decisions_on(self, report: ReportId) -> list[Report]:
        """Corrections, withdrawals and erasures that name it, by precedence."""
        named = sorted(self._deciding.get(report, ()), key=self.precedence)
        return [self.reports[d] for d in named]

    def findings(self) -> tuple[Finding, ...]:
        """What cannot be read, or acts on nothing that is here, sorted.

        Of reports that operations may use: what is wrong in others is told to nobody
        who may not see them.
        """
        found = [
            Finding.of("reports/body-unreadable", report=r)
            for r in self._unreadable
            if _is_of_operations(self.reports[r])
        ]
        for source, profiles in self._profiles.items():
            found += [
                Finding.of("reports/profile-unreadable", report=p, source=source)
                for p in profiles
                if self._stands(p)
                and self._profile_of(p) is None
                and _is_of_operations(self.reports[p])
            ]
        for decision in sorted(self._acting):
            if self._stands(decision) and _is_of_operations(self.reports[decision]):
                found += self._aimless(self.reports[decision])
        return tuple(sorted(found))

    def _aimless(self, decision: Report) -> Iterator[Finding]:
        named = targets(decision)
        empty = decision.kind is ReportKind.CORRECTION and not change(decision)
        if empty or not (named or withdrawn_source(decision)):
            yield Finding.of(
                "reports/decision-without-effect",
                kind=decision.kind,
                report=decision.id,
            )
        for target in named:
            if target not in self.reports:
                yield Finding.of(
                    "reports/decision-without-target",
                    kind=decision.kind,
                    report=decision.id,
                    target=target,
                )


def _is_of_operations(report: Report) -> bool:
    return Scope.OPERATIONS in report.stamp.scopes


def _reaches(fix: Report, target: Report) -> bool:
    """Whether a correction may be seen where its target is used.

    One for restricted purposes alone would carry its words into operations.
    """
    return _is_of_operations(fix) or not _is_of_operations(target)
