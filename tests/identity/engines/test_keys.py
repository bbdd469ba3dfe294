import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.blocks import meeting
from stillhere.identity.engines.keys import Crowds, Meets, block_of
from stillhere.identity.growing import Array
from stillhere.identity.keys import ONE_SIDED, SEEKER, mix

Postings = list[tuple[int, int, bool]]
"""Key number, mention, and whether the mention seeks it; odd keys are one-sided."""

postings = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 40), st.booleans()), max_size=120
)


def keys_of(held: Postings) -> tuple[Array, Array]:
    """Keys and mentions, sorted by key, none twice."""
    rows = {(key, mention): seeks for key, mention, seeks in held}
    numbers = np.array([key for key, _ in rows], np.uint64)
    mentions = np.array([mention for _, mention in rows], np.int64)
    seeks = np.array(list(rows.values()), np.bool_)
    keys = mix(1, numbers) >> np.uint64(2) << np.uint64(2)
    sides = np.where(seeks, ONE_SIDED | SEEKER, ONE_SIDED)
    keys = keys | np.where(numbers % np.uint64(2) > 0, sides, np.uint64(0))
    order = np.lexsort((mentions, keys))
    return keys[order], mentions[order]


def pairs(keys: Array, mentions: Array, blocks: Array) -> set[tuple[int, int]]:
    """Who meets whom: in one block, unless both only hold its key."""
    sides = keys & (ONE_SIDED | SEEKER)
    held = [*zip(blocks.tolist(), mentions.tolist(), sides.tolist(), strict=True)]
    holds = int(ONE_SIDED)
    return {
        (min(a, b), max(a, b))
        for block, a, side in held
        for other, b, there in held
        if block == other and a != b and not (side == there == holds)
    }


@given(postings)
def test_no_key_that_meets_stays_at_home(held: Postings) -> None:
    keys, _ = keys_of(held)
    assert Meets(keys)(keys[meeting(keys)]).all()


def test_keys_that_meet_nobody_mostly_do() -> None:
    alone = np.sort(mix(1, np.arange(20_000))) & ~np.uint64(3)
    shared = np.sort(np.repeat(mix(2, np.arange(3_000)) & ~np.uint64(3), 2))
    keys = np.sort(np.concatenate((alone, shared)))
    travels = Meets(keys)
    assert travels(shared).all()
    assert travels(alone).mean() < 0.1


@given(postings, st.integers(2, 12))
def test_rows_of_a_crowded_key_all_meet(held: Postings, most: int) -> None:
    keys, mentions = keys_of(held)
    at, parts = Crowds(keys, most).parted(keys, mentions)
    blocks = mix(3, block_of(keys[at]), parts)
    met = pairs(keys[at], mentions[at], blocks)
    assert met == pairs(keys, mentions, block_of(keys))


def test_few_who_seek_do_not_multiply_the_many_who_hold() -> None:
    held = [(1, mention, mention < 3) for mention in range(3_000)]
    keys, mentions = keys_of(held)
    crowds = Crowds(keys, 100)
    at, _ = crowds.parted(keys, mentions)
    assert crowds.few.tolist() == [True]
    assert len(at) == 2_997 + 3 * int(crowds.strips[0])
