"""Postings against a plain dictionary."""

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from stillhere.identity import postings
from stillhere.identity.postings import Postings

KEYS = st.integers(0, 6)
ROWS = st.lists(st.tuples(KEYS, st.integers(0, 30)), max_size=8)


def columns(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    keys = np.array([k for k, _ in rows], np.uint64)
    return keys, np.array([s for _, s in rows], np.int64)


class Model(RuleBasedStateMachine):
    """Slots are never given twice, as in an index."""

    def __init__(self) -> None:
        super().__init__()
        self.postings = Postings()
        self.model: set[tuple[int, int]] = set()
        self.used: set[tuple[int, int]] = set()

    @rule(rows=ROWS)
    def settle(self, rows: list[tuple[int, int]]) -> None:
        self.postings.settle(*columns(rows))
        self.model = {row for row in rows if row[0]}
        self.used = set(self.model)

    @rule(rows=ROWS)
    def add(self, rows: list[tuple[int, int]]) -> None:
        fresh = sorted({row for row in rows if row not in self.used})
        self.postings.add(*columns(fresh))
        self.used |= set(fresh)
        self.model |= {row for row in fresh if row[0]}

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        held = st.sampled_from(sorted(self.model)) if self.model else st.nothing()
        rows = sorted(data.draw(st.sets(held, max_size=4 if self.model else 0)))
        self.postings.remove(*columns(rows))
        self.model -= set(rows)

    @rule()
    def fold(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(postings, "SMALL", 0)
            pending = self.postings.pending
            self.postings.fold()
        if pending and 8 * pending >= len(self.postings.keys):
            assert self.postings.pending == 0

    @invariant()
    def it_holds_what_the_dictionary_holds(self) -> None:
        asked = np.arange(8, dtype=np.uint64)
        position, slots = self.postings.find(asked)
        found = sorted(zip(position.tolist(), slots.tolist(), strict=True))
        assert found == sorted(self.model)
        counted = self.postings.count(asked).tolist()
        assert counted == [sum(k == key for k, _ in self.model) for key in range(8)]


TestModel = Model.TestCase


def test_no_overlay_is_folded_before_it_is_large() -> None:
    held = Postings()
    held.settle(*columns([(1, 1), (2, 2)]))
    held.add(*columns([(1, 3)]))
    held.fold()
    assert held.pending == 1
