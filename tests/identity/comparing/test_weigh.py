"""Weights: integers, the same from either side, each feature in its direction."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from stillhere.identity.comparing.weigh import FEATURES
from stillhere.reports.statements import (
    Birth,
    PersonStatement,
    WrittenName,
    WrittenPlace,
)
from stillhere.vocabulary.people import Sex
from tests.identity.made import (
    PLACES,
    RULES,
    TRAITS,
    born,
    built,
    mention,
    slots,
    worlds,
)
from tests.identity.oracle_weights import Weights, read

ROW = mention("register", 1, "Levon", family="Melikyan", birth=born(1950, 3, 7))


def features(a: PersonStatement, b: PersonStatement) -> dict[str, int]:
    b = replace(b, report=mention("arrivals", 1).report, source="arrivals")
    index = built([a, b])
    found = index.world.scorer.weigh(slots(index, a), slots(index, b))
    return dict(zip(FEATURES, found[:, 0].tolist(), strict=True))


def compared(feature: str, left: dict[str, object], right: dict[str, object]) -> int:
    return features(replace(ROW, **left), replace(ROW, **right))[feature]  # type: ignore[arg-type]


@given(worlds())
def test_a_weight_is_the_same_from_either_side_and_as_the_oracle_says(
    mentions: list[PersonStatement],
) -> None:
    index = built(mentions)
    both = slots(index, *mentions)
    a, b = np.repeat(both, len(both)), np.tile(both, len(both))
    forth = index.world.scorer.w0(a, b)
    assert forth.dtype == np.int32
    assert (forth == index.world.scorer.w0(b, a)).all()
    weights = Weights(RULES)
    reads = [read(m, TRAITS, PLACES) for m in mentions]
    assert forth.tolist() == [weights.w0(x, y) for x in reads for y in reads]


def test_the_base_is_what_a_pair_needs_to_be_as_likely_as_not() -> None:
    index = built([ROW])
    one = slots(index, ROW)
    own = index.world.scorer.weigh(one, one).sum() - RULES.base
    assert index.world.scorer.w0(one, one).tolist() == [own]


@pytest.mark.parametrize(
    ("feature", "left", "right"),
    [
        ("birth", {}, {}),
        ("birth", {"birth": born(1950)}, {"birth": born(1950)}),
        ("birth", {}, {"birth": born(1950, 7, 3)}),
        ("birth", {}, {"birth": born(1949, width=1)}),
        ("sex", {"sex": Sex.FEMALE}, {"sex": Sex.FEMALE}),
        ("numbers", {"documents": ("AB1",)}, {"documents": ("AA", "AB1")}),
        ("numbers", {"phones": ("374",)}, {"phones": ("374",)}),
        (
            "settlement",
            {"place": WrittenPlace(settlement="Stepanakert")},
            {"place": WrittenPlace(settlement="Xankəndi")},
        ),
        (
            "address",
            {"place": WrittenPlace(settlement="Martuni", address="Well lane 9, 3")},
            {"place": WrittenPlace(settlement="Martuni", address="Well lane 9, 3")},
        ),
    ],
)
def test_what_agrees_speaks_for_one_person(
    feature: str, left: dict[str, object], right: dict[str, object]
) -> None:
    assert compared(feature, left, right) > 0


@pytest.mark.parametrize(
    ("feature", "left", "right"),
    [
        ("birth", {}, {"birth": born(1980, 5, 20)}),
        ("birth", {}, {"birth": born(1970)}),
        ("sex", {"sex": Sex.FEMALE}, {"sex": Sex.MALE}),
        ("numbers", {"documents": ("AB1",)}, {"documents": ("AB2",)}),
        ("numbers", {"phones": ("374",)}, {"phones": ("375",)}),
        (
            "settlement",
            {"place": WrittenPlace(settlement="Stepanakert")},
            {"place": WrittenPlace(settlement="Martuni")},
        ),
        (
            "address",
            {"place": WrittenPlace(settlement="Martuni", address="Well lane 9, 3")},
            {"place": WrittenPlace(settlement="Martuni", address="Well lane 8, 3")},
        ),
    ],
)
def test_what_differs_speaks_against(
    feature: str, left: dict[str, object], right: dict[str, object]
) -> None:
    assert compared(feature, left, right) < 0


@pytest.mark.parametrize("feature", [name for name in FEATURES if name != "name"])
def test_what_is_not_stated_says_nothing(feature: str) -> None:
    bare = replace(ROW, birth=None)
    assert compared(feature, {"birth": None}, {}) == 0
    assert features(bare, bare)[feature] == 0


def births(a: Birth, b: Birth) -> int:
    return compared("birth", {"birth": a}, {"birth": b})


def test_births_are_ranked_by_how_much_they_say() -> None:
    date = born(1950, 3, 7)
    ranked = [
        births(date, date),
        births(date, born(1950, 7, 3)),
        births(born(1950), born(1950)),
        births(date, born(1950, 1, 1)),
        births(date, born(1951)),
        births(date, born(1952)),
        births(date, born(1953)),
    ]
    assert ranked == sorted(ranked, reverse=True)
    assert len(set(ranked)) == len(ranked)


def names(a: WrittenName, b: WrittenName) -> int:
    return compared("name", {"name": a}, {"name": b})


def test_names_are_ranked_by_how_much_they_agree() -> None:
    full = WrittenName(given="Levon", family="Melikyan")
    ranked = [
        names(full, full),
        names(full, WrittenName(given="Levon", family="Melikov")),
        names(full, WrittenName(given="L.", family="Melikyan")),
        names(full, WrittenName(given="Levon", family="Danielyan")),
        names(full, WrittenName(given="Anahit", family="Danielyan")),
    ]
    assert ranked == sorted(ranked, reverse=True)


def test_a_name_written_the_other_way_round_still_agrees() -> None:
    one = WrittenName(given="Levon", family="Melikyan")
    two = WrittenName(given="Melikyan", family="Levon")
    assert 0 < names(one, two) < names(one, one)


def test_a_maiden_name_stands_for_a_family_name() -> None:
    married = WrittenName(given="Karine", family="Danielyan", maiden="Melikyan")
    single = WrittenName(given="Karine", family="Melikyan")
    other = WrittenName(given="Karine", family="Danielyan")
    assert names(married, single) > names(other, single)


def test_another_family_name_counts_less_against_a_woman() -> None:
    one, two = (
        WrittenName(given="Karine", family=f) for f in ("Danielyan", "Melikyan")
    )
    woman = compared("name", {"name": one, "sex": Sex.FEMALE}, {"name": two})
    assert woman > names(one, two)


def test_a_rare_name_says_more_than_a_common_one() -> None:
    rare = WrittenName(given="Levon", family="Xylophonyan")
    common = WrittenName(given="Levon", family="Hakobyan")
    assert names(rare, rare) > names(common, common)
