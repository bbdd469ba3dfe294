"""Monotone tables, counted by hand and against any counts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.monotone import MILLION, learnt, read

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
