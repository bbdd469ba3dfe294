"""Probabilities and the best of each kind, against exact fractions."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity import Index, ListTraits
from stillhere.identity.links import (
    ONE,
    allowed,
    is_anchor,
    is_single,
    kinds,
    power,
    probabilities,
)
from stillhere.identity.pairs import Entries
from tests.identity.made import RULES, TRAITS, built, mention, slots
from tests.identity.oracle import power as exact_power
from tests.identity.oracle import told

WEIGHTS = st.one_of(
    st.integers(-70_000, 70_000), st.sampled_from((0, 1, 124, 125, -12_000, 30_000))
)
SOURCES = ("register", "bus", "arrivals", "calls")


@given(WEIGHTS)
def test_a_power_is_exact_to_an_eighth_of_a_bit(weight: int) -> None:
    (found,) = power(np.array([weight], np.int32)).tolist()
    assert found == exact_power(weight)
    step = min(max(weight, -12_000), 30_000) // 125
    # found is the whole part of ONE * 2^(step / 8): compare eighth powers
    assert Fraction(found, ONE) ** 8 <= Fraction(2) ** step
    assert Fraction(found + 1, ONE) ** 8 > Fraction(2) ** step


def crowd(count: int) -> Index:
    """Mentions in four lists, some in households; nothing links by itself."""
    return built(
        [
            mention(
                SOURCES[n % 4],
                n,
                household=str(n % 3) if SOURCES[n % 4] == "arrivals" else "",
            )
            for n in range(count)
        ]
    )


INDEX = crowd(24)
SLOT = st.integers(0, 23)
LISTS = st.dictionaries(st.tuples(SLOT, SLOT), WEIGHTS, min_size=1, max_size=30)


def entries(pairs: dict[tuple[int, int], int]) -> Entries:
    rows = sorted((a, b, w) for (a, b), w in pairs.items())
    owner, other, weight = np.array(rows, np.int32).T
    return Entries(owner, other, weight, weight, np.zeros(len(rows), np.uint8))


@given(LISTS)
def test_probabilities_are_the_fractions_of_the_text(
    pairs: dict[tuple[int, int], int],
) -> None:
    held = entries(pairs)
    features = INDEX.world.features
    kind = dict(enumerate(kinds(features, np.arange(24)).tolist()))
    chance, top = probabilities(held, features)
    rows = zip(held.owner.tolist(), held.other.tolist(), strict=True)
    for (a, b), p, best in zip(rows, chance.tolist(), top.tolist(), strict=True):
        rivals = [y for x, y in pairs if x == a and kind[y] == kind[b]]
        total = ONE + sum(exact_power(pairs[a, y]) for y in rivals)
        exact = Fraction(exact_power(pairs[a, b]), total)
        assert p == told(RULES["link_chance"], int(exact * 1_000_000))
        first = min(rivals, key=lambda y: (-pairs[a, y], INDEX.world.id_of(y)))
        assert best == (b == first)


@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(
    pairs: dict[tuple[int, int], int], rng: Random
) -> None:
    held = entries(pairs)
    order = list(range(len(held)))
    rng.shuffle(order)
    index = np.array(order)
    chance, top = probabilities(held, INDEX.world.features)
    again, best = probabilities(held.take(index), INDEX.world.features)
    assert again.tolist() == chance[index].tolist()
    assert best.tolist() == top[index].tolist()


def test_of_equals_the_smallest_id_is_the_best() -> None:
    others = [n for n in range(24) if SOURCES[n % 4] == "register"]
    held = entries({(1, other): 5000 for other in others})
    _, top = probabilities(held, INDEX.world.features)
    best = held.other[top].tolist()
    assert best == [min(others, key=INDEX.world.id_of)]


def test_no_entries_have_no_probabilities() -> None:
    chance, top = probabilities(Entries.empty(), INDEX.world.features)
    assert len(chance) == len(top) == 0


@pytest.mark.parametrize(
    ("source", "household", "single"),
    [
        ("register", "", False),
        ("register", "1", False),
        ("arrivals", "1", False),
        ("arrivals", "", True),
    ],
)
def test_a_kind_is_the_once_list_the_group_or_the_mention(
    source: str, household: str, single: bool
) -> None:
    rows = [mention(source, n, household=household) for n in range(2)]
    index = built(rows)
    found = kinds(index.world.features, slots(index, *rows))
    assert is_single(found).tolist() == [single, single]
    assert (found[0] == found[1]) != single


def test_two_of_a_once_list_or_a_household_are_two_people() -> None:
    rows = [
        mention("register", 1),
        mention("register", 2),
        mention("arrivals", 1, household="1"),
        mention("arrivals", 2, household="1"),
        mention("arrivals", 3, household="2"),
    ]
    index = built(rows)
    every = slots(index, *rows)
    a, b = np.repeat(every, 5), np.tile(every, 5)
    fine = allowed(index.world.features, a, b).reshape(5, 5)
    assert (fine == fine.T).all()
    assert not fine.diagonal().any()
    forbidden = [(0, 1), (2, 3)]
    expected = [(i, j) not in forbidden for i in range(5) for j in range(i + 1, 5)]
    assert fine[np.triu_indices(5, 1)].tolist() == expected


def test_only_a_register_is_an_anchor() -> None:
    traits = {**TRAITS, "bus": ListTraits("bus", once=True, register=True)}
    rows = [mention(source, 1) for source in SOURCES]
    index = built(rows, traits=traits)
    found = is_anchor(index.world.features, slots(index, *rows))
    assert found.tolist() == [True, True, False, False]
