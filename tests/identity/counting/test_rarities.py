"""Two lists from outside: how rare a name is, counted and foretold."""

import pytest

from stillhere.identity import IdentityRules, Index, ListTraits
from tests.identity.made import PLACES, mention

TRAITS = {"right": ListTraits("right", once=True, register=True)}
STRANGE = "bruno"


def rarities(rows: dict[str, int], people: int) -> dict[str, int]:
    """Millibits of given names, so many rows of a register bearing each."""
    names = [name for name, count in rows.items() for _ in range(count)]
    right = [mention("right", n, name) for n, name in enumerate(names)]
    rules = IdentityRules.shipped(people)
    words = Index.build(
        right, TRAITS, (), rules, PLACES, counting=True
    ).world.vocabulary
    return {
        text: int(words.given.view[number]) for text, number in words.numbers.items()
    }


def test_a_register_of_all_people_counts_alone() -> None:
    found = rarities({"karen": 8, "levon": 6, STRANGE: 2}, 16)
    assert (found["karen"], found[STRANGE]) == (1000, 3000)


def test_four_rows_do_not_say_that_a_quarter_of_all_people_have_a_name() -> None:
    found = rarities({"karen": 1, "levon": 1, "lusine": 1, STRANGE: 1}, 120_000)
    frozen = IdentityRules.shipped()
    assert found["karen"] == pytest.approx(frozen.given["karen"], abs=500)
    assert found[STRANGE] == pytest.approx(frozen["given"]["rarity_default"], abs=1500)


def test_the_more_rows_there_are_the_more_the_count_weighs() -> None:
    few = rarities({STRANGE: 5, "levon": 5}, 120_000)[STRANGE]
    many = rarities({STRANGE: 100, "levon": 100}, 120_000)[STRANGE]
    assert 1000 < many < few


def test_names_no_frozen_table_knows_are_counted_sooner() -> None:
    other = rarities({"bruno": 30, "wenzel": 30}, 120_000)["bruno"]
    known = rarities({"bruno": 30, "levon": 30}, 120_000)["bruno"]
    assert other < known
