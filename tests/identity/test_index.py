"""Update gives exactly what a build gives, whatever comes, goes or is decided."""

from collections.abc import Iterable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from stillhere.identity import Cluster, Index, ListTraits
from stillhere.reports import ReportId
from stillhere.reports.statements import Judgement, JudgementKind, PersonStatement
from tests.identity.made import (
    PLACES,
    RULES,
    SOURCES,
    TRAITS,
    born,
    built,
    judged,
    mention,
    people,
    pool,
    report_id,
    written,
)


class Updates(RuleBasedStateMachine):
    """Mentions, traits of lists and judgements come and go in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.index = built([])
        self.present: dict[ReportId, PersonStatement] = {}
        self.traits = dict(TRAITS)
        self.judgements: dict[ReportId, Judgement] = {}
        self.picture: dict[ReportId, Cluster] = {}

    def update(
        self,
        gone: Iterable[ReportId] = (),
        come: Iterable[PersonStatement] = (),
        judgements_gone: Iterable[Judgement] = (),
        judgements_come: Iterable[Judgement] = (),
    ) -> None:
        gone, come = list(gone), list(come)
        change = self.index.update(
            gone=gone,
            come=come,
            lists=self.traits,
            judgements_gone=judgements_gone,
            judgements_come=judgements_come,
        )
        for name in gone:
            del self.present[name]
        self.present |= {m.report: m for m in come}
        for name in change.vanished:
            self.picture.pop(name, None)
        self.picture |= {c.id: c for c in change.clusters}

    @initialize(data=st.data(), crowd=st.integers(0, 12), riders=st.integers(0, 14))
    def begin(self, data: st.DataObject, crowd: int, riders: int) -> None:
        self.people = data.draw(people())
        rows = [data.draw(written(person, 9)) for person in self.people]
        many = [self.member(n) for n in range(crowd)]
        seated = [self.rider(n) for n in range(riders)]
        self.index = Index.build(
            [*rows, *many, *seated], self.traits, [], RULES, PLACES
        )
        self.present = {m.report: m for m in (*rows, *many, *seated)}
        self.picture = {c.id: c for c in self.index.clusters()}

    def member(self, number: int) -> PersonStatement:
        """Somebody in a household of the arrivals that everybody claims."""
        person = self.people[number % len(self.people)]
        return mention(
            "arrivals",
            f"crowd {number}",
            person.given,
            family=person.family,
            birth=born(person.year, person.month, person.day),
            household="crowd",
        )

    def rider(self, number: int) -> PersonStatement:
        """Somebody on the one bus; seats are shared now and then."""
        person = self.people[number % len(self.people)]
        return mention(
            "bus",
            f"rider {number}",
            person.given,
            family=person.family,
            birth=born(person.year - 1, width=1),
            vehicle="1",
            ordinal=number // (1 + number % 3),
        )

    def free(self, rows: Iterable[PersonStatement]) -> list[PersonStatement]:
        found = {m.report: m for m in rows if m.report not in self.present}
        return list(found.values())

    @rule(data=st.data(), copy=st.integers(0, 2), count=st.integers(1, 3))
    def rows_come(self, data: st.DataObject, copy: int, count: int) -> None:
        drawn = st.sampled_from(self.people).flatmap(lambda p: written(p, copy))
        self.update(come=self.free(data.draw(drawn) for _ in range(count)))

    @rule(numbers=st.sets(st.integers(0, 15), min_size=1, max_size=4))
    def a_household_grows(self, numbers: set[int]) -> None:
        self.update(come=self.free(self.member(n) for n in sorted(numbers)))

    @rule(numbers=st.sets(st.integers(0, 20), min_size=1, max_size=4))
    def the_bus_fills(self, numbers: set[int]) -> None:
        self.update(come=self.free(self.rider(n) for n in sorted(numbers)))

    @precondition(lambda self: self.present)
    @rule(data=st.data())
    def rows_go(self, data: st.DataObject) -> None:
        names = st.sampled_from(sorted(self.present))
        self.update(gone=sorted(data.draw(st.sets(names, min_size=1, max_size=4))))

    @precondition(lambda self: self.present)
    @rule(data=st.data())
    def a_row_is_corrected(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.present)))
        drawn = data.draw(written(data.draw(st.sampled_from(self.people))))
        fields = {f: getattr(drawn, f) for f in ("name", "birth", "place", "phones")}
        old = self.present[name]
        kept = {f: getattr(old, f) for f in ("household", "vehicle", "ordinal")}
        changed = PersonStatement(name, old.source, old.event, **fields, **kept)
        self.update(gone=[name], come=[changed])

    @rule(source=st.sampled_from(SOURCES), once=st.booleans(), register=st.booleans())
    def a_profile_is_corrected(self, source: str, once: bool, register: bool) -> None:
        self.traits[source] = ListTraits(source, once, register)
        rows = [m for m in self.present.values() if m.source == source]
        self.update(gone=[m.report for m in rows], come=rows)

    @precondition(lambda self: len(self.present) > 1)
    @rule(
        data=st.data(),
        kind=st.sampled_from(JudgementKind),
        number=st.integers(0, 2),
        near=st.booleans(),
        date=st.sampled_from(("", "2023-10-01", "2023-10-02")),
    )
    def an_officer_decides(
        self,
        data: st.DataObject,
        kind: JudgementKind,
        number: int,
        near: bool,
        date: str,
    ) -> None:
        pairs = sorted(pool(self.index)) if near else []
        names = sorted(self.present)
        if pairs:
            a, b = (ReportId(m) for m in data.draw(st.sampled_from(pairs)))
        else:
            a, b = (data.draw(st.sampled_from(names)) for _ in range(2))
        judgement = judged(kind, a, b, number, date)
        if judgement.report not in self.judgements:
            self.update(judgements_come=[judgement])
            self.judgements[judgement.report] = judgement

    @precondition(lambda self: self.judgements)
    @rule(data=st.data())
    def decisions_are_taken_back(self, data: st.DataObject) -> None:
        names = st.sampled_from(sorted(self.judgements))
        back = [
            self.judgements.pop(name)
            for name in sorted(data.draw(st.sets(names, min_size=1, max_size=3)))
        ]
        self.update(judgements_gone=back)

    @invariant()
    def it_is_what_a_build_gives(self) -> None:
        decided = list(self.judgements.values())
        fresh = Index.build(self.present.values(), self.traits, decided, RULES, PLACES)
        clusters = list(fresh.clusters())
        assert pool(self.index) == pool(fresh)
        assert list(self.index.clusters()) == clusters
        assert self.picture == {c.id: c for c in clusters}
        assert self.index.findings() == fresh.findings()
        assert len(self.index) == len(self.present)


TestUpdates = Updates.TestCase
TestUpdates.settings = settings(max_examples=min(settings.default.max_examples, 100))  # type: ignore[union-attr]


def couple() -> tuple[PersonStatement, PersonStatement]:
    """A register row and an arrival row of one person."""
    said = {"family": "Melikyan", "birth": born(1950, 3, 7)}
    return (
        mention("register", 1, "Levon", **said),
        mention("arrivals", 1, "Levon", **said),
    )


def test_an_empty_index_answers() -> None:
    index = built([])
    assert list(index.clusters()) == []
    assert index.search("Levon") == []
    assert len(index) == 0
    assert index.update().clusters == ()


def test_a_row_that_comes_is_linked_and_one_that_goes_is_forgotten() -> None:
    registered, arrived = couple()
    index = built([registered])
    change = index.update(come=[arrived], lists=TRAITS)
    (cluster,) = change.clusters
    assert set(cluster.members) == {registered.report, arrived.report}
    assert index.cluster_of(arrived.report) == cluster
    change = index.update(gone=[arrived.report])
    assert [c.members for c in change.clusters] == [(registered.report,)]
    assert arrived.report not in index
    with pytest.raises(KeyError):
        index.cluster_of(arrived.report)


def test_a_change_names_the_clusters_that_are_no_more() -> None:
    registered, arrived = couple()
    index = built([registered, arrived])
    (before,) = index.clusters()
    change = index.update(gone=[before.id])
    assert change.vanished == (before.id,)


def test_a_row_that_is_not_there_may_go() -> None:
    index = built(list(couple()))
    change = index.update(gone=[report_id("nobody")])
    assert change.clusters == ()
    assert change.vanished == ()


def test_a_judgement_that_cannot_hold_is_forgotten_with_its_rows() -> None:
    """Either row of a broken judgement may go; the finding goes with it."""
    said = {"family": "Melikyan", "birth": born(1950, 3, 7)}
    a, b, c = (
        mention(s, 1, "Levon", **said) for s in ("arrivals", "calls", "register")
    )
    decided = [
        judged(JudgementKind.SAME, a.report, b.report),
        judged(JudgementKind.SAME, b.report, c.report),
        judged(JudgementKind.DIFFERENT, a.report, c.report),
    ]
    for leaving in (a, b, c):
        index = built([a, b, c], decided)
        assert len(index.findings()) == 1
        index.update(gone=[leaving.report])
        assert index.findings() == ()
        index.update(come=[leaving], lists=TRAITS)
        assert index.findings() == built([a, b, c], decided).findings()


def test_progress_is_told() -> None:
    told: list[tuple[str, float]] = []
    Index.build(
        couple(),
        TRAITS,
        [],
        RULES,
        PLACES,
        lambda what, done: told.append((what, done)),
    )
    assert told[-1] == ("choosing links", 1.0)
    assert all(0 <= done <= 1 for _, done in told)
