"""The threshold follows from the probabilities alone."""

import pytest

from stillhere.identity.learning.threshold import HIGHEST, LOWEST, choose, expected
from stillhere.identity.rules import MILLION
from tests.identity.made import RULES, born, built, mention

SURE = [
    mention(source, n, name, family="Melikyan", birth=born(1950 + n, 3, 7))
    for n, name in enumerate(("Levon", "Anahit", "Hakob"))
    for source in ("register", "arrivals")
]
TWINS = [
    mention("register", 9, "Gayane", family="Petrosyan", birth=born(1960, 9, 20)),
    mention("register", 10, "Gayane", family="Petrosyan", birth=born(1960, 9, 20)),
    mention("calls", 9, "Gayane", family="Petrosyan", birth=born(1960, 9, 20)),
]


def test_links_that_are_sure_need_no_higher_threshold() -> None:
    choice = choose(built(SURE).world, 900_000)
    assert choice.threshold == LOWEST
    assert (choice.rows, choice.of) == (3, 3)
    assert choice.sure > 900_000


def test_who_may_be_two_people_is_linked_with_neither() -> None:
    choice = choose(built([*SURE, *TWINS]).world, 900_000)
    assert (choice.rows, choice.of) == (3, 4)


def test_a_precision_nobody_reaches_gives_the_highest_threshold() -> None:
    assert choose(built(SURE).world, MILLION + 1).threshold == HIGHEST


def test_without_rows_every_threshold_is_right() -> None:
    choice = choose(built(SURE[::2]).world, 999_000)
    assert (choice.threshold, choice.rows, choice.sure) == (LOWEST, 0, MILLION)


@pytest.mark.parametrize("threshold", [500_000, 999_999])
def test_what_is_expected_is_that_of_the_threshold_in_the_rules(threshold: int) -> None:
    rules = RULES.changed({"shape": {"threshold": threshold}})
    found = expected(built(SURE, rules=rules).world)
    assert found.threshold == threshold
    assert found.of == 3
