"""A snapshot loads to an index that answers and updates like the one it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.errors import StillHereError
from stillhere.identity import IdentityRules, Index
from stillhere.reports.statements import PersonStatement
from tests.identity.made import (
    PLACES,
    RULES,
    TRAITS,
    built,
    decisions,
    mention,
    pool,
    worlds,
)


@given(worlds(), worlds(), st.data())
def test_a_loaded_index_updates_like_the_one_that_was_saved(
    mentions: list[PersonStatement], later: list[PersonStatement], data: st.DataObject
) -> None:
    judgements = data.draw(decisions(mentions))
    index = built(mentions, judgements)
    going = [m.report for m in mentions[::3]]
    index.update(gone=going)
    loaded = Index.from_bytes(index.to_bytes(), RULES, PLACES)
    assert pool(loaded) == pool(index)
    assert list(loaded.clusters()) == list(index.clusters())
    assert loaded.findings() == index.findings()
    come = [m for m in later if m.report not in index]
    changes = [
        i.update(come=come, lists=TRAITS, judgements_gone=judgements[:2])
        for i in (index, loaded)
    ]
    assert changes[0] == changes[1]
    assert pool(loaded) == pool(index)
    assert list(loaded.clusters()) == list(index.clusters())
    assert loaded.findings() == index.findings()


def test_one_snapshot_is_read_back_to_the_same_bytes() -> None:
    data = built([mention("calls", 1, "Levon", family="Melikyan")]).to_bytes()
    assert Index.from_bytes(data, RULES, PLACES).to_bytes() == data


@given(st.data())
def test_any_damaged_byte_is_told_in_a_sentence(data: st.DataObject) -> None:
    whole = built([mention("calls", 1, "Levon", family="Melikyan")]).to_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[at] ^= data.draw(st.integers(1, 255))
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    for broken in (bytes(damaged), cut):
        with pytest.raises(StillHereError, match="The saved index cannot be read"):
            Index.from_bytes(broken, RULES, PLACES)


def test_a_snapshot_of_other_rules_is_refused() -> None:
    data = built([]).to_bytes()
    other = IdentityRules.shipped(population=1_000_000)
    with pytest.raises(StillHereError, match="made with other rules"):
        Index.from_bytes(data, other, PLACES)
