"""Keys are put in order as a sort by comparison would."""

import numpy as np
import pytest

from stillhere.identity import growing
from stillhere.identity.growing import ranked, stable_order


@pytest.mark.parametrize("shift", [0, 20, 40, 60])
def test_keys_come_in_order_and_equal_ones_as_they_came(shift: int) -> None:
    draw = np.random.default_rng(shift)
    keys = draw.integers(0, 1 << 63, 20_000, np.uint64) >> np.uint64(shift)
    keys |= draw.integers(0, 4, len(keys), np.uint64) << np.uint64(62)
    assert np.array_equal(stable_order(keys), np.argsort(keys, kind="stable"))


def test_keys_that_part_in_their_last_bits_come_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growing, "_FEW", 0)
    keys = np.array([5, 3, 5, 1, (1 << 40) + 2, (1 << 40) + 1, 3], np.uint64)
    assert stable_order(keys).tolist() == [3, 1, 6, 0, 2, 5, 4]
    assert stable_order(keys[:0]).tolist() == []


def test_ranked_sorts_by_key_then_place_and_keeps_no_pair_twice() -> None:
    keys = np.array([7, 3, 7, 3, 7, 3], np.uint64)
    places = np.array([9, 4, 2, 4, 9, 1])
    found = ranked(keys, places)
    assert [column.tolist() for column in found] == [[3, 3, 7, 7], [1, 4, 2, 9]]
    again = ranked(*found)
    assert [column.tolist() for column in again] == [[3, 3, 7, 7], [1, 4, 2, 9]]
