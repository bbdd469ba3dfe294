"""Everything a picture is computed from, advanced in place by one writer.

Building is advancing from nothing with all reports; updating is advancing with a few.
There is no second way to a picture, so the two can differ only in what is remembered in
between, and that is plain sums and sets.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from stillhere.errors import Finding
from stillhere.identity import EMBEDDED, Change, Engine, Index
from stillhere.intake.buildings import Buildings
from stillhere.intake.located import PlaceReader
from stillhere.ledger import SourceEntry
from stillhere.ledger.fold import Facts
from stillhere.ledger.ground import LocalStatement
from stillhere.pipeline.decisions import DecisionChange, Decisions
from stillhere.pipeline.grounds import Grounds, PlaceChange
from stillhere.pipeline.moves import mention_in, move_local, move_person
from stillhere.pipeline.people import Dirt, People, PeopleChange
from stillhere.pipeline.readings import Delta, Progress, Readings, mention_of
from stillhere.pipeline.rules import Rules
from stillhere.pipeline.shapes import program
from stillhere.pipeline.source_book import SourceBook
from stillhere.reports import EMPTY, Report, ReportId
from stillhere.reports.book import Book
from stillhere.reports.decided import ACTING, readable
from stillhere.reports.statements import PersonStatement, Statement
from stillhere.vocabulary import ReportKind

_RELINK_SHARE = 4
"""From a quarter of all mentions on, linking anew costs less than linking on."""


class Keeper(Protocol):
    """What keeps a part of the derived values in plain containers of its own.

    Attributes:
        HELD: Names of these containers; everything else it has is given to it.
    """

    HELD: ClassVar[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Work:
    """Every derived value that is another now.

    Attributes:
        delta: Statements.
        sources: Names of sources to look up again.
        people: Entries, households, referents.
        places: Settlements and dwellings.
    """

    delta: Delta
    sources: set[str]
    people: PeopleChange
    places: PlaceChange


class Workbench:
    """Reports and everything derived from them, at one date and by given rules."""

    def __init__(
        self,
        rules: Rules,
        as_of: str,
        buildings: Buildings | None = None,
        engine: Engine = EMBEDDED,
    ) -> None:
        self.rules = rules
        self.engine = engine
        self.as_of = as_of
        self.program = program()  # now: its files may be replaced while it runs
        self.log: list[Report] = []
        self.book = Book(as_of)
        self._book_findings: tuple[Finding, ...] = ()
        self.readings = Readings(self.book)
        self.sources = SourceBook(self.readings)
        self.decisions = Decisions(self.book)
        facts = Facts(self.sources.facts, self.decisions.deaths, self.decisions.closed)
        year = int(as_of[:4])
        self.people = People(facts, self.decisions.remainders, rules.ledger, year)
        self.grounds = Grounds()
        if buildings is None:
            buildings = Buildings(rules.buildings, rules.gazetteer)
        self.places = PlaceReader(rules.gazetteer, buildings)
        self.index = self._linked_anew(lambda _stage, _done: None)

    def advance(self, reports: Iterable[Report], tell: Progress) -> Work:
        """Take reports in, in any order and repetition."""
        return self._follow(self._take_in(reports, tell), tell)

    def move(self, as_of: str, tell: Progress) -> Work:
        """Take a later date of the same year: what expires no longer counts."""
        affected = self.book.move(as_of)
        self.as_of = as_of
        self._look_for_findings(affected)
        return self._follow(affected, tell)

    def _follow(self, affected: set[ReportId], tell: Progress) -> Work:
        """Let everything follow what may have changed in the book."""
        delta = self.readings.advance(affected, tell)
        sources = self.sources.advance(delta, affected)
        decisions = self.decisions.advance(delta, affected)
        dirt = Dirt(groups=decisions.groups)
        self._move(delta, dirt)
        change = self._link(delta, sources.traits, decisions, tell)
        tell("folding entries", 0.0)
        stale = {*decisions.mentions, *delta.come, *self._mentions_of(sources.facts)}
        people = self.people.advance(change, stale, dirt)
        tell("folding places", 0.0)
        for before, after in people.entries.values():
            self.grounds.house(before, after)
        return Work(delta, sources.entries, people, self.grounds.advance())

    def _take_in(self, reports: Iterable[Report], tell: Progress) -> set[ReportId]:
        """Put reports in the book; empty the bodies erasures name, wherever held."""
        tell("taking in reports", 0.0)
        new = list(reports)
        affected = self.book.add(new)
        self.log.extend(new)
        held = self.book.reports
        erased = [i for i in affected if i in held and self._to_empty(held[i])]
        if erased:
            affected |= self.book.add(held[i].erased() for i in erased)
            gone = set(erased)
            self.log = [r.erased() if r.id in gone else r for r in self.log]
        self._look_for_findings(affected)
        return affected

    def _look_for_findings(self, affected: Iterable[ReportId]) -> None:
        if any(self._bears_on_findings(i) for i in affected):
            self._book_findings = self.book.findings()

    def _bears_on_findings(self, report: ReportId) -> bool:
        """Whether what the book finds may be another now; a plain row leaves it."""
        known = self.book.reports.get(report)
        if known is None or self.book.decisions_on(report) or not readable(known):
            return True
        return known.kind is ReportKind.PROFILE or known.kind in ACTING

    def _to_empty(self, report: Report) -> bool:
        return report.body != EMPTY and self.book.erased(report.id)

    def _move(self, delta: Delta, dirt: Dirt) -> None:
        for statement in delta.gone.values():
            person = mention_of(statement)
            if person is not None:
                left = self.people.leave(person.report, dirt)
                move_person(left, -1, self.grounds)
            if isinstance(statement, LocalStatement):
                move_local(statement, -1, self.places, self.grounds)
        for statement in delta.come.values():
            mention = mention_in(statement, self.places)
            if mention is not None:
                self.people.enter(mention, dirt)
                move_person(mention, 1, self.grounds)
            if isinstance(statement, LocalStatement):
                move_local(statement, 1, self.places, self.grounds)
        self.people.forget(dirt)

    def _link(
        self,
        delta: Delta,
        retraited: set[str],
        decisions: DecisionChange,
        tell: Progress,
    ) -> Change:
        """Let identity follow; all of it anew where much has changed."""
        gone, come = _persons(delta.gone), _persons(delta.come)
        for report in self._mentions_of(retraited):
            if report not in come:
                gone[report] = come[report] = self.people.mentions[report].said
        if not (gone or come or decisions.judgements_gone or decisions.judgements_come):
            return Change((), (), 0)
        if len(gone) + len(come) > len(self.people.mentions) / _RELINK_SHARE:
            return self._relink(tell)
        return self.index.update(
            gone=gone,
            come=come.values(),
            lists=self.sources.traits,
            judgements_gone=decisions.judgements_gone,
            judgements_come=decisions.judgements_come,
        )

    def _relink(self, tell: Progress) -> Change:
        self.index = self._linked_anew(tell)
        clusters = tuple(self.index.clusters())
        vanished = self.people.clusters.keys() - {cluster.id for cluster in clusters}
        return Change(tuple(sorted(vanished)), clusters, len(self.people.mentions))

    def _linked_anew(self, tell: Progress) -> Index:
        return Index.build(
            [m.said for m in self.people.mentions.values()],
            self.sources.traits,
            self.decisions.judgements.values(),
            self.rules.identity,
            self.places,
            tell,
            engine=self.engine,
        )

    def _mentions_of(self, sources: set[str]) -> list[ReportId]:
        """Every mention of some sources; looked for only when sources changed."""
        if not sources:
            return []
        held = self.people.mentions.items()
        return sorted(report for report, m in held if m.said.source in sources)

    def held(self) -> dict[str, Any]:
        """Plain containers that hold all it knows, but the index and the log."""
        return {
            f"{what}.{name}": getattr(keeper, name)
            for what, keeper in self._keepers().items()
            for name in keeper.HELD
        }

    def resume(self, held: Mapping[str, Any], index: bytes) -> None:
        """Take over what another workbench of these rules and date held.

        The log begins anew: with every report once.
        """
        for place, mine in self.held().items():
            mine.update(held[place])
        self.log = list(self.book.reports.values())
        self.index = Index.from_bytes(index, self.rules.identity, self.places)
        self._book_findings = self.book.findings()

    def _keepers(self) -> dict[str, Keeper]:
        return {
            "book": self.book,
            "readings": self.readings,
            "sources": self.sources,
            "decisions": self.decisions,
            "people": self.people,
            "grounds": self.grounds,
        }

    def source(self, name: str) -> SourceEntry | None:
        """A source for the picture; None where none of its statements counts."""
        return self.sources.entries.get(name)

    def findings(self) -> tuple[Finding, ...]:
        """Everything wrong in the data, each once, sorted."""
        return tuple(sorted(set(self._found())))

    def _found(self) -> Iterator[Finding]:
        yield from self._book_findings
        yield from self.readings.findings()
        yield from self.index.findings()
        yield from self.people.findings()


def _persons(statements: dict[ReportId, Statement]) -> dict[ReportId, PersonStatement]:
    found = ((report, mention_of(said)) for report, said in statements.items())
    return {report: person for report, person in found if person is not None}
