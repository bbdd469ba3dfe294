"""The one law, under every kind of report and decision mixed."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from stillhere.ledger import Picture
from stillhere.pipeline import build, from_bytes, moved, to_bytes, update
from stillhere.reports import Report, Stamp
from stillhere.vocabulary import ReportKind, Status
from tests.pipeline.lists import (
    AS_OF,
    RULES,
    correction,
    entry,
    erasure,
    judged,
    withdrawal,
    withdrawn_source,
)
from tests.properties.machine_town import CLAIMS, LISTED, PROFILE_REPORTS, STAMPS

claims = st.sampled_from(CLAIMS)
rows = st.sampled_from(LISTED)
DATES = ("2023-09-30", "2023-10-01", AS_OF, "2023-10-06", "2024-01-01")


class Desk(RuleBasedStateMachine):
    """One node to which reports come in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.reports: list[Report] = []
        self.pictures: list[tuple[Picture, int]] = []
        self.picture: Picture
        self.as_of = AS_OF

    @initialize(
        first=st.one_of(st.just(list(CLAIMS)), st.lists(claims)),
        profiles=st.lists(st.sampled_from(PROFILE_REPORTS)),
    )
    def open(self, first: list[Report], profiles: list[Report]) -> None:
        self.reports = [*first, *PROFILE_REPORTS[:4], *profiles]
        self.picture = build(self.reports, RULES, AS_OF)

    def take(self, *reports: Report) -> None:
        self.pictures.append((self.picture, len(self.reports)))
        self.reports += reports
        self.picture = update(self.picture, reports)

    @rule(as_of=st.sampled_from(DATES))
    def move(self, as_of: str) -> None:
        self.as_of = as_of
        self.picture = moved(self.picture, as_of)

    @rule()
    def start_again(self) -> None:
        self.picture = from_bytes(to_bytes(self.picture), RULES)

    @rule(some=st.lists(claims, min_size=1, max_size=12))
    def read(self, some: list[Report]) -> None:
        self.take(*some)

    @rule(what=st.sampled_from(PROFILE_REPORTS))
    def reread(self, what: Report) -> None:
        self.take(what)

    @rule(kind=st.sampled_from(("same", "different", "unsure")), a=rows, b=rows)
    def judge(self, kind: str, a: Report, b: Report) -> None:
        self.take(judged(kind, a, b))

    @rule(what=rows, name=st.sampled_from(("Galstyan", "Saroyan", "Petrosyan Nare")))
    def correct(self, what: Report, name: str) -> None:
        fields = {"Family": name} if what.source == "register" else {"Name": name}
        self.take(correction(what, fields))

    @rule(what=claims)
    def withdraw(self, what: Report) -> None:
        self.take(withdrawal(what.id))

    @rule(source=st.sampled_from(("register", "arrivals", "bus 12", "desk")))
    def undo(self, source: str) -> None:
        self.take(withdrawn_source(source))

    @precondition(lambda self: any(not _claims(r) for r in self.reports))
    @rule(data=st.data())
    def withdraw_decision(self, data: st.DataObject) -> None:
        decisions = [r for r in self.reports if not _claims(r)]
        self.take(withdrawal(data.draw(st.sampled_from(decisions)).id))

    @rule(what=claims, household=st.sampled_from(("", "2", "3")))
    def erase(self, what: Report, household: str) -> None:
        self.take(erasure([what], household))

    @rule(what=claims, stamp=st.sampled_from(STAMPS))
    def stamp_otherwise(self, what: Report, stamp: Stamp) -> None:
        self.take(replace(what, stamp=stamp))

    @rule(person=rows)
    def establish_death(self, person: Report) -> None:
        fields = {"person": person.id, "authority": "court", "document": "17"}
        self.take(entry(ReportKind.DEATH, fields))

    @rule(what=claims)
    def close(self, what: Report) -> None:
        self.take(entry(ReportKind.CLOSING, {"target": what.id}))

    @precondition(lambda self: self.pictures)
    @rule(data=st.data(), more=st.lists(claims, min_size=1, max_size=3))
    def update_an_older_picture(self, data: st.DataObject, more: list[Report]) -> None:
        old, known = data.draw(st.sampled_from(self.pictures[-4:]))
        anew = build([*self.reports[:known], *more], RULES, old.as_of)
        erased = any(r.kind is ReportKind.ERASURE for r in self.reports[known:])
        assert erased or update(old, more).digest == anew.digest

    @rule()
    def compare(self) -> None:
        _assert_same(self.picture, build(self.reports, RULES, self.as_of))

    def teardown(self) -> None:
        if self.reports:
            self.compare()


def _claims(report: Report) -> bool:
    return report.kind is ReportKind.ROW or not report.kind.decides


def _assert_same(one: Picture, two: Picture) -> None:
    for part in ("entries", "households", "places", "sources", "statements"):
        mine, theirs = getattr(one, part), getattr(two, part)
        differing = mine.differing(theirs)
        assert not differing, [(mine.get(k), theirs.get(k)) for k in differing[:1]]
        assert mine.digest == theirs.digest
    assert dict(one.referents) == dict(two.referents)
    assert one.findings == two.findings
    assert one.digest == two.digest
    chances = [picture.evidence.arrivals().everybody(2023) for picture in (one, two)]
    assert chances[0] == chances[1]


def test_the_town_of_the_machine_shows_what_decisions_can_change() -> None:
    picture = build([*CLAIMS, *PROFILE_REPORTS[:4]], RULES, AS_OF)
    shown = {entry.status for entry in picture.entries.values()}
    assert {Status.ARRIVED, Status.FOUND, Status.UNACCOUNTED} <= shown
    assert any(len(entry.words) > 2 for entry in picture.entries.values())
    assert any(entry.alone for entry in picture.entries.values())
    assert picture.sources["bus 12"].family == "arrivals"


TestDesk = Desk.TestCase
