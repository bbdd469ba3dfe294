from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.plan.still_here.spread import interval


def poisson(mean: float, low: int, high: int) -> float:
    return sum(exp(-mean) * mean**n / factorial(n) for n in range(low, high + 1))


@pytest.mark.parametrize("mean", [4.0, 9.5, 30.0, 80.0])
def test_four_fifths_of_a_poisson_number_lie_between_both_ends(mean: float) -> None:
    low, high = interval(mean, mean, 0.8)
    assert 0.7 < poisson(mean, low, high) < 0.9
    assert abs((low + high) / 2 - mean) < 1


def test_a_larger_variance_widens_and_a_smaller_one_narrows() -> None:
    widths = [high - low for low, high in (interval(40, v, 0.8) for v in (5, 40, 400))]
    assert widths == sorted(widths)
    assert widths[0] < 8
    assert widths[2] > 40


def test_a_larger_share_lies_in_a_wider_range() -> None:
    narrow, wide = interval(40, 60, 0.5), interval(40, 60, 0.95)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_nobody_expected_is_not_said_as_nobody_there() -> None:
    assert interval(0, 0, 0.8) == (0, 1)
    assert interval(0.01, 0.01, 0.8) == (0, 1)


def test_half_a_million_people_make_no_difference() -> None:
    low, high = interval(500_000, 500_000, 0.8)
    assert low < 500_000 < high
    assert 1_700 < high - low < 1_900


@given(st.floats(0, 3000), st.floats(0, 5), st.floats(0.1, 0.99))
def test_every_range_is_in_order_and_no_higher_than_it_may(
    mean: float, spread: float, share: float
) -> None:
    low, high = interval(mean, spread * mean, share)
    assert 0 <= low <= high
    assert high >= 1
    assert low <= mean + 1
