"""Which decision holds, whatever the order they arrive in."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.judged import Judged, pair_of
from stillhere.reports.statements import Judgement, JudgementKind
from stillhere.vocabulary.people import Sex
from tests.identity.made import born, built, judged, mention, report_id

SAME, DIFFERENT, UNSURE = (
    JudgementKind.SAME,
    JudgementKind.DIFFERENT,
    JudgementKind.UNSURE,
)
A, B, C = sorted(report_id(n) for n in range(3))
DECISIONS = st.lists(
    st.builds(
        judged,
        st.sampled_from(JudgementKind),
        st.sampled_from((A, B)),
        st.sampled_from((B, C)),
        st.integers(0, 3),
        st.sampled_from(("", "2023-10-01", "2023-10-02")),
    ),
    unique_by=lambda j: j.report,
)


@given(DECISIONS, st.randoms(use_true_random=False))
def test_the_outcome_does_not_depend_on_order_or_on_what_was_taken_back(
    decisions: list[Judgement], rng: Random
) -> None:
    first = Judged()
    touched = first.add(decisions)
    back = decisions[::2]
    first.remove(back)
    second = Judged()
    rest = decisions[1::2]
    rng.shuffle(rest)
    second.add(rest)
    assert {p: first.outcome(p) for p in touched} == {
        p: second.outcome(p) for p in touched
    }
    assert first.by_pair == second.by_pair


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        ((), None),
        ((UNSURE,), None),
        ((SAME, UNSURE), SAME),
        ((SAME, DIFFERENT, UNSURE), DIFFERENT),
    ],
)
def test_different_beats_same_and_unsure_decides_nothing(
    kinds: tuple[JudgementKind, ...], wanted: JudgementKind | None
) -> None:
    held = Judged()
    held.add(judged(kind, A, B) for kind in kinds)
    outcome = held.outcome((A, B))
    assert (outcome.judgement if outcome else None) == wanted


def test_among_sames_the_later_date_holds_then_the_id() -> None:
    held = Judged()
    early, late = (judged(SAME, A, B, 0, d) for d in ("2023-10-01", "2023-10-02"))
    twin = judged(SAME, A, B, 1, "2023-10-02")
    held.add([late, early, judged(SAME, B, A), twin])
    assert held.outcome((A, B)) == max(late, twin, key=lambda j: j.report)


def test_one_that_needs_a_second_reader_counts_once_another_person_agrees() -> None:
    held = Judged()
    first = replace(judged(SAME, A, B), second=True)
    held.add([first])
    assert held.outcome((A, B)) is None
    again = replace(judged(SAME, B, A, 1), second=True)
    assert again.source == first.source
    held.add([again])
    assert held.outcome((A, B)) is None
    held.add([replace(judged(UNSURE, A, B), source="another")])
    assert held.outcome((A, B)) is None
    agrees = replace(judged(SAME, A, B, 2), source="another", second=True)
    held.add([agrees])
    assert held.outcome((A, B)) in (first, again, agrees)
    held.remove([agrees])
    assert held.outcome((A, B)) is None
    held.add([judged(DIFFERENT, A, B)])
    assert held.contested == {(A, B)}


def test_same_and_different_on_one_pair_is_a_finding_until_one_is_taken_back() -> None:
    rows = [mention(s, n, "Levon") for n, s in enumerate(("calls", "arrivals"))]
    a, b = (m.report for m in rows)
    same, different = judged(SAME, a, b), judged(DIFFERENT, b, a)
    index = built(rows, [same, different])
    (finding,) = index.findings()
    assert finding.code == "identity/judgement-cannot-hold"
    for back in (same, different):
        index.update(judgements_gone=[back])
        assert index.findings() == ()
        index.update(judgements_come=[back])
        assert index.findings() == (finding,)
    index.update(gone=[a])
    assert index.findings() == ()


def test_a_mention_judged_against_itself_says_nothing() -> None:
    held = Judged()
    assert held.add([judged(SAME, A, A)]) == set()


def test_a_pair_is_the_same_from_either_side() -> None:
    assert pair_of(judged(SAME, B, A)) == pair_of(judged(SAME, A, B)) == (A, B)


def test_what_was_never_said_cannot_be_taken_back() -> None:
    held = Judged()
    held.add([judged(SAME, A, B)])
    assert held.remove([judged(SAME, A, C), judged(DIFFERENT, A, B)]) == set()


def test_a_decision_joins_and_parts_against_all_evidence() -> None:
    said = {"family": "Melikyan", "birth": born(1950, 3, 7)}
    alike = [mention(s, 1, "Levon", **said) for s in ("register", "arrivals")]
    other = mention("calls", 1, "Anush")
    one, two = alike[0].report, alike[1].report
    index = built([*alike, other])
    assert index.cluster_of(one) == index.cluster_of(two)
    parting = judged(DIFFERENT, one, two)
    joining = judged(SAME, two, other.report)
    index.update(judgements_come=[parting, joining])
    assert index.cluster_of(one).members == (one,)
    assert set(index.cluster_of(two).members) == {two, other.report}
    (link,) = index.cluster_of(two).links
    assert link.judged
    index.update(judgements_gone=[parting, joining])
    assert list(index.clusters()) == list(built([*alike, other]).clusters())


def test_what_a_person_says_goes_before_a_link_that_weighs_more() -> None:
    person = {"family": "Melikyan", "birth": born(1950, 3, 7), "sex": Sex.MALE}
    other = {"family": "Petrosyan", "birth": born(1944, 9, 20), "sex": Sex.FEMALE}
    one = mention("register", 1, "Levon", documents=("AB1",), **person)
    two = mention("register", 2, "Anush", documents=("AB2",), **other)
    came = mention("calls", 1, "Levon", documents=("AB1",), **person)
    before = built([one, two, came])
    assert before.cluster_of(one.report).members == tuple(
        sorted((one.report, came.report))
    )
    decided = judged(SAME, two.report, came.report)
    index = built([one, two, came], [decided])
    told = [index.explain(m.report, came.report).weight for m in (one, two)]
    assert told[0] > told[1]
    assert set(index.cluster_of(came.report).members) == {two.report, came.report}
    assert index.cluster_of(one.report).members == (one.report,)
    assert index.findings() == ()


def test_two_of_a_once_list_judged_same_stay_apart_with_a_finding() -> None:
    rows = [mention("register", n, "Levon") for n in range(2)]
    decided = judged(SAME, rows[0].report, rows[1].report)
    index = built(rows, [decided])
    assert [len(c.members) for c in index.clusters()] == [1, 1]
    (finding,) = index.findings()
    assert finding.code == "identity/judgement-cannot-hold"
    assert all(m.report in finding.sentence for m in rows)
    index.update(judgements_gone=[decided])
    assert index.findings() == ()
