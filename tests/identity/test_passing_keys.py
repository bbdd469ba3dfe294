"""Without postings the same pairs are met as with them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from stillhere.identity import blocks, entering
from stillhere.identity.keys import ONE_SIDED, SEEKER, any_seeks, key_matrix
from stillhere.identity.pairs import Entries
from stillhere.identity.passing_keys import Sought, key_bands
from stillhere.reports.statements import PersonStatement, WrittenPlace
from tests.identity.made import born, built, mention, worlds
from tests.identity.test_reach import namesakes


def _pairs(entries: Entries) -> list[tuple[int, int, int]]:
    columns = (entries.owner, entries.other, entries.w0)
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


@settings(max_examples=60)
@given(worlds())
def test_the_pairs_are_those_of_the_postings(rows: list[PersonStatement]) -> None:
    world = built(rows).world
    slots = np.arange(len(rows))
    with_postings = _pairs(entering.all_keyed(world))
    assert _pairs(entering.passing_keyed(world, slots)) == with_postings


@settings(max_examples=60)
@given(namesakes())
def test_no_key_that_somebody_seeks_is_left_out(rows: list[PersonStatement]) -> None:
    features = built(rows).world.features
    slots = np.arange(len(rows))
    made = key_matrix(features, slots, one_sided=any_seeks(features, slots))
    sought = made[made & SEEKER != 0]
    kept = (made & ONE_SIDED == 0) | np.isin(made | SEEKER, sought)
    found = np.concatenate([keys for keys, _ in key_bands(features, slots)])
    assert sorted(found) == sorted(made[kept & (made != 0)])


def test_whoever_has_no_given_name_meets_those_who_have_one() -> None:
    home = WrittenPlace(settlement="Martuni", street="Well lane", house="9")
    rows = [
        mention("register", 1, "Levon", family="Melikyan", birth=born(1940, 3, 7)),
        mention("bus", 2, family="Melikyan", birth=born(1962, 8, 11)),
    ]
    world = built([replace(row, place=home) for row in rows]).world
    pairs = _pairs(entering.passing_keyed(world, np.arange(2)))
    assert [(one, two) for one, two, _ in pairs] == [(0, 1), (1, 0)]


def test_nobody_sought_leaves_keys_of_both_sides_alone() -> None:
    features = built([]).world.features
    sought = Sought(features, np.empty(0, np.int64))
    keys = np.array([4, 6, 7, 8], np.uint64)
    assert sought.of(keys).tolist() == [True, False, False, True]


def test_postings_are_cut_between_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "PART", 2)
    keys = np.array([4, 4, 4, 8, 10, 10, 11, 12, 16], np.uint64)
    parts = [keys[part].tolist() for part in blocks.block_parts(keys)]
    assert parts == [[4, 4, 4], [8, 10, 10, 11], [12, 16]]
    assert not list(blocks.block_parts(keys[:0]))
