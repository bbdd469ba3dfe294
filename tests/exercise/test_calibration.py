"""Bins of stated chances, counted by hand."""

import pytest

from stillhere.exercise.calibration import BINS, Bins


def test_a_case_falls_into_the_bin_of_its_chance() -> None:
    bins = Bins.of([0, 49_999, 50_000, 999_999, 1_000_000], [True] * 5)
    assert (bins.cases[0], bins.cases[1], bins.cases[-1]) == (2, 1, 2)
    assert sum(bins.cases) == 5
    assert len(bins.cases) == BINS


def test_a_bin_tells_what_was_stated_and_what_came_true() -> None:
    (row,) = Bins.of([600_000, 620_000], [True, False]).rows()
    assert (row.low, row.high, row.cases) == (0.6, 0.65, 2)
    assert row.stated == pytest.approx(0.61)
    assert row.observed == 0.5
    assert row.off == pytest.approx(11)


def test_bins_of_two_worlds_are_those_of_all_cases() -> None:
    one, two = [120_000, 130_000, 990_000], [130_000, 400_000]
    true = [True, False, True, False, True]
    pooled = Bins.of(one, true[:3]) + Bins.of(two, true[3:])
    assert pooled == Bins.of([*one, *two], true)


def test_small_bins_do_not_count_as_the_worst() -> None:
    bins = Bins.of([520_000] * 3 + [960_000] * 5, [False] * 3 + [True] * 5)
    assert bins.worst(least=4) == pytest.approx(4)
    assert bins.worst(least=3) == pytest.approx(52)


def test_where_every_bin_is_small_nothing_is_the_worst() -> None:
    assert Bins.of([960_000] * 5, [False] * 5).worst(least=6) is None
    assert Bins().worst() is None
