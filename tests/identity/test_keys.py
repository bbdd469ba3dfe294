"""Keys: two mentions meet exactly where the plain oracle says they share one."""

from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given

from stillhere.identity.blocks import block_pairs
from stillhere.identity.keys import KEYS, key_matrix, mix, sought_keys
from stillhere.reports.statements import PersonStatement, WrittenPlace
from tests.identity.made import PLACES, TRAITS, born, built, mention, slots, worlds
from tests.identity.oracle_weights import keys, read
from tests.identity.oracle_weights import meet as oracle_meet


def shared(mentions: list[PersonStatement]) -> set[tuple[int, int]]:
    index = built(mentions)
    rows = key_matrix(index.world.features, slots(index, *mentions))
    assert rows.shape == (len(mentions), KEYS)
    held = [np.array(sorted(set(row.tolist()) - {0}), np.uint64) for row in rows]
    sought = [set(sought_keys(keys)[1].tolist()) for keys in held]
    every = combinations(range(len(held)), 2)
    return {(a, b) for a, b in every if sought[a] & set(held[b].tolist())}


def meet(one: PersonStatement, two: PersonStatement) -> bool:
    return shared([one, two]) == {(0, 1)}


@given(worlds())
def test_mentions_meet_where_the_oracle_says(mentions: list[PersonStatement]) -> None:
    plain = [keys(read(m, TRAITS, PLACES)) for m in mentions]
    every = combinations(range(len(plain)), 2)
    expected = {(a, b) for a, b in every if oracle_meet(plain[a], plain[b])}
    assert shared(mentions) == expected


@given(worlds())
def test_a_build_looks_at_all_that_meet_and_may_be_one(
    mentions: list[PersonStatement],
) -> None:
    index = built(mentions)
    world = index.world
    found: set[tuple[int, int]] = set()
    for left, right in block_pairs(
        world.postings.keys, world.postings.slots, world.features
    ):
        low, high = np.minimum(left, right), np.maximum(left, right)
        found |= set(zip(low.tolist(), high.tolist(), strict=True))
    for a, b in shared(mentions):
        one, two = mentions[a], mentions[b]
        once = one.source == two.source and TRAITS[one.source].once
        assert once or (a, b) in found
    assert found <= shared(mentions)


def test_two_spellings_of_one_name_share_a_block() -> None:
    one = mention("calls", 1, "Hakob", family="Petrosyan")
    assert meet(one, mention("calls", 2, "Акоп", family="Петросян"))
    assert meet(one, mention("calls", 3, "Petrosian", family="Hakob"))


def test_an_age_meets_the_years_beside_it() -> None:
    age = mention("bus", 1, "L.", family="Melikyan", birth=born(1949, width=1))
    for year in (1948, 1949, 1950, 1951):
        dated = mention(
            "register", 1, "Levon", family="Melikyan", birth=born(year, 3, 7)
        )
        assert meet(age, dated)


def test_only_who_has_no_full_date_looks_for_a_family_name_and_an_initial() -> None:
    full = mention("register", 1, "Levon", family="Melikyan", birth=born(1953, 3, 7))
    initial = mention("bus", 1, "L.", family="Melikyan", birth=born(1949, width=1))
    assert meet(initial, full)
    assert not meet(replace(initial, birth=born(1949, 5, 6)), full)
    other = replace(full, report=initial.report, source="bus", birth=born(1949, 5, 6))
    assert not meet(replace(other, name=replace(other.name, given="Lusine")), full)


def test_who_has_no_full_date_meets_by_given_and_fathers_name() -> None:
    full = mention("register", 1, "Anush", family="Melikyan", birth=born(1953, 3, 7))
    full = replace(full, name=replace(full.name, patronymic="Levoni"))
    married = mention("bus", 1, "Anush", family="Sargsyan")
    married = replace(married, name=replace(married.name, patronymic="Levoni"))
    assert meet(married, full)
    assert not meet(replace(married, birth=born(1949, 5, 6)), full)


def test_a_swapped_date_meets_the_right_one() -> None:
    one = mention("calls", 1, "Levon", birth=born(1950, 3, 7))
    assert meet(one, mention("calls", 2, "Levon", birth=born(1950, 7, 3)))


def test_a_number_meets_whatever_the_name() -> None:
    one = mention("calls", 1, "Levon", documents=("AB1",), phones=("374",))
    assert meet(one, mention("calls", 2, "Anush", documents=("X", "AB1")))
    assert meet(one, mention("calls", 2, "Anush", phones=("374",)))
    assert not meet(one, mention("calls", 2, "Anush", documents=("374",)))


def test_a_dwelling_meets_with_one_name() -> None:
    home = WrittenPlace(settlement="Martuni", address="Well lane 9, 3")
    one = mention("calls", 1, "Levon", family="Melikyan", place=home)
    assert meet(one, mention("calls", 2, "Levon", place=home))
    assert not meet(one, mention("calls", 2, "Levon"))


def test_whoever_has_no_given_name_seeks_as_those_without_a_date_do() -> None:
    then, later = born(1950, 3, 7), born(1963, 9, 20)
    street = WrittenPlace(settlement="Martuni", street="Well lane")
    one = mention("calls", 1, "Levon", family="Melikyan", place=street, birth=then)
    two = mention("calls", 2, "Anush", family="Melikyan", place=street, birth=later)
    bare = mention("calls", 3, family="Melikyan", place=street, birth=later)
    assert meet(one, bare)
    assert not meet(one, two)


def test_nothing_stated_meets_nothing() -> None:
    assert not meet(mention("calls", 1), mention("calls", 2))


def test_the_order_of_columns_of_a_key_matters() -> None:
    one, two = np.array([1], np.uint64), np.array([2], np.uint64)
    assert mix(1, one, two) != mix(1, two, one)
    assert mix(1, one, two) != mix(2, one, two)
