"""Pairs in doubt: what an update leaves is what a new look finds."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity import Doubts, Index, Likely
from stillhere.reports import ReportId
from stillhere.reports.statements import JudgementKind, PersonStatement
from tests.identity.made import (
    TRAITS,
    born,
    built,
    decisions,
    judged,
    mention,
    worlds,
)

LOW = 20_000
SAID = {"family": "Melikyan", "birth": born(1950, 3, 7)}
REGISTERED, ARRIVED = (mention(s, 1, "Levon", **SAID) for s in ("register", "arrivals"))
VAGUE = mention("calls", 1, "Levon", family="Melikyan", birth=born(1949, width=2))


def told(doubts: Doubts, likely: Likely) -> list[tuple[str, str, int, int]]:
    rows = zip(likely.a, likely.b, likely.weight, likely.chance, strict=True)
    name = doubts.mention
    return sorted((name(a), name(b), int(w), int(p)) for a, b, w, p in rows)


def explained(
    index: Index, mentions: Iterable[PersonStatement]
) -> list[tuple[str, str, int, int]]:
    names = sorted(m.report for m in mentions)
    every = [index.explain(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]
    return [(e.a, e.b, e.weight, e.probability) for e in every if e.probability >= LOW]


@given(worlds(), st.data())
def test_likely_pairs_are_those_whose_explanation_says_so(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    index = built(mentions, data.draw(decisions(mentions)))
    likely = index.doubts.likely(LOW)
    assert told(index.doubts, likely) == explained(index, mentions)
    assert index.doubts.likely(LOW) is likely


@given(worlds(), st.data())
def test_after_updates_they_are_those_of_a_new_index(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(mentions)))
    late = data.draw(st.lists(st.sampled_from(mentions), unique=True, max_size=3))
    kept = [m for m in mentions if m not in late]
    judgements = data.draw(decisions(mentions))
    index = built(mentions[:cut])
    index.doubts.likely(LOW)
    index.update(come=mentions[cut:], lists=TRAITS, judgements_come=judgements)
    if data.draw(st.booleans()):
        index.doubts.likely(LOW)
    index.update(gone=[m.report for m in late])
    again = built(kept, judgements)
    found = told(index.doubts, index.doubts.likely(LOW))
    assert found == told(again.doubts, again.doubts.likely(LOW))


@given(worlds(8), st.data())
def test_the_likely_pairs_around_a_person_are_those_that_touch_them(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    index = built(mentions)
    one = data.draw(st.sampled_from(mentions)).report
    members = set(index.cluster_of(one).members)
    every = told(index.doubts, index.doubts.likely(LOW))
    near = told(index.doubts, index.doubts.around(one, LOW))
    assert near == [row for row in every if members & {row[0], row[1]}]


@given(worlds(), st.data())
def test_a_cut_link_leaves_what_hangs_on_either_side(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    sames = [
        judged(JudgementKind.SAME, a.report, b.report)
        for a, b in pairwise(mentions)
        if data.draw(st.booleans())
    ]
    index = built(mentions, sames)
    doubts, world = index.doubts, index.world
    marks = np.zeros(doubts.size, np.uint8)
    stated = data.draw(st.lists(st.integers(0, 7), min_size=len(mentions)))
    marks[:] = stated[: len(mentions)]
    for cluster in index.clusters():
        for link in cluster.links:
            a, b = world.slot_of[link.a], world.slot_of[link.b]
            pair = Likely(*(np.array([n]) for n in (a, b, 0, 0)))
            assert doubts.holding(pair).all()
            others = [(x.a, x.b) for x in cluster.links if x != link]
            sides = (_reached(link.a, others), _reached(link.b, others))
            said = [
                np.bitwise_or.reduce([marks[world.slot_of[m]] for m in side])
                for side in sides
            ]
            assert [int(side[0]) for side in doubts.halves(pair, marks)] == said


def _reached(
    start: ReportId, edges: Iterable[tuple[ReportId, ReportId]]
) -> set[ReportId]:
    reached, edges = {start}, list(edges)
    for _ in edges:
        reached |= {n for e in edges if reached & {*e} for n in e}
    return reached


def test_no_link_to_cut_has_no_sides() -> None:
    doubts = built([REGISTERED]).doubts
    none = doubts.likely(LOW)
    assert len(none) == 0
    marks = np.zeros(doubts.size, np.uint8)
    assert [len(side) for side in doubts.halves(none, marks)] == [0, 0]


def test_a_judgement_is_known_from_either_side_and_unsure_counts() -> None:
    unsure = judged(JudgementKind.UNSURE, VAGUE.report, REGISTERED.report)
    index = built([REGISTERED, ARRIVED, VAGUE], [unsure])
    pairs = index.doubts.judged()
    assert [[index.doubts.mention(s) for s in row] for row in pairs] == [
        sorted((VAGUE.report, REGISTERED.report))
    ]


def test_two_people_clash_where_one_list_or_group_states_both() -> None:
    other = mention("register", 2, "Levon", family="Petrosyan")
    party = [mention("calls", n, "Anahit", household="8") for n in range(2)]
    index = built(
        [REGISTERED, ARRIVED, other, *party],
        [judged(JudgementKind.SAME, party[0].report, ARRIVED.report)],
    )
    slot = index.world.slot_of
    asked = [(ARRIVED, other), (party[0], other), (ARRIVED, party[1])]
    asked += [(b, a) for a, b in asked] + [(party[1], other)]
    a, b = (np.array([slot[pair[side].report] for pair in asked]) for side in (0, 1))
    none = np.zeros(len(asked), np.int64)
    clash = index.doubts.clash(Likely(a, b, none, none))
    assert clash.tolist() == [True] * 6 + [False]
