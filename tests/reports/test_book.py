from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from stillhere.reports import EMPTY, Book, Profile, Report, ReportId, Stamp
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field
from tests.reports.strategies import (
    AS_OF,
    SOURCES,
    claims,
    correction,
    decision,
    decisions,
    erasure,
    profile_of,
    row,
    sets_of_reports,
    stamps,
    withdrawal,
)

ANNA = row({"Name": "Anna", "Phone": "1"})
Seen = dict[ReportId, tuple[bool, str, Profile | None]]


def seen(book: Book) -> Seen:
    """What a reader of the book sees of each report: force, body and reading."""
    return {
        report: (
            book.in_force(report),
            book.effective(report).body,
            book.profile(book.reports[report].source),
        )
        for report in sorted(book.reports)
    }


def book_of(*reports: Report, as_of: str = AS_OF) -> Book:
    book = Book(as_of)
    book.add(reports)
    return book


@given(sets_of_reports(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(
    reports: list[Report], rng: Random
) -> None:
    shuffled = reports + reports
    rng.shuffle(shuffled)
    one_by_one = Book(AS_OF)
    for report in shuffled:
        one_by_one.add([report])
    whole = book_of(*reports)
    assert one_by_one.reports == whole.reports
    assert seen(one_by_one) == seen(whole)
    assert one_by_one.findings() == whole.findings()


@given(sets_of_reports())
def test_adding_again_affects_nothing(reports: list[Report]) -> None:
    assert book_of(*reports).add(reports) == set()


class Arrivals(RuleBasedStateMachine):
    """Reports arrive one by one; the book must stay what a fresh one would be."""

    @initialize(first=claims())
    def open_the_book(self, first: Report) -> None:
        self.arrived = [first]
        self.book = book_of(first)

    def _arrive(self, report: Report) -> None:
        before = seen(self.book)
        affected = self.book.add([report])
        after = seen(self.book)
        changed = {r for r in after if after[r] != before.get(r)}
        assert changed <= affected
        self.arrived.append(report)

    @rule(report=claims())
    def import_a_row(self, report: Report) -> None:
        self._arrive(report)

    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        self._arrive(data.draw(decisions(self.arrived)))

    @rule(data=st.data())
    def take_a_decision_back(self, data: st.DataObject) -> None:
        made = [r for r in self.arrived if r.kind.decides] or self.arrived
        self._arrive(withdrawal(data.draw(st.sampled_from(made))))

    @rule(data=st.data(), stamp=stamps)
    def hear_it_from_another_node(self, data: st.DataObject, stamp: Stamp) -> None:
        again = data.draw(st.sampled_from(self.arrived))
        self._arrive(replace(again, stamp=stamp))

    @rule(data=st.data())
    def receive_an_emptied_copy(self, data: st.DataObject) -> None:
        self._arrive(data.draw(st.sampled_from(self.arrived)).erased())

    @invariant()
    def it_equals_a_book_written_backwards(self) -> None:
        fresh = book_of(*reversed(self.arrived))
        assert fresh.reports == self.book.reports
        assert seen(fresh) == seen(self.book)


TestArrivals = Arrivals.TestCase


def test_a_withdrawal_taken_back_lets_the_row_count_again() -> None:
    taken = withdrawal(ANNA)
    assert not book_of(ANNA, taken).in_force(ANNA.id)
    assert book_of(ANNA, taken, withdrawal(taken)).in_force(ANNA.id)
    thrice = withdrawal(withdrawal(taken))
    assert not book_of(ANNA, taken, withdrawal(taken), thrice).in_force(ANNA.id)


def test_the_withdrawal_of_a_source_takes_back_rows_that_come_later() -> None:
    undo = decision(ReportKind.WITHDRAWAL, {"source": ANNA.source})
    book = book_of(undo)
    assert book.add([ANNA]) == {ANNA.id}
    assert not book.in_force(ANNA.id)
    other = row({"Name": "Anna"}, source=SOURCES[1])
    book.add([other])
    assert book.in_force(other.id)


def test_the_withdrawal_of_a_source_leaves_decisions_on_its_rows() -> None:
    fix = replace(correction(ANNA, {"Name": "Ani"}), source=ANNA.source)
    undo = decision(ReportKind.WITHDRAWAL, {"source": ANNA.source})
    assert book_of(ANNA, fix, undo).in_force(fix.id)


def test_a_withdrawal_does_not_expire_and_bring_the_row_back() -> None:
    body = {"target": ANNA.id}
    taken = decision(ReportKind.WITHDRAWAL, body, expires="2023-09-25")
    assert not book_of(ANNA, taken).in_force(ANNA.id)


def test_an_expired_correction_corrects_no_more() -> None:
    fix = replace(correction(ANNA, {"Name": "Ani"}), stamp=Stamp(expires="2023-09-25"))
    assert book_of(ANNA, fix).effective(ANNA.id) == ANNA


def test_an_erasure_cannot_be_withdrawn_emptied_or_outlived() -> None:
    gone = replace(erasure(ANNA), stamp=Stamp(expires="2023-09-25"))
    for second in (withdrawal(gone), erasure(gone), replace(gone, body=EMPTY)):
        book = book_of(second, ANNA, gone)
        assert not book.in_force(ANNA.id)
        assert book.effective(ANNA.id).body == EMPTY
        assert book.in_force(gone.id)


def test_a_correction_shows_nothing_of_an_erased_row() -> None:
    book = book_of(ANNA, correction(ANNA, {"Name": "Ani"}), erasure(ANNA))
    assert book.effective(ANNA.id).body == EMPTY


def test_the_later_correction_of_a_field_wins_and_other_fields_stay() -> None:
    first = correction(ANNA, {"Name": "Ani", "Year": "1951"}, date="2023-09-25")
    later = correction(ANNA, {"Name": "Anahit"}, date="2023-09-30")
    for order in ((ANNA, first, later), (later, first, ANNA)):
        assert book_of(*order).effective(ANNA.id).fields == {
            "Name": "Anahit",
            "Phone": "1",
            "Year": "1951",
        }


def test_a_correction_for_the_dead_alone_carries_no_word_into_operations() -> None:
    dead, both = Stamp(scopes=(Scope.THE_DEAD,)), (Scope.OPERATIONS, Scope.THE_DEAD)
    fix = replace(correction(ANNA, {"Name": "Ani"}), stamp=dead)
    assert book_of(ANNA, fix).effective(ANNA.id) == ANNA
    hidden = replace(ANNA, stamp=dead)
    assert book_of(hidden, fix).effective(ANNA.id).fields["Name"] == "Ani"
    shared = replace(fix, stamp=Stamp(scopes=both))
    assert book_of(ANNA, shared).effective(ANNA.id).fields["Name"] == "Ani"


def test_findings_tell_nothing_of_what_operations_may_not_use() -> None:
    hidden = Stamp(scopes=(Scope.MEDICAL,))
    broken = decision(ReportKind.PROFILE, {"about": "a ward", "kind": "none"})
    aimless = decision(ReportKind.WITHDRAWAL, {"target": "0" * 32})
    assert len(book_of(broken, aimless).findings()) == 2
    told = book_of(*(replace(r, stamp=hidden) for r in (broken, aimless))).findings()
    assert told == ()


def test_an_emptied_correction_corrects_no_more_and_says_whom_it_concerned() -> None:
    fix = correction(ANNA, {"Name": "Ani"})
    book = book_of(ANNA, fix)
    assert ANNA.id in book.add([fix.erased()])
    assert book.effective(ANNA.id) == ANNA
    assert book.decisions_on(ANNA.id) == []


def test_a_decision_that_came_first_names_its_absent_target() -> None:
    book = Book(AS_OF)
    taken = withdrawal(ANNA)
    assert book.add([taken]) == {taken.id, ANNA.id}
    assert not book.in_force(ANNA.id)
    assert [f.code for f in book.findings()] == ["reports/decision-without-target"]
    book.add([ANNA])
    assert book.findings() == ()


def test_a_confirmed_profile_beats_any_proposed_one() -> None:
    source = SOURCES[0]
    confirmed = profile_of(source, {"Name": "name"}, confirmed=True)
    proposals = [
        profile_of(source, {"Name": field}, confirmed=False)
        for field in ("given_name", "family_name", "note", "ignore")
    ]
    profile = book_of(*proposals, confirmed).profile(source)
    assert profile is not None
    assert profile.headers(Field.NAME) == ("Name",)
    assert book_of(ANNA).profile(source) is None


def test_a_profile_affects_every_row_of_its_source_and_no_other() -> None:
    other = row({"Name": "Anna"}, source=SOURCES[1])
    book = book_of(ANNA, other)
    profile = profile_of(SOURCES[0], {"Name": "name"}, confirmed=True)
    assert book.add([profile]) == {profile.id, ANNA.id}


def test_a_correction_of_a_profile_reads_its_rows_anew() -> None:
    profile = profile_of(SOURCES[0], {"Name": "name"}, confirmed=True)
    book = book_of(ANNA, profile)
    assert ANNA.id in book.add([correction(profile, {"register": True})])
    corrected = book.profile(SOURCES[0])
    assert corrected is not None
    assert corrected.register


def test_a_correction_cannot_move_a_profile_to_another_source() -> None:
    profile = profile_of(SOURCES[0], {"Name": "name"}, confirmed=True)
    book = book_of(profile, correction(profile, {"about": SOURCES[1]}))
    assert book.profile(SOURCES[0]) is None
    assert book.profile(SOURCES[1]) is None


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        (ReportKind.WITHDRAWAL, {"why": "mistake"}, "reports/decision-without-effect"),
        (ReportKind.ERASURE, {"targets": "x"}, "reports/decision-without-effect"),
        (
            ReportKind.CORRECTION,
            {"target": ANNA.id, "fields": ["Name"]},
            "reports/decision-without-effect",
        ),
        (
            ReportKind.PROFILE,
            {"about": "list", "kind": "no such kind", "columns": []},
            "reports/profile-unreadable",
        ),
    ],
)
def test_a_decision_that_cannot_act_is_told(
    kind: ReportKind, body: dict[str, str], code: str
) -> None:
    broken = decision(kind, body)
    book = book_of(ANNA, broken)
    assert [f.code for f in book.findings()] == [code]
    assert broken.id in book.findings()[0].sentence
    assert book.effective(ANNA.id) == ANNA


def test_a_decision_taken_back_is_told_no_more() -> None:
    broken = decision(ReportKind.WITHDRAWAL, {"why": "mistake"})
    assert book_of(broken, withdrawal(broken)).findings() == ()


def test_decisions_on_a_report_come_by_stated_date() -> None:
    late = correction(ANNA, {"Name": "Anahit"}, date="2023-09-30")
    early = correction(ANNA, {"Name": "Ani"}, date="2023-09-25")
    assert book_of(late, early, ANNA).decisions_on(ANNA.id) == [early, late]
