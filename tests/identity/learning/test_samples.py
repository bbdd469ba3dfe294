"""Rows beside their candidates, in an order that no list decides."""

import numpy as np
import pytest

from stillhere.identity.comparing.levels import PARTS
from stillhere.identity.comparing.weigh import tables
from stillhere.identity.learning.samples import (
    Sample,
    drawn_apart,
    people,
    ride_table,
    sample_of,
)
from stillhere.identity.world import World
from stillhere.reports.statements import JudgementKind
from tests.identity.made import built, judged
from tests.identity.taught import GONE, RULES, STRANGERS, town, town_built


@pytest.fixture(scope="module")
def world() -> World:
    return town_built().world


def _weight(sample: Sample) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    bits = 1000 * sample.fixed - RULES["shape"]["nobody"]
    bits = bits + ride_table(RULES)[sample.ride]
    for table, codes in zip(tables(RULES), sample.codes, strict=True):
        bits = bits + table[codes]
    return bits


def test_what_is_fixed_and_the_levels_add_up_to_the_weight(world: World) -> None:
    sample = sample_of(world)
    where = world.pairs.find(sample.owner, sample.other)
    assert (where >= 0).all()
    assert np.abs(_weight(sample) - world.pairs.w1.view[where]).max() < 1e-6


def test_what_people_decided_counts() -> None:
    register, rows = town()
    same = judged(JudgementKind.SAME, register[0].report, rows[1].report)
    apart = judged(JudgementKind.DIFFERENT, register[2].report, rows[2].report)
    world = built([*register, *rows], [same, apart], rules=RULES).world
    sample = sample_of(world)
    where = world.pairs.find(sample.owner, sample.other)
    assert np.abs(_weight(sample) - world.pairs.w1.view[where]).max() < 1e-6
    decided = np.abs(sample.fixed) > 30
    assert np.sign(sample.fixed[decided]).tolist() in ([1, -1], [-1, 1])


def test_a_case_is_a_row_and_a_register(world: World) -> None:
    sample = sample_of(world)
    assert sample.cases + sample.alone == GONE + STRANGERS
    assert len(sample.starts) == sample.cases
    rows = sample.owner[sample.starts]
    assert len(np.unique(rows)) == sample.cases
    assert (rows[sample.case] == sample.owner).all()


def test_the_order_of_lists_changes_nothing(world: World) -> None:
    register, rows = town()
    turned = built([*rows[::-1], *register[::-1]], rules=RULES).world
    one, two = sample_of(world), sample_of(turned)
    assert (one.codes == two.codes).all()
    assert (one.fixed == two.fixed).all()
    assert (one.case == two.case).all()
    here, there = drawn_apart(world, 5_000), drawn_apart(turned, 5_000)
    for a, b in zip(here.mass, there.mass, strict=True):
        assert (a == b).all()


def test_pairs_drawn_are_of_two_people(world: World) -> None:
    apart = drawn_apart(world, 200_000)
    birth = apart.pairs[list(PARTS).index("birth")]
    same = birth[PARTS["birth"].index("same") + 1]
    # One person in 235 of them would have one date twice; of two people, 12.
    assert 0 < same < 60
    assert 190_000 < birth.sum() < 200_000


def test_a_rarity_that_is_added_counts_in_the_mass_alone(world: World) -> None:
    apart = drawn_apart(world, 20_000)
    parts = list(PARTS)
    given, sex = parts.index("given"), parts.index("sex")
    exact = PARTS["given"].index("exact") + 1
    assert apart.mass[given][exact] > 5 * apart.pairs[given][exact]
    assert (apart.mass[sex] == apart.pairs[sex]).all()
    both = apart + apart
    assert (both.pairs[sex] == 2 * apart.pairs[sex]).all()


def test_samples_of_two_worlds_are_joined_case_by_case(world: World) -> None:
    one = sample_of(world)
    both = Sample.join([one, one])
    assert both.cases == 2 * one.cases
    assert both.alone == 2 * one.alone
    assert (both.case[len(one.case) :] == one.case + one.cases).all()


def test_lists_without_a_register_have_no_case() -> None:
    _, rows = town()
    world = built(rows, rules=RULES).world
    assert len(people(world)[1]) == 0
    sample = sample_of(world)
    assert (sample.cases, sample.alone, len(sample.starts)) == (0, 0, 0)
    assert sum(drawn_apart(world, 100).pairs[0]) == 0
