"""Mentions find their slots, whatever came and went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.identity.made import TRAITS, built, mention, report_id

MENTIONS = [mention("calls", n) for n in range(12)]


@given(st.sets(st.integers(0, 11)), st.lists(st.integers(0, 11)))
def test_slots_are_those_of_a_dictionary(first: set[int], turns: list[int]) -> None:
    index = built([MENTIONS[n] for n in sorted(first)])
    model = set(first)
    for n in turns:
        name = MENTIONS[n].report
        if n in model:
            index.update(gone=[name])
        else:
            index.update(come=[MENTIONS[n]], lists=TRAITS)
        model ^= {n}
        assert {k for k, m in enumerate(MENTIONS) if m.report in index} == model
        assert len(index) == len(model)
    for n in model:
        slot = index.world.slot_of[MENTIONS[n].report]
        assert index.world.id_of(slot) == MENTIONS[n].report


def test_a_mention_that_is_not_here_has_no_slot() -> None:
    held = built(MENTIONS).world.slot_of
    assert held.get(report_id("nobody")) is None
    assert 7 not in held
    with pytest.raises(KeyError):
        held[report_id("nobody")]
    with pytest.raises(KeyError):
        held.pop(report_id("nobody"))


def test_late_comers_are_counted_in_bytes() -> None:
    index = built(MENTIONS[:6])
    before = index.world.slot_of.nbytes
    index.update(come=MENTIONS[6:7], lists=TRAITS)
    assert index.world.slot_of.nbytes > before
