"""The threshold follows from the probabilities alone."""

import pytest

from stillhere.errors import StillHereError
from stillhere.identity.learning.threshold import HIGHEST, LOWEST, choose, expected
from stillhere.identity.learning.training import FEWEST
from stillhere.identity.rules import MILLION
from stillhere.reports.statements import PersonStatement
from tests.identity.made import RULES, born, built, mention

GIVEN = ("Levon", "Anahit", "Hakob", "Narine", "Tigran", "Sona", "Vahe")


def sure(number: int) -> list[PersonStatement]:
    """Rows that are surely the register person they are a row of."""
    return [
        mention(
            source,
            n,
            GIVEN[n % len(GIVEN)],
            family="Melikyan",
            birth=born(1930 + n // 60, n % 12 + 1, n % 5 + 1),
            documents=(f"AN{n * 7919:07}",),
        )
        for n in range(number)
        for source in ("register", "arrivals")
    ]


SURE = sure(FEWEST)
TWINS = [
    mention("register", -1, "Gayane", family="Petrosyan", birth=born(1960, 9, 20)),
    mention("register", -2, "Gayane", family="Petrosyan", birth=born(1960, 9, 20)),
    mention("calls", -1, "Gayane", family="Petrosyan", birth=born(1960, 9, 20)),
]


def test_links_that_are_sure_need_no_higher_threshold() -> None:
    choice = choose(built(SURE).world, 900_000)
    assert choice.threshold == LOWEST
    assert (choice.rows, choice.of) == (FEWEST, FEWEST)
    assert choice.sure is not None
    assert choice.sure > 900_000


def test_who_may_be_two_people_is_linked_with_neither() -> None:
    choice = choose(built([*SURE, *TWINS]).world, 900_000)
    assert (choice.rows, choice.of) == (FEWEST, FEWEST + 1)


def test_a_precision_nobody_reaches_gives_the_highest_threshold() -> None:
    assert choose(built(SURE).world, MILLION + 1).threshold == HIGHEST


def test_linking_nobody_is_not_taken_for_being_right() -> None:
    doubtful = [
        mention(source, (n, copy), name, family="Melikyan")
        for n in range(FEWEST // len(GIVEN) + 1)
        for name in GIVEN
        for source, copies in (("register", 2), ("arrivals", 1))
        for copy in range(copies)
    ]
    choice = choose(built(doubtful).world, 990_000)
    assert (choice.threshold, choice.rows, choice.sure) == (HIGHEST, 0, None)


@pytest.mark.parametrize("rows", [[], SURE[::2], sure(FEWEST - 1)])
def test_a_handful_of_rows_chooses_no_threshold(rows: list[PersonStatement]) -> None:
    with pytest.raises(StillHereError) as refused:
        choose(built(rows).world, 990_000)
    assert refused.value.code == "identity/too-few-rows-to-learn-from"


@pytest.mark.parametrize("threshold", [500_000, 999_999])
def test_what_is_expected_is_that_of_the_threshold_in_the_rules(threshold: int) -> None:
    rules = RULES.changed({"shape": {"threshold": threshold}})
    found = expected(built(sure(3), rules=rules).world)
    assert found.threshold == threshold
    assert found.of == 3
