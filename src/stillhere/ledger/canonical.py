"""One text for one derived value, on every machine: what a digest is taken over.

Compact JSON in ASCII (no dependence on a Unicode table), dataclasses as the tuple of
their fields. Derived values hold no floats and no sets.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

_GETTERS: dict[type, Callable[[Any], Any]] = {}


def _getter(kind: type) -> Callable[[Any], Any]:
    names = [f.name for f in fields(kind)]
    one: Callable[[Any], Any] = attrgetter(*names)
    return one if len(names) > 1 else lambda value: (one(value),)


def _plain(value: Any) -> object:  # noqa: ANN401 (any dataclass)
    """A dataclass as its fields; raises TypeError for anything else."""
    kind = type(value)
    getter = _GETTERS.get(kind)
    if getter is None:
        getter = _GETTERS[kind] = _getter(kind)
    return getter(value)


_encode = json.JSONEncoder(
    ensure_ascii=True,
    check_circular=False,
    allow_nan=False,
    separators=(",", ":"),
    default=_plain,
).encode


def canonical_bytes(value: object) -> bytes:
    """The bytes of a frozen value made of texts, integers, tuples and dataclasses."""
    return _encode(value).encode("ascii")
