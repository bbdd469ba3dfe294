"""The bytes around the columns of a snapshot: who made it, of what, and whether it is whole."""

import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

import numpy as np

from stillhere.errors import StillHereError
from stillhere.identity.growing import Array

_MAGIC = b"stillhere-picture-1\n"
_SEAL = 16
_LENGTH = struct.Struct("<Q")
_QUICK = 1
"""Level of compression: a third of the size for a second; more costs much more."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a snapshot is of.

    Attributes:
        program: Digest of the code that made it.
        rules: Digest of its rules.
        as_of: Date of the picture.
        digest: Of the picture.
    """

    program: str
    rules: str
    as_of: str
    digest: str


def framed(header: Header, plan: Any, parts: Sequence[bytes]) -> bytes:  # noqa: ANN401 (JSON is anything)
    """Header, plan and parts under one seal; the parts compressed."""
    packed = [zlib.compress(part, _QUICK) for part in parts]
    head = json.dumps(
        {"header": asdict(header), "plan": plan, "sizes": [len(p) for p in packed]},
        separators=(",", ":"),
    ).encode()
    body = (_LENGTH.pack(len(head)), head, *packed)
    return b"".join((_MAGIC, _seal(*body), *body))


def unframed(data: bytes) -> tuple[Header, Any, list[bytes]]:
    """The other way round.

    Raises:
        StillHereError: `pipeline/snapshot-damaged`.
    """
    sealed = len(_MAGIC) + _SEAL
    body = memoryview(data)[sealed:]
    if data[: len(_MAGIC)] != _MAGIC or data[len(_MAGIC) : sealed] != _seal(body):
        raise StillHereError("pipeline/snapshot-damaged")
    start = _LENGTH.size + _LENGTH.unpack(body[: _LENGTH.size])[0]
    head = json.loads(bytes(body[_LENGTH.size : start]))
    parts = []
    for size in head["sizes"]:
        parts.append(zlib.decompress(body[start : start + size]))
        start += size
    return Header(**head["header"]), head["plan"], parts


def _seal(*parts: bytes | memoryview) -> bytes:
    digest = blake2b(digest_size=_SEAL)
    for part in parts:
        digest.update(part)
    return digest.digest()


def of_arrays(arrays: Sequence[Array]) -> tuple[list[list[Any]], bytes]:
    """Kinds and lengths of arrays, and their bytes.

    The first bytes of all numbers of an array come first, then the second bytes: high
    bytes are mostly alike, and then take next to no room.
    """
    kinds = [[array.dtype.str, len(array)] for array in arrays]
    planes = [
        array.view(np.uint8).reshape(len(array), array.itemsize).T.tobytes()
        for array in arrays
    ]
    return kinds, b"".join(planes)


def to_arrays(kinds: Sequence[Sequence[Any]], data: bytes) -> list[Array]:
    """The arrays of these bytes."""
    arrays: list[Array] = []
    start = 0
    for name, length in kinds:
        kind = np.dtype(name)
        planes = np.frombuffer(data, np.uint8, length * kind.itemsize, start)
        turned = np.ascontiguousarray(planes.reshape(kind.itemsize, length).T)
        arrays.append(turned.reshape(-1).view(kind))
        start += length * kind.itemsize
    return arrays


def of_texts(texts: Sequence[str]) -> tuple[str, bytes]:
    """A character that stands in none of the texts, and the texts joined by it."""
    for mark in map(chr, range(0x110000)):
        joined = mark.join(texts)
        if joined.count(mark) == max(len(texts) - 1, 0):
            return mark, joined.encode("utf-8", "surrogatepass")
    raise ValueError("the texts hold every character there is")


def to_texts(mark: str, data: bytes) -> list[str]:
    """The texts of these bytes; of none, one empty text."""
    return data.decode("utf-8", "surrogatepass").split(mark)
