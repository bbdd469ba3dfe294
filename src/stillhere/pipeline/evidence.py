"""What stands behind the newest picture of a workbench, for who opens a figure.

While one thread runs `update` or `moved`, others may read every `Picture` and, here,
`report`, `statement`, `mention`, `links` and `provenance`: each answers as before the
update or as after it, never in between. Everything else walks columns that an update
changes in place: only under a lock the writer holds too. So does `to_bytes`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from stillhere.identity import (
    Arrivals,
    Candidate,
    Cluster,
    Doubts,
    Explanation,
    Hit,
    Link,
    MentionId,
)
from stillhere.ledger import PersistentMap, Picture
from stillhere.ledger.persistent import by_hex
from stillhere.pipeline.people import PeopleChange
from stillhere.pipeline.workbench import Workbench
from stillhere.reports import Provenance, Report, ReportId
from stillhere.reports.statements import PersonStatement, Statement


class _Linked(NamedTuple):
    """Who is held to be one in the newest picture; replaced as a whole."""

    clusters: PersistentMap[Cluster]
    referents: PersistentMap[MentionId]


class BenchEvidence:
    """Reads a workbench; older pictures see its newest reading.

    Attributes:
        bench: Only `pipeline` advances it.
        extents: Length of the bench's log at each picture made on it, by epoch.
    """

    def __init__(self, bench: Workbench, provenance: Iterable[Provenance]) -> None:
        self.bench = bench
        self.extents: list[int] = []
        self._provenance: dict[ReportId, Provenance] = {}
        self._linked = _Linked(
            PersistentMap.of(bench.people.clusters, by_hex),
            PersistentMap.of({}, by_hex),
        )
        self.remember(provenance)

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

    def origins(self) -> dict[ReportId, Provenance]:
        """All of them, by report."""
        return self._provenance

    def reports_of(self, epoch: int) -> list[Report]:
        """The reports a picture of this line was made of."""
        return self.bench.log[: self.extents[epoch - 1]]

    def provenances(self) -> list[Provenance]:
        """All of them."""
        return list(self._provenance.values())

    def painted(
        self, change: PeopleChange, referents: PersistentMap[MentionId]
    ) -> None:
        """A picture was made of the bench as it is now."""
        self.extents.append(len(self.bench.log))
        clusters = self._linked.clusters.changed(change.clusters, change.clusters_gone)
        self._linked = _Linked(clusters, referents)

    def links(self, mention: MentionId) -> tuple[Link, ...]:
        """The links that hold the person of this mention together, sorted."""
        clusters, referents = self._linked
        return clusters[referents.get(mention, mention)].links

    def explain(self, a: MentionId, b: MentionId) -> Explanation:
        """Which evidence counted how much between two mentions."""
        return self.bench.index.explain(a, b)

    def candidates(self, mention: MentionId, limit: int) -> list[Candidate]:
        """Who else this mention may be, best first."""
        return self.bench.index.candidates(mention, limit)

    def doubts(self) -> Doubts:
        """Pairs of mentions a person may have to look at."""
        return self.bench.index.doubts

    def arrivals(self) -> Arrivals:
        """Chances that people of registers have left or arrived."""
        return self.bench.index.arrivals

    def search(self, text: str, limit: int) -> list[Hit]:
        """Mentions that answer a name in any script or a number, best first."""
        return self.bench.index.search(text, limit)


def evidence_of(picture: Picture) -> BenchEvidence:
    """The evidence of a picture made here.

    Raises:
        TypeError: The picture was not made by `build` or `update`.
    """
    if not isinstance(picture.evidence, BenchEvidence):
        raise TypeError("only a picture made by build or update can be carried on")
    return picture.evidence
