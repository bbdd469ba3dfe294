"""What Spark carries to its machines, called here without Spark."""

import io
import pickle
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity import entering
from stillhere.identity.engines.arrow import columns_of, meeting, routing, table_of
from stillhere.identity.engines.share import OTHER_PROGRAM, Share, rows_of
from stillhere.identity.engines.spark import MOST
from stillhere.identity.world import World
from stillhere.reports.statements import PersonStatement
from tests.identity.made import PLACES, RULES, TRAITS, born, mention, worlds

Found = set[tuple[int, int, int]]


@dataclass(frozen=True)
class Sent:
    value: Share


def entered(mentions: list[PersonStatement]) -> World:
    world = World(RULES, PLACES)
    slots = entering.enter(world, mentions, TRAITS)
    world.postings.settle(*entering.posted(world, slots))
    return world


def by_routes(world: World, share: Share, routes: int, at_once: int) -> Found:
    """The pairs all routes find, as Spark would bring rows together."""
    slots = np.arange(world.alive.size)
    rows = table_of({"slot": slots, "row": rows_of(world.features, slots)})
    batches = rows.to_batches(max_chunksize=at_once)
    routed = pa.Table.from_batches(routing(Sent(share), routes)(batches))
    found: Found = set()
    for route in set(routed["route"].to_pylist()):
        here = routed.filter(pc.equal(routed["route"], route))
        columns = columns_of(meeting(Sent(share))(here))
        found.update(zip(*(c.tolist() for c in columns), strict=True))
    return found


def at_once(world: World) -> Found:
    met = entering.all_keyed(world)
    forth = met.take(met.owner < met.other)
    columns = (forth.owner, forth.other, forth.w0)
    return set(zip(*(c.tolist() for c in columns), strict=True))


def share_of(world: World) -> Share:
    return Share(world, MOST)


@given(worlds(), st.integers(1, 5), st.integers(1, 9))
def test_routes_find_together_what_one_process_finds(
    mentions: list[PersonStatement], routes: int, rows: int
) -> None:
    world = entered(mentions)
    assert by_routes(world, share_of(world), routes, rows) == at_once(world)


@given(worlds(), st.integers(1, 5), st.integers(2, 6))
def test_a_key_parted_into_strips_finds_every_pair(
    mentions: list[PersonStatement], routes: int, most: int
) -> None:
    world = entered(mentions)
    share = Share(world, most)
    assert by_routes(world, share, routes, 100) == at_once(world)


def crowd() -> list[PersonStatement]:
    said = {"family": "Petrosyan", "birth": born(1950, 3, 7)}
    return [mention("calls", n, "Arman", **said) for n in range(60)]


def test_no_task_holds_all_rows_of_a_heavy_key() -> None:
    world = entered(crowd())
    share = Share(world, 12)
    assert set(share.crowds.strips.tolist()) == {10}
    slots = np.arange(60)
    rows = table_of({"slot": slots, "row": rows_of(world.features, slots)})
    routed = pa.Table.from_batches(routing(Sent(share), 1)(rows.to_batches()))
    words = b"".join(routed["keys"].to_pylist())
    blocks = np.frombuffer(words, np.uint64).reshape(-1, 2)
    _, held = np.unique(blocks, axis=0, return_counts=True)
    assert int(held.max()) < 30
    assert by_routes(world, share, 3, 100) == at_once(world)


def test_rows_carry_every_column_of_a_mention() -> None:
    world = entered(crowd()[:3])
    world.features.lists.view[1, 1] = 17
    slots = np.array([2, 1])
    there = share_of(world).world_of(rows_of(world.features, slots))
    for mine, theirs in zip(
        world.features.columns(), there.features.columns(), strict=True
    ):
        assert theirs.view.tolist() == mine.view[slots].tolist()


class Narrow(io.BytesIO):
    """Takes bytes alone, as the encrypted stream of Spark does."""

    def write(self, data: Any) -> int:
        assert type(data) is bytes
        return super().write(data)


def test_large_tables_travel_in_one_piece() -> None:
    share = share_of(entered(crowd()[:2]))
    share.words.append(np.arange(1 << 20))
    stream = Narrow()
    pickle.dump(share, stream, 5)
    there = pickle.loads(stream.getvalue())  # noqa: S301 (just written)
    assert there.words[-1].tolist() == share.words[-1].tolist()
    assert there.program == share.program


def test_a_machine_with_another_program_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = entered(crowd()[:2])
    share = share_of(world)
    rows = rows_of(world.features, np.arange(2))
    monkeypatch.setattr("stillhere.identity.engines.share.program", lambda: "other")
    with pytest.raises(RuntimeError, match=OTHER_PROGRAM):
        share.world_of(rows)
