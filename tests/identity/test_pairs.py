"""The pool of pairs against a plain dictionary of dictionaries."""

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from stillhere.identity import pairs as module
from stillhere.identity.pairs import Entries, Pairs

SLOTS = 6
SLOT = st.integers(0, SLOTS - 1)
ENTRY = st.tuples(SLOT, st.integers(0, 12), st.integers(-9, 9), st.integers(0, 63))
Row = tuple[int, int, int, int]


def entries(rows: list[Row]) -> Entries:
    owner, other, weight, flags = np.array(rows, np.int64).reshape(-1, 4).T
    small = weight.astype(np.int32)
    return Entries(
        owner.astype(np.int32),
        other.astype(np.int32),
        small,
        small + 1,
        flags.astype(np.uint8),
    )


def unique(rows: list[Row]) -> list[Row]:
    return list({row[:2]: row for row in rows}.values())


class Model(RuleBasedStateMachine):
    """Lists are rewritten, patched, flagged and moved about."""

    @initialize(ready=st.booleans())
    def begin(self, ready: bool) -> None:
        self.pairs = Pairs()
        self.pairs.reach(SLOTS)
        self.pairs.ready = ready
        self.model: dict[tuple[int, int], tuple[int, int]] = {}

    @rule(slots=st.sets(SLOT), rows=st.lists(ENTRY, max_size=20))
    def rewrite(self, slots: set[int], rows: list[Row]) -> None:
        rows = unique([row for row in rows if row[0] in slots])
        self.pairs.rewrite(np.array(sorted(slots), np.int64), entries(rows))
        kept = {k: v for k, v in self.model.items() if k[0] not in slots}
        self.model = kept | {row[:2]: row[2:] for row in rows}

    @rule(drop=st.sets(st.tuples(SLOT, st.integers(0, 12))), rows=st.lists(ENTRY))
    def patch(self, drop: set[tuple[int, int]], rows: list[Row]) -> None:
        rows = [row for row in unique(rows) if row[:2] not in drop]
        packed = np.array(sorted((a << 32) | b for a, b in drop), np.int64)
        self.pairs.patch(packed, entries(rows))
        kept = {k: v for k, v in self.model.items() if k not in drop}
        self.model = kept | {row[:2]: row[2:] for row in rows}

    @rule(slot=SLOT, bits=st.integers(1, 63), on=st.booleans())
    def set_flags(self, slot: int, bits: int, on: bool) -> None:
        where = self.pairs.positions(np.array([slot]))
        self.pairs.set_flags(where, bits, np.full(len(where), on))
        for pair, (weight, flags) in self.model.items():
            if pair[0] == slot:
                self.model[pair] = (weight, flags | bits if on else flags & ~bits)

    @rule()
    def tidy(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "SMALL_WASTE", 0)
            self.pairs.tidy()
        assert 2 * self.pairs.waste <= self.pairs.other.size

    @invariant()
    def it_holds_what_the_dictionary_holds(self) -> None:
        held = self.pairs.of(np.arange(SLOTS))
        rows = zip(
            *(c.tolist() for c in (held.owner, held.other, held.w0, held.flags)),
            strict=True,
        )
        found = [((a, b), (weight, flags)) for a, b, weight, flags in rows]
        assert found == sorted(self.model.items())
        assert (held.w1 == held.w0 + 1).all()

    @invariant()
    def every_entry_is_found_and_no_other(self) -> None:
        owner, other = np.divmod(np.arange(SLOTS * 13), 13)
        where = self.pairs.find(owner, other)
        known = {(a, b) for a, b in self.model}
        asked = zip(owner.tolist(), other.tolist(), strict=True)
        assert [w >= 0 for w in where.tolist()] == [pair in known for pair in asked]
        there = where[where >= 0]
        assert (self.pairs.other.view[there] == other[where >= 0]).all()

    @rule(long=st.sampled_from((0, 500)))
    def flagged_entries_are_those_with_any_of_the_bits(self, long: int) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "LONG", long)
            held, where = self.pairs.flagged(np.arange(SLOTS), 5)
        pairs = zip(held.owner.tolist(), held.other.tolist(), strict=True)
        assert list(pairs) == sorted(p for p, (_, x) in self.model.items() if x & 5)
        assert (self.pairs.flags.view[where] == held.flags).all()


TestModel = Model.TestCase


def test_lists_of_a_build_have_no_room_to_spare_and_later_ones_do() -> None:
    pairs = Pairs()
    pairs.reach(2)
    pairs.rewrite(np.array([0]), entries([(0, 1, 5, 1)]))
    assert pairs.room.view.tolist() == [1, 0]
    pairs.ready = True
    pairs.patch(np.empty(0, np.int64), entries([(0, 2, 5, 1), (1, 0, 5, 1)]))
    assert (pairs.room.view > pairs.length.view).all()
