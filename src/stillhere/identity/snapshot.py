"""An index as bytes and back: a restart need not link anew.

Kept only inside the encrypted store; keyed there by the digests of rules and picture.
Postings are derived again on loading, so that the bytes hold columns alone.
"""

import json
import struct
from hashlib import blake2b
from typing import Any

import numpy as np

from stillhere.errors import StillHereError
from stillhere.identity import entering
from stillhere.identity.clusters import MentionId
from stillhere.identity.growing import Array, Growing, distinct
from stillhere.identity.pairs import Entries
from stillhere.identity.rules import IdentityRules
from stillhere.identity.world import World
from stillhere.intake.located import PlaceReader
from stillhere.reports import ReportId
from stillhere.reports.statements import Judgement, JudgementKind

_MAGIC = b"stillhere-index-4\n"
_SEAL = 16
"""Bytes of the digest that tells damage."""


def to_bytes(world: World) -> bytes:
    """The index without its dead slots; equal worlds may differ in the order of slots.

    Words that stand in no mention any more are left out with them: an erased name must
    not live on in bytes that are kept.
    """
    alive = np.flatnonzero(world.alive.view)
    number = np.full(world.alive.size, -1, np.int32)
    number[alive] = np.arange(len(alive))
    entries = world.pairs.of(alive)
    tokens = world.features.tokens.view[alive]
    used = distinct(tokens.ravel())
    columns = {
        "tokens": np.searchsorted(used, tokens).astype(np.int32),
        "small": world.features.small.view[alive],
        "wide": world.features.wide.view[alive],
        "lists": world.features.lists.view[alive],
        "spots": world.features.spots.view[alive],
        "anchored": world.anchored.view[alive],
        "cluster": number[world.cluster.view[alive]],
        "origin": world.origin.view[alive],
        "quarter": world.quarter.view[alive],
        "length": world.pairs.length.view[alive],
        "other": number[entries.other],
        "w0": entries.w0,
        "w1": entries.w1,
        "flags": entries.flags,
    }
    plain = {
        "rules": world.rules.digest,
        "texts": [world.vocabulary.text(number) for number in used.tolist()],
        "lists": world.features.list_numbers,
        "judgements": _judgements(world),
        "broken": sorted(world.broken),
        "barred": sorted(world.barred),
        "columns": [[n, str(c.dtype), list(c.shape)] for n, c in columns.items()],
    }
    head = json.dumps(plain, ensure_ascii=False).encode()
    parts = [np.ascontiguousarray(column).tobytes() for column in columns.values()]
    body = b"".join((struct.pack("<Q", len(head)), head, *parts))
    return _MAGIC + _seal(body) + body


def _seal(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_SEAL).digest()


def from_bytes(data: bytes, rules: IdentityRules, places: PlaceReader) -> World:
    """The index these bytes hold.

    Raises:
        StillHereError: They are no snapshot, or one of other rules.
    """
    plain, columns = _read(data)
    if plain["rules"] != rules.digest:
        raise StillHereError("identity/snapshot-other-rules")
    world = World(rules, places)
    numbers = np.array([world.vocabulary.number(t) for t in plain["texts"]], np.int32)
    columns["tokens"] = numbers[columns["tokens"]]
    world.features.list_numbers = dict(plain["lists"])
    count = len(columns["cluster"])
    world.reach(count)
    for name in ("tokens", "small", "wide", "lists", "spots"):
        _fill(getattr(world.features, name), columns[name])
    world.alive.view[:] = True
    world.anchored.view[:] = columns["anchored"]
    world.cluster.view[:] = columns["cluster"]
    world.origin.view[:] = columns["origin"]
    world.quarter.view[:] = columns["quarter"]
    slots = np.arange(count)
    world.slot_of.settle(slots)
    owner = np.repeat(slots, columns["length"]).astype(np.int32)
    names = ("other", "w0", "w1", "flags")
    world.pairs.rewrite(slots, Entries(owner, *(columns[n] for n in names)))
    world.pairs.ready = True
    world.postings.settle(*entering.posted(world, slots))
    groups, seats = world.company.keys(slots)
    world.company.groups.settle(groups, slots)
    world.company.seats.settle(seats, slots)
    _decide(world, plain)
    return world


def _fill(column: Growing, values: Array) -> None:
    column.view[:] = values


def _read(data: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    sealed = len(_MAGIC) + _SEAL
    whole = data[: len(_MAGIC)] == _MAGIC
    if not whole or data[len(_MAGIC) : sealed] != _seal(memoryview(data)[sealed:]):
        raise StillHereError("identity/snapshot-damaged")
    start = sealed + 8
    size = struct.unpack("<Q", data[sealed:start])[0]
    plain = json.loads(data[start : start + size])
    place = start + size
    columns: dict[str, Array] = {}
    for name, kind, shape in plain["columns"]:
        dtype = np.dtype(kind)
        count = int(np.prod(shape))
        flat = np.frombuffer(data, dtype, count, place)
        columns[name] = flat.reshape(shape).copy()
        place += count * dtype.itemsize
    return plain, columns


def _judgements(world: World) -> list[list[str | bool]]:
    return [
        [j.report, j.source, j.judgement.value, j.a, j.b, j.why, j.date or "", j.second]
        for _, held in sorted(world.judged.by_pair.items())
        for _, j in sorted(held.items())
    ]


def _decide(world: World, plain: dict[str, Any]) -> None:
    world.judged.add(
        Judgement(
            ReportId(report),
            source,
            JudgementKind(kind),
            ReportId(a),
            ReportId(b),
            why,
            date or None,
            second,
        )
        for report, source, kind, a, b, why, date, second in plain["judgements"]
    )
    for name in ("broken", "barred"):
        pairs = {(MentionId(a), MentionId(b)) for a, b in plain[name]}
        setattr(world, name, pairs)
