"""What company lends, against the text of the rule done slowly."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.company.support import support_table, supported
from stillhere.identity.pairs import KEYED
from stillhere.reports.statements import JudgementKind, PersonStatement
from tests.identity.made import (
    PLACES,
    RULES,
    TRAITS,
    born,
    built,
    decisions,
    judged,
    mention,
    pool,
    slots,
    worlds,
)
from tests.identity.oracle import Oracle, pair, summed

SHAPE = RULES["support"]


@given(st.integers(-100_000, 100_000))
def test_support_rises_from_its_threshold_to_its_limit(weight: int) -> None:
    lent, more = support_table(np.array([weight, weight + 1], np.int32), RULES).tolist()
    assert 0 <= lent <= more <= SHAPE["at_full"]
    assert (lent == 0) == (weight < SHAPE["from"])
    assert (lent == SHAPE["at_full"]) == (weight >= SHAPE["full"])


def test_support_begins_where_the_table_says() -> None:
    found = support_table(np.array([SHAPE["from"], SHAPE["full"]], np.int32), RULES)
    assert found.tolist() == [SHAPE["at_from"], SHAPE["at_full"]]


@given(worlds(), st.data())
def test_every_supported_pair_has_what_the_plain_sum_gives(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    judgements = data.draw(decisions(mentions))
    index = built(mentions, judgements)
    world = index.world
    every = np.sort(slots(index, *mentions))
    a, b, lent = supported(every, world.pairs, world.company, RULES)
    names = [world.id_of(n) for n in range(len(mentions))]
    found = {
        (names[x], names[y]): bits
        for x, y, bits in zip(a.tolist(), b.tolist(), lent.tolist(), strict=True)
    }
    oracle = Oracle.of(mentions, TRAITS, judgements, RULES, PLACES)
    keyed = {(x, y) for (x, y), row in pool(index).items() if row[2] & KEYED}
    strong = {
        p: oracle.lends(w)
        for p, w in oracle.w0.items()
        if p in keyed and w >= SHAPE["from"]
    }
    company = {name: oracle.company(name) for name in oracle.reads}
    slow = {
        (x, y): bits
        for x in names
        for y in names
        if x != y and (bits := oracle.lent(*pair(x, y), company, strong))
    }
    assert {p: bits for p, bits in found.items() if bits} == slow


def test_the_second_and_third_helper_count_half() -> None:
    assert summed([6000, 3000, 2501, 2500]) == 6000 + 5501 // 2
    assert summed([4000]) == 4000
    assert summed([]) == 0


def household(source: str, *given: str) -> list[PersonStatement]:
    return [
        mention(source, f"{source} {name}", name, family="Melikyan", household="5")
        for name in given
    ]


def test_a_pair_no_key_found_is_found_through_its_company() -> None:
    """Grandmother is written as another name altogether, and without a date."""
    dated = {"birth": born(1950, 3, 7), "family": "Melikyan", "household": "5"}
    levon = [mention(s, "levon", "Levon", **dated) for s in ("register", "arrivals")]
    granny = [
        mention("register", "g", "Siranush", family="Melikyan", household="5"),
        mention("arrivals", "g", "Vardan", family="Melikyan", household="5"),
    ]
    index = built([*levon, *granny])
    pairs = pool(index)
    one, two = (m.report for m in granny)
    w0, w1, flags = pairs[one, two]
    assert not flags & KEYED
    assert w1 > w0
    index.update(gone=[levon[0].report])
    assert (one, two) not in pool(index)


def test_a_pair_judged_same_lends_its_company_all_it_can() -> None:
    rows = [*household("register", "Levon", "Anush"), *household("arrivals", "Levon")]
    other = mention("arrivals", "x", "Unreadable", household="5")
    before = pool(built([*rows, other]))
    decided = judged(JudgementKind.SAME, rows[1].report, other.report)
    after = pool(built([*rows, other], [decided]))
    levon = (rows[0].report, rows[2].report)
    assert after[levon][1] - before[levon][1] == SHAPE["at_full"]
