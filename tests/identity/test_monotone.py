"""Monotone tables, counted by hand and against any counts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.monotone import MILLION, along, curve, learnt, read
from tests.identity.oracle import told

EDGES = (0, 250_000, 500_000, 750_000)
cases = st.lists(st.tuples(st.integers(0, MILLION), st.booleans()), min_size=1)


def _learnt(stated: list[int], true: list[bool], least: int = 1) -> dict[str, int]:
    return learnt(np.array(stated), np.array(true, bool), EDGES, least)


def test_rates_that_rise_stay_apart() -> None:
    table = _learnt([0, 1, 600_000, 700_000], [False, False, True, True])
    assert table == {"0": 166_666, "500000": 833_333}


def test_rates_that_fall_are_pooled() -> None:
    table = _learnt([0, 1, 600_000, 700_000], [True, True, False, False])
    assert table == {"0": 500_000}


def test_classes_of_few_cases_are_joined_with_their_neighbours() -> None:
    stated = [0] * 5 + [300_000] + [600_000] * 2 + [900_000] * 5
    true = [False] * 5 + [True, False, True] + [True] * 5
    assert list(_learnt(stated, true, least=3)) == ["0", "250000", "750000"]
    assert list(_learnt(stated, true, least=6)) == ["0", "500000"]
    assert list(_learnt(stated, true, least=9)) == ["0"]


def test_a_class_reads_from_its_lower_bound() -> None:
    table = {"0": 10, "500000": 70}
    asked = np.array([0, 499_999, 500_000, MILLION])
    assert read(table, asked).tolist() == [10, 10, 70, 70]
    assert read({}, asked) is asked


@given(cases)
def test_a_learnt_table_rises_and_never_promises_all_or_nothing(
    some: list[tuple[int, bool]],
) -> None:
    table = _learnt([stated for stated, _ in some], [true for _, true in some])
    bounds, chances = [int(low) for low in table], list(table.values())
    assert bounds[0] == 0
    assert bounds == sorted(set(bounds))
    assert chances == sorted(set(chances))
    assert 0 < chances[0] <= chances[-1] < MILLION


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_cases_does_not_matter(
    some: list[tuple[int, bool]], dice: object
) -> None:
    other = list(some)
    dice.shuffle(other)  # type: ignore[attr-defined]
    tables = [
        _learnt([stated for stated, _ in cases], [true for _, true in cases], least=2)
        for cases in (some, other)
    ]
    assert tables[0] == tables[1]


def test_a_curve_runs_through_what_was_stated_and_what_came_true() -> None:
    stated = np.array([100_000] * 3 + [200_000] + [800_000] * 4)
    true = np.array([False] * 4 + [True] * 4)
    table = curve(stated, true, EDGES)
    assert table == {"125000": 100_000, "800000": 900_000}
    asked = np.array([0, 125_000, 462_500, 800_000, 900_000, MILLION])
    assert along(table, asked).tolist() == [
        *(0, 100_000, 500_000),
        *(900_000, 950_000, MILLION),
    ]


def test_no_curve_and_a_straight_one_change_nothing() -> None:
    asked = np.array([0, 1, 499_999, MILLION])
    assert along({}, asked) is asked
    assert along({"0": 0}, asked).tolist() == asked.tolist()
    assert curve(np.empty(0, np.int64), np.empty(0, np.bool_), EDGES) == {}


@given(cases, st.integers(0, MILLION), st.integers(0, MILLION))
def test_a_learnt_curve_keeps_the_order_of_chances(
    some: list[tuple[int, bool]], one: int, two: int
) -> None:
    stated = np.array([stated for stated, _ in some])
    table = curve(stated, np.array([true for _, true in some], bool), EDGES)
    low, high = along(table, np.array(sorted((one, two)))).tolist()
    assert 0 <= low <= high <= MILLION
    assert (low, high) == tuple(told(table, p) for p in sorted((one, two)))
