"""What is left unweighed would not have reached the floor."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stillhere.identity import IdentityRules, blocks, reach
from stillhere.identity.comparing.weigh import FEATURES
from stillhere.reports.statements import PersonStatement, WrittenPlace
from tests.identity.made import TRAITS, born, built, mention, pool, worlds

MANY = IdentityRules.shipped(population=10**8)
"""Rules by which a frequent name needs a date of birth."""


@st.composite
def namesakes(draw: st.DrawFn) -> list[PersonStatement]:
    """Rows of two names, most of them dated, some with more to say."""
    rows = []
    for number in range(draw(st.integers(2, 14))):
        day = draw(st.sampled_from(((0, 0), (1, 1), (3, 7), (7, 3), (9, 20))))
        rows.append(
            mention(
                draw(st.sampled_from(("register", "arrivals", "bus"))),
                number,
                draw(st.sampled_from(("Levon", "Anahit", "L."))),
                family=draw(st.sampled_from(("Melikyan", "Melikian", "Petrosyan"))),
                birth=born(draw(st.integers(1940, 1945)), *day),
                place=WrittenPlace(
                    draw(st.sampled_from(("", "Martuni", "Askeran", "Nowhere")))
                ),
                documents=draw(st.sampled_from(((), (), ("AB1",)))),
            )
        )
    return rows


@settings(max_examples=60)
@given(worlds())
def test_no_pair_weighs_more_than_either_side_allows(
    rows: list[PersonStatement],
) -> None:
    world = built(rows).world
    a, b = (side.ravel() for side in np.mgrid[0 : len(rows), 0 : len(rows)])
    bits = world.scorer.weigh(a, b)
    left_out = [FEATURES.index("birth"), FEATURES.index("settlement")]
    said = bits.sum(axis=0) - bits[left_out].sum(axis=0)
    most = reach.most(world.features, world.rules, np.arange(len(rows)))
    assert (said <= np.minimum(most[a], most[b])).all()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(namesakes())
def test_blocks_parted_by_date_lose_no_pair(
    monkeypatch: pytest.MonkeyPatch, rows: list[PersonStatement]
) -> None:
    monkeypatch.setattr(blocks, "CROWD", 1)
    parted = built(rows, rules=MANY)
    one_by_one = built([], rules=MANY)
    for row in rows:
        one_by_one.update(come=[row], lists=TRAITS)
    assert pool(parted) == pool(one_by_one)


def test_namesakes_of_other_dates_are_not_weighed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "CROWD", 1)
    rows = [
        mention(
            "arrivals", n, "Levon", family="Melikyan", birth=born(1940 + n, 3, n + 1)
        )
        for n in range(0, 20, 2)
    ]
    world = built(rows, rules=MANY).world
    parted = reach.Parted(world.features, world.rules)
    assert parted.mask.all()
    keys, slots = world.postings.keys, world.postings.slots
    met = list(blocks.block_pairs(keys, slots, world.features, parted))
    assert sum(len(a) for a, _ in met) == 0
