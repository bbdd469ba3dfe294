"""What Spark carries to its machines: functions from Arrow columns to Arrow columns.

Each makes a small world of the rows it is given and calls what a build in one process
calls. They are named, not sent: every machine has this program installed.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Protocol

import numpy as np
import pyarrow as pa

from stillhere.identity import entering, settling
from stillhere.identity.company.support import least_lent
from stillhere.identity.engines.keys import block_of
from stillhere.identity.engines.share import Share
from stillhere.identity.growing import Array
from stillhere.identity.keys import ONE_SIDED, SEEKER, mix

Batches = Iterable[pa.RecordBatch]
_PAIR = 2
"""Words of a posting: its key, and which of the blocks of a crowded key."""

ROWS = "slot int, row binary"
ROUTED = "route int, slot int, row binary, keys binary"
PAIRS = "a int, b int, w0 int"
LENT = "a int, b int, lent int"
INJECTED = "a int, b int, w0 int, lent int"


class Sent(Protocol):
    """A broadcast of Spark."""

    @property
    def value(self) -> Share:
        """What was sent."""
        ...


def routing(share: Sent, routes: int) -> Callable[[Batches], Iterator[pa.RecordBatch]]:
    """From rows of mentions to rows by route: each mention once for each it takes."""
    return partial(_route, share=share, routes=routes)


def _route(batches: Batches, share: Sent, routes: int) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        if not batch.num_rows:
            continue
        slots, rows = _numbers(batch, "slot"), _bytes(batch, "row")
        world = share.value.world_of(rows)
        keys, owner = entering.posted(world, np.arange(len(slots)))
        meets = share.value.meets(keys)
        keys, owner = keys[meets], owner[meets]
        at, parts = share.value.crowds.parted(keys, slots[owner])
        keys, owner = keys[at], owner[at]
        route = (mix(40, block_of(keys), parts) % np.uint64(routes)).astype(np.int32)
        order = np.lexsort((owner, route))
        route, owner = route[order], owner[order]
        heads = _heads(route, owner)
        postings = np.stack((keys[order], parts[order]), axis=1)
        length = np.diff(np.append(heads, len(order))) * postings.itemsize * _PAIR
        yield pa.RecordBatch.from_arrays(
            [
                pa.array(route[heads]),
                pa.array(slots[owner[heads]]),
                _binary(rows[owner[heads]], np.full(len(heads), rows.shape[1])),
                _binary(postings, length),
            ],
            names=["route", "slot", "row", "keys"],
        )


def meeting(share: Sent) -> Callable[[pa.Table], pa.Table]:
    """From all rows of one route to its pairs at or above the floor, a < b."""

    def meet(table: pa.Table) -> pa.Table:  # a partial, Spark would not take here
        return _meet(table, share)

    return meet


def _meet(table: pa.Table, share: Sent) -> pa.Table:
    batch = _whole(table)
    slots = _numbers(batch, "slot")
    world = share.value.world_of(_bytes(batch, "row"))
    postings, length = _words(batch, "keys")
    owner = np.repeat(np.arange(len(slots)), length // _PAIR)
    world.postings.settle(_labels(postings.reshape(-1, _PAIR)), owner)
    met = entering.all_keyed(world)
    one, two = slots[met.owner], slots[met.other]
    forth = one < two
    columns = [pa.array(c[forth]) for c in (one, two, met.w0)]
    return pa.Table.from_arrays(columns, names=["a", "b", "w0"])


def _labels(postings: Array) -> Array:
    """Keys of this route alone: equal where key and part are; holders and seekers stay."""
    keys, parts = postings.T
    blocks = block_of(keys)
    order = np.lexsort((parts, blocks))
    fresh = np.zeros(len(keys), np.bool_)
    fresh[_heads(blocks[order], parts[order])] = True
    label = np.empty(len(keys), np.uint64)
    label[order] = np.cumsum(fresh)
    mine: Array = (label << np.uint64(2)) | (keys & (ONE_SIDED | SEEKER))
    return mine


def lending(table: pa.Table) -> pa.Table:
    """From all ways support reaches some pairs to what each pair is lent, a < b."""
    batch = _whole(table)
    a, b, helper, partner, lent = (
        _numbers(batch, name).astype(np.int64)
        for name in ("a", "b", "helper", "partner", "lent")
    )
    pair, least = least_lent((a << 32) | b, helper, partner, lent)
    columns = (pair >> 32, pair & 0xFFFFFFFF, least)
    return pa.Table.from_arrays(
        [pa.array(c.astype(np.int32)) for c in columns], names=["a", "b", "lent"]
    )


def injecting(share: Sent) -> Callable[[Batches], Iterator[pa.RecordBatch]]:
    """From pairs no key found, with both rows, to those support lifts to the floor."""
    return partial(_inject, share=share)


def _inject(batches: Batches, share: Sent) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        if not batch.num_rows:
            continue
        rows = np.concatenate((_bytes(batch, "row_a"), _bytes(batch, "row_b")))
        world = share.value.world_of(rows)
        here = np.arange(batch.num_rows)
        lent = _numbers(batch, "lent").astype(np.int64)
        found = settling.injected(world, here, here + batch.num_rows, lent)
        at = found.owner
        yield pa.RecordBatch.from_arrays(
            [
                pa.array(_numbers(batch, "a")[at]),
                pa.array(_numbers(batch, "b")[at]),
                pa.array(found.w0),
                pa.array(lent[at].astype(np.int32)),
            ],
            names=["a", "b", "w0", "lent"],
        )


def _heads(*columns: Array) -> Array:
    """Where each run of equal rows begins, of columns sorted together."""
    fresh = np.zeros(len(columns[0]), np.bool_)
    fresh[:1] = True
    for column in columns:
        fresh[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(fresh)


def table_of(columns: dict[str, Array]) -> pa.Table:
    """Columns of 32-bit numbers, and of rows of bytes of one width."""
    arrays = {
        name: pa.array(values.astype(np.int32))
        if values.ndim == 1
        else _binary(values, np.full(len(values), values.shape[1]))
        for name, values in columns.items()
    }
    return pa.table(arrays)


def columns_of(table: pa.Table) -> list[Array]:
    """The columns of a table of numbers."""
    return [column.to_numpy() for column in table.columns]


def _whole(table: pa.Table) -> pa.RecordBatch:
    """A table as one batch, in the order of slots where it has them."""
    if "slot" in table.column_names:
        table = table.sort_by("slot")
    return table.combine_chunks().to_batches()[0]


def _numbers(batch: pa.RecordBatch, name: str) -> Array:
    numbers: Array = batch.column(name).to_numpy(zero_copy_only=False)
    return numbers


def _bytes(batch: pa.RecordBatch, name: str) -> Array:
    """A column of rows of one width as (n, width) bytes."""
    flat, _ = _flat(batch.column(name))
    return flat.reshape(batch.num_rows, -1)


def _words(batch: pa.RecordBatch, name: str) -> tuple[Array, Array]:
    """A column of 64-bit words: all of them, and how many each row holds."""
    flat, length = _flat(batch.column(name))
    return flat.view(np.uint64), length // 8


def _flat(column: Any) -> tuple[Array, Array]:  # noqa: ANN401 (pyarrow has no types)
    """Bytes of a binary column without nulls, and the length of each row."""
    wide = np.int64 if pa.types.is_large_binary(column.type) else np.int32
    _, offsets, data = column.buffers()
    ends = np.frombuffer(offsets, wide)[column.offset : column.offset + len(column) + 1]
    flat = np.frombuffer(data, np.uint8)[ends[0] : ends[-1]]
    return flat, np.diff(ends)


def _binary(values: Array, length: Array) -> Any:  # noqa: ANN401 (pyarrow has no types)
    """Bytes cut into rows of these lengths."""
    ends = np.zeros(len(length) + 1, np.int64)
    np.cumsum(length, out=ends[1:])
    flat = np.ascontiguousarray(values).view(np.uint8).ravel()
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(flat)]
    large = pa.Array.from_buffers(pa.large_binary(), len(length), buffers)
    return large.cast(pa.binary())
