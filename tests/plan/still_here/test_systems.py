from itertools import product

import pytest

from stillhere.plan.still_here.systems import (
    LOGLINEAR,
    LOWER_BOUND,
    TWO_LISTS,
    Sparse,
    on_none,
)

RULE = Sparse(on_list=3, shared=3, misfit=200)


def independent(people: float, *shares: float) -> dict[int, float]:
    cells = {}
    for on in product((0, 1), repeat=len(shares)):
        chance = people
        for one, share in zip(on, shares, strict=True):
            chance *= share if one else 1 - share
        cells[sum(bit << n for n, bit in enumerate(on))] = chance
    return cells


def listed(cells: dict[int, float]) -> dict[int, float]:
    return {cell: people for cell, people in cells.items() if cell}


@pytest.mark.parametrize("shares", [(0.5, 0.3, 0.4), (0.9, 0.2, 0.35, 0.6)])
def test_independent_lists_give_back_who_is_on_none(shares: tuple[float, ...]) -> None:
    cells = independent(1000, *shares)
    found = on_none(listed(cells), RULE)
    assert found is not None
    assert found.method == LOGLINEAR
    assert found.people == pytest.approx(cells[0], rel=0.001)


def test_two_lists_are_compared_by_what_they_share() -> None:
    found = on_none({1: 60.0, 2: 30.0, 3: 29.0}, RULE)
    assert found is not None
    assert (found.method, found.people) == (TWO_LISTS, 60.0)


def test_lists_that_reach_the_same_people_are_joined() -> None:
    reached, hidden = independent(600, 0.7, 0.7, 0.5), independent(400, 0.05, 0.05, 0.5)
    cells = {cell: reached[cell] + hidden[cell] for cell in reached}
    found = on_none(listed(cells), RULE)
    assert found is not None
    assert found.people == pytest.approx(cells[0], rel=0.1)
    as_if_alone = on_none(listed(cells), RULE._replace(misfit=10**9))
    assert as_if_alone is not None
    assert as_if_alone.people < 0.75 * cells[0]


def test_lists_that_share_few_give_a_lower_bound() -> None:
    found = on_none({1: 20.0, 2: 10.0, 4: 9.0, 3: 2.0, 5: 4.0}, RULE)
    assert found is not None
    assert found.method == LOWER_BOUND
    assert found.people == pytest.approx(39 * 38 / 14)


def test_a_list_of_too_few_people_is_left_out() -> None:
    two = {1: 60.0, 2: 30.0, 3: 29.0}
    assert on_none({**two, 4: 1.0, 5: 1.0}, RULE) == on_none({**two, 1: 61.0}, RULE)


def test_one_list_says_nothing_of_who_is_on_none() -> None:
    assert on_none({1: 500.0}, RULE) is None
    assert on_none({1: 500.0, 2: 1.0}, RULE) is None
    assert on_none({}, RULE) is None


def test_more_people_make_the_answer_surer() -> None:
    few, many = (
        on_none(listed(independent(n, 0.5, 0.4, 0.3)), RULE) for n in (80, 800)
    )
    assert few is not None
    assert many is not None
    relative = [one.variance**0.5 / one.people for one in (few, many)]
    assert relative[0] > 2 * relative[1] > 0


def test_everybody_on_every_list_leaves_nobody_out() -> None:
    found = on_none({7: 200.0}, RULE)
    assert found is not None
    assert found.people < 1
