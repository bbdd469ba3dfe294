"""What is known of each source, kept up to date: sums, traits, and who retells whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from stillhere.identity import ListTraits
from stillhere.ledger import SourceEntry
from stillhere.ledger.mention import SourceFacts
from stillhere.pipeline.readings import Delta, Readings, mention_of
from stillhere.reports import ReportId
from stillhere.reports.statements import Statement
from stillhere.vocabulary import PersonEvent, ReportKind


@dataclass(slots=True)
class Sums:
    """Counts over the statements of one source; nothing here depends on order."""

    reports: int = 0
    kinds: Counter[ReportKind] = field(default_factory=Counter)
    events: Counter[PersonEvent] = field(default_factory=Counter)
    dates: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class SourceChange:
    """Names of sources whose entry, facts or traits may be others now.

    A source met for the first time has no mention yet whose facts could change.
    """

    entries: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)


class SourceBook:
    """Sources by name, advanced by the statements that come and go.

    Attributes:
        entries: For the picture; sources without a counting statement are not in it.
        facts: What the fold needs, for every source ever met.
        traits: What identity needs, likewise.
    """

    HELD: ClassVar[tuple[str, ...]] = (
        "entries",
        "facts",
        "traits",
        "_sums",
        "_derived",
        "_families",
    )
    """What it knows beside the readings."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self.entries: dict[str, SourceEntry] = {}
        self.facts: dict[str, SourceFacts] = {}
        self.traits: dict[str, ListTraits] = {}
        self._sums: dict[str, Sums] = defaultdict(Sums)
        self._derived: dict[ReportId, str] = {}
        self._families: dict[str, str] = {}

    def advance(self, delta: Delta, affected: Iterable[ReportId]) -> SourceChange:
        """Take in what changed; say what it changed of the sources."""
        for report, statement in delta.gone.items():
            self._add(report, statement, -1)
        for report, statement in delta.come.items():
            self._add(report, statement, 1)
        reports = self._readings.book.reports
        here = [i for i in affected if i in reports]
        rewired = sum(self._derive(i) for i in here)
        change = SourceChange()
        change.entries = {reports[i].source for i in [*here, *delta.gone, *delta.come]}
        if rewired:
            self._families = _families(self._edges())
            change.entries |= self.facts.keys()
        for source in sorted(change.entries):
            self._describe(source, change)
        return change

    def _add(self, report: ReportId, statement: Statement, sign: int) -> None:
        known = self._readings.book.reports[report]
        sums = self._sums[known.source]
        sums.reports += sign
        sums.kinds[known.kind] += sign
        mention = mention_of(statement)
        if mention is not None:
            sums.events[mention.event] += sign
        date = getattr(statement, "date", None)
        if date is not None:
            sums.dates[date] += sign

    def _derive(self, report: ReportId) -> bool:
        """Note whom a report retells; whether the web of sources may have changed."""
        known = self._readings.book.reports[report]
        counts = report in self._readings.said
        new = (known.stamp.derived_from or "") if counts else ""
        old = self._derived.get(report, "")
        if new == old:
            return False
        origins = self._sums[known.source].origins
        for name, sign in ((old, -1), (new, 1)):
            if name:
                origins[name] += sign
        if new:
            self._derived[report] = new
        else:
            del self._derived[report]
        return (origins[old] == 0 and bool(old)) or origins[new] == 1

    def _edges(self) -> Iterator[tuple[str, str]]:
        for source, sums in self._sums.items():
            for origin, number in sums.origins.items():
                if number > 0:
                    yield source, origin

    def _describe(self, source: str, change: SourceChange) -> None:
        sums = self._sums[source]
        profile = self._readings.profile(source)
        register = profile is not None and profile.register
        once = profile is not None and profile.once
        family = self._families.get(source, source)
        facts = SourceFacts(register, family)
        traits = ListTraits(source, once, register)
        if self.facts.get(source, facts) != facts:
            change.facts.add(source)
        if self.traits.get(source, traits) != traits:
            change.traits.add(source)
        self.facts[source], self.traits[source] = facts, traits
        if sums.reports == 0:
            self.entries.pop(source, None)
            return
        kinds = sorted(kind for kind, number in sums.kinds.items() if number > 0)
        dates = [date for date, number in sums.dates.items() if number > 0]
        self.entries[source] = SourceEntry(
            source=source,
            kind=profile.kind if profile else kinds[0],
            register=register,
            once=once,
            family=family,
            reports=sums.reports,
            events=tuple(
                (e, sums.events[e]) for e in PersonEvent if sums.events[e] > 0
            ),
            first=min(dates, default=None),
            last=max(dates, default=None),
        )


def _families(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The smallest name among the sources that retell each other, however indirectly."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for one, two in edges:
        first, second = sorted((root(one), root(two)))
        parent[second] = first
    return {name: root(name) for name in list(parent)}
