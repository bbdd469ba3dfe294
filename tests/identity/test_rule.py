"""The index against the plain oracle: the same clusters, links and findings."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stillhere.reports.statements import PersonStatement
from tests.identity.made import (
    PLACES,
    RULES,
    TRAITS,
    built,
    decisions,
    pool,
    worlds,
)
from tests.identity.oracle import Oracle


@given(worlds(), st.data())
def test_the_index_is_what_the_text_of_the_rule_says(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    judgements = data.draw(decisions(mentions))
    oracle = Oracle.of(mentions, TRAITS, judgements, RULES, PLACES)
    index = built(mentions, judgements)
    pairs = {k: v[:2] for k, v in pool(index).items() if k[0] < k[1]}
    assert pairs == {k: (oracle.w0[k], oracle.w1[k]) for k in oracle.w1}
    clusters, findings = oracle.clusters()
    assert list(index.clusters()) == clusters
    assert index.findings() == findings


@given(worlds(), st.randoms(use_true_random=False), st.data())
def test_the_order_of_rows_and_judgements_changes_nothing(
    mentions: list[PersonStatement], rng: Random, data: st.DataObject
) -> None:
    judgements = data.draw(decisions(mentions))
    first = built(mentions, judgements)
    rng.shuffle(mentions)
    rng.shuffle(judgements)
    again = built(mentions, judgements)
    assert list(again.clusters()) == list(first.clusters())
    assert pool(again) == pool(first)
    assert again.findings() == first.findings()


def test_random_worlds_have_links_of_every_sort() -> None:
    """The worlds above are worth comparing: they link, refuse and lift."""
    seen: set[int | str] = set()

    @given(worlds(), st.data())
    def look(mentions: list[PersonStatement], data: st.DataObject) -> None:
        judgements = data.draw(decisions(mentions))
        index = built(mentions, judgements)
        seen.update(len(c.members) for c in index.clusters())
        for w0, w1, flags in pool(index).values():
            seen.add("lifted" if w1 > w0 else "plain")
            seen.add("injected" if not flags & 1 else "keyed")
        if index.findings():
            seen.add("broken")

    look()
    assert {1, 2, 3, 4, "lifted", "plain", "injected", "keyed", "broken"} <= seen
