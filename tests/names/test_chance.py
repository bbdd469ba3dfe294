"""What is said of made-up pairs of names is so, and tells them well apart."""

import random

import pytest

from bench.names import apart, auc, best_f1, pairs, scored
from stillhere.names import same_name

RANDOM = random.Random(11)  # noqa: S311 (a seeded draw)
Marked = list[tuple[float, bool]]


@pytest.fixture(scope="module")
def marked() -> Marked:
    return scored(same_name, pairs(RANDOM))[0]


def test_names_that_are_one_stand_before_those_that_are_two(marked: Marked) -> None:
    assert auc(marked) > 0.985


def test_one_threshold_parts_them(marked: Marked) -> None:
    assert best_f1(marked) > 0.95


def test_of_pairs_given_a_chance_so_many_are_one_name(marked: Marked) -> None:
    assert apart(marked) < 5


def test_half_is_a_fair_threshold(marked: Marked) -> None:
    right = sum((chance >= 0.5) == same for chance, same in marked)
    assert right > 0.95 * len(marked)
