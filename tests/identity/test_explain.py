"""Every link explained: the evidence adds up to the weight, to the last millibit."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.explain import VERDICTS, WORDS, Evidence, Verdict
from stillhere.reports.statements import JudgementKind, PersonStatement
from tests.identity.made import (
    born,
    built,
    decisions,
    judged,
    mention,
    pool,
    report_id,
    worlds,
)

HELD = {Verdict.JUDGED_SAME, Verdict.HOLDS, Verdict.ALONG}
DIFFERENT = Verdict.JUDGED_DIFFERENT
SAID = {"family": "Melikyan", "birth": born(1950, 3, 7)}
PAIR = [mention(s, 1, "Levon", **SAID) for s in ("register", "arrivals")]


@given(worlds(8), st.data())
def test_the_evidence_of_every_pair_adds_up(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    index = built(mentions, data.draw(decisions(mentions)))
    pairs = pool(index)
    links = {(x.a, x.b): x for c in index.clusters() for x in c.links}
    for a, b in combinations(sorted(m.report for m in mentions), 2):
        found = index.explain(b, a)
        assert (found.a, found.b) == (a, b)
        assert [e.feature for e in found.evidence] == list(WORDS)
        assert sum(e.millibits for e in found.evidence) == found.weight
        if (a, b) in pairs:
            assert found.weight == pairs[a, b][1]
        else:
            assert not found.candidate
            assert found.probability == 0
        assert found.holds == ((a, b) in links)
        one = index.cluster_of(a) == index.cluster_of(b)
        assert one == (found.verdict in HELD) or found.verdict is DIFFERENT
        if found.holds:
            assert found.accepted
            assert found.probability == links[a, b].probability


def test_a_decision_is_evidence_of_its_own() -> None:
    one, two = PAIR
    index = built(PAIR, [judged(JudgementKind.DIFFERENT, one.report, two.report)])
    found = index.explain(one.report, two.report)
    bits = {e.feature: e.millibits for e in found.evidence}
    assert bits["decision"] == -60_000
    assert not found.candidate
    assert not found.accepted


def test_two_of_one_household_are_said_to_be_two() -> None:
    rows = [mention("arrivals", n, "Levon", household="1", **SAID) for n in range(2)]
    found = built(rows).explain(*(m.report for m in rows))
    assert found.forbidden
    assert not found.candidate
    assert not built(PAIR).explain(*(m.report for m in PAIR)).forbidden


@pytest.mark.parametrize(
    ("millibits", "sentence"),
    [
        (13_500, "the birth or age: 13.5 bits for one person"),
        (-600, "the birth or age: 0.6 bits against one person"),
        (0, "the birth or age: nothing to compare"),
    ],
)
def test_evidence_is_said_in_words(millibits: int, sentence: str) -> None:
    assert Evidence("birth", millibits).sentence == sentence


def test_candidates_are_listed_strongest_first() -> None:
    one = PAIR[0]
    weaker = mention("calls", 1, "Levon", family="Melikov")
    index = built([*PAIR, weaker])
    found = index.candidates(one.report)
    assert [c.mention for c in found] == [PAIR[1].report, weaker.report]
    assert found[0].weight > found[1].weight
    assert found[0].accepted
    assert not found[0].register
    assert index.candidates(PAIR[1].report)[0].register
    assert len(index.candidates(one.report, 1)) == 1


def test_nobody_is_explained_who_is_not_here() -> None:
    index = built(PAIR)
    with pytest.raises(KeyError):
        index.explain(PAIR[0].report, report_id("nobody"))
    with pytest.raises(KeyError):
        index.candidates(report_id("nobody"))


def test_what_became_of_a_pair_is_one_code() -> None:
    one, two = PAIR
    said = {"family": "Melikyan", "birth": born(1950, 3, 7)}
    again = mention("bus", 1, "Levon", **said)
    other = mention("register", 2, "Levon", family="Melikyan", birth=born(1951, 6, 20))
    stranger = mention("calls", 9, "Anahit", family="Hakobyan")
    index = built([*PAIR, again, other, stranger])

    def verdict(a: PersonStatement, b: PersonStatement) -> Verdict:
        return index.explain(a.report, b.report).verdict

    assert verdict(one, two) is Verdict.HOLDS
    assert verdict(two, again) is Verdict.ALONG
    assert verdict(one, other) is Verdict.TWO
    assert verdict(two, other) is Verdict.DOUBTFUL
    assert verdict(two, stranger) is Verdict.APART
    for kind, said_so in (
        (JudgementKind.SAME, Verdict.JUDGED_SAME),
        (JudgementKind.DIFFERENT, Verdict.JUDGED_DIFFERENT),
        (JudgementKind.UNSURE, Verdict.HOLDS),
    ):
        index = built(PAIR, [judged(kind, one.report, two.report)])
        assert verdict(one, two) is said_so
    assert set(VERDICTS) == set(Verdict)
