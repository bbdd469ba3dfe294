"""What stands behind the newest picture of a workbench, for who opens a figure."""

from collections.abc import Iterable

from stillhere.identity import Candidate, Doubts, Explanation, Hit, Link, MentionId
from stillhere.pipeline.workbench import Workbench
from stillhere.reports import Provenance, Report, ReportId
from stillhere.reports.statements import PersonStatement, Statement


class BenchEvidence:
    """Reads a workbench; older pictures see its newest reading.

    Attributes:
        bench: Only `pipeline` advances it.
        extents: Length of the bench's log at each picture made on it, by epoch.
    """

    def __init__(self, bench: Workbench, provenance: Iterable[Provenance]) -> None:
        self.bench = bench
        self.extents: list[int] = []
        self._provenance = {p.report: p for p in provenance}

    def report(self, report: ReportId) -> Report | None:
        """The report as stored, or None for an unknown id."""
        return self.bench.book.reports.get(report)

    def statement(self, report: ReportId) -> Statement | None:
        """What it states by the newest profile; None if it does not count."""
        return self.bench.readings.said.get(report)

    def mention(self, mention: MentionId) -> PersonStatement | None:
        """The person a report states, in a row, a call or a tracing request."""
        known = self.bench.people.mentions.get(mention)
        return None if known is None else known.said

    def provenance(self, report: ReportId) -> Provenance | None:
        """Where it was read, if this node knows."""
        return self._provenance.get(report)

    def remember(self, provenance: Iterable[Provenance]) -> None:
        """Take over where reports were read; the first known place stays."""
        for origin in provenance:
            self._provenance.setdefault(origin.report, origin)

    def provenances(self) -> Iterable[Provenance]:
        """All of them."""
        return self._provenance.values()

    def links(self, mention: MentionId) -> tuple[Link, ...]:
        """The links that hold the person of this mention together, sorted."""
        people = self.bench.people
        return people.clusters[people.referent[mention]].links

    def explain(self, a: MentionId, b: MentionId) -> Explanation:
        """Which evidence counted how much between two mentions."""
        return self.bench.index.explain(a, b)

    def candidates(self, mention: MentionId, limit: int) -> list[Candidate]:
        """Who else this mention may be, best first."""
        return self.bench.index.candidates(mention, limit)

    def doubts(self) -> Doubts:
        """Pairs of mentions a person may have to look at."""
        return self.bench.index.doubts

    def search(self, text: str, limit: int) -> list[Hit]:
        """Mentions that answer a name in any script or a number, best first."""
        return self.bench.index.search(text, limit)

    def index_bytes(self) -> bytes:
        """The index of identity, to be kept in the encrypted store alone."""
        return self.bench.index.to_bytes()
