"""Values laid out as columns of numbers, so that a snapshot needs no code to be read.

Each value stands once: texts by content, objects by identity, so that what is shared
stays shared. Values of one class become one column for each field; a column is a plan
(nested lists of texts and numbers) that says which arrays to read, and how.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import chain, compress, count, repeat
from operator import attrgetter, is_
from typing import Any

import numpy as np

from stillhere.identity.growing import Array
from stillhere.pipeline.shapes import field_names, shapes

Plan = list[Any]
"""How to read one column; JSON."""

_SMALL = (np.int8, np.int16, np.int32, np.int64)

_AT_HAND = 500
"""Values whose fields are looked at together, so that memory is walked once."""


class _Numbers(dict[str, int]):
    """Texts numbered in the order they are first asked for."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class Layout:
    """Collects columns.

    Attributes:
        arrays: Integers; a plan names them by position.
        batches: Class, number of values and column plans, each batch after what its
            values are made of.
        texts: Every text to its number.
    """

    def __init__(self) -> None:
        self.arrays: list[Array] = []
        self.batches: list[list[Any]] = []
        self.texts: dict[str, int] = _Numbers()
        self._known: dict[type, dict[int, int]] = defaultdict(dict)
        self._layers: dict[type, Callable[[list[Any]], Plan]] = {
            type(None): lambda values: ["none", len(values)],
            str: self._of_texts,
            bool: lambda values: ["truth", self._array(values)],
            int: lambda values: ["whole", self._array(values)],
            tuple: lambda values: self._of_objects(tuple, values),
            list: lambda values: self._of_runs("list", values),
            set: lambda values: self._of_runs("set", [sorted(v) for v in values]),
            dict: lambda values: self._of_dicts("dict", values),
            defaultdict: lambda values: self._of_dicts("dict", values),
            Counter: lambda values: self._of_dicts("counter", values),
        }

    def column(self, values: Iterable[Any]) -> Plan:
        """Lay out any values of the closed table and of plain types.

        Raises:
            TypeError: A value is of a type no snapshot may hold.
        """
        held = values if isinstance(values, list) else list(values)
        if _one_alone(held) and type(held[0]) not in (str, int):
            return ["repeat", len(held), self.column(held[:1])]
        kinds = sorted(set(map(type, held)), key=lambda kind: kind.__name__)
        if len(kinds) == 1:
            return self._one(kinds[0], held)
        places = {kind: place for place, kind in enumerate(kinds)}
        found = map(places.__getitem__, map(type, held))
        where = np.fromiter(found, np.int64, len(held))
        plans = [
            self._one(kind, list(compress(held, (where == place).tolist())))
            for kind, place in places.items()
        ]
        return ["mixed", self._array(where), plans]

    def _one(self, kind: type, values: list[Any]) -> Plan:
        """Lay out values of one type."""
        if kind in self._layers:
            return self._layers[kind](values)
        if shapes().get(kind.__name__) is not kind:
            raise TypeError(f"no snapshot may hold a {kind.__name__}")
        if issubclass(kind, StrEnum):
            places = {code: place for place, code in enumerate(kind)}
            return [
                "code",
                kind.__name__,
                self._array(list(map(places.__getitem__, values))),
            ]
        return self._of_objects(kind, values)

    def _array(self, numbers: Sequence[int] | Array) -> Plan:
        """Keep integers in as few bytes as they need.

        Returns:
            ``["run", first, length]``, ``["same", number, length]`` or
            ``["array", position]``.
        """
        wide = np.array(numbers, np.int64)
        length = len(wide)
        low, high = (int(wide.min()), int(wide.max())) if length else (0, 0)
        if low == high:
            return ["same", low, length]
        if high - low == length - 1 and (wide[1:] - wide[:-1] == 1).all():
            return ["run", low, length]
        fits = next(
            t for t in _SMALL if np.iinfo(t).min <= low <= high <= np.iinfo(t).max
        )
        self.arrays.append(wide.astype(fits))
        return ["array", len(self.arrays) - 1]

    def _of_texts(self, values: list[str]) -> Plan:
        if _one_alone(values):
            return ["text", ["same", self.texts[values[0]], len(values)]]
        numbers = map(self.texts.__getitem__, values)
        return ["text", self._array(np.fromiter(numbers, np.int64, len(values)))]

    def _of_objects(self, kind: type, values: list[Any]) -> Plan:
        """Lay out what is new among objects; refer to all of them by number."""
        ids = list(map(id, values))
        known = self._known[kind]
        fresh = dict(zip(ids, values, strict=True))
        for seen in fresh.keys() & known.keys():
            del fresh[seen]
        if fresh:
            new = list(fresh.values())
            plan = self._inside(kind, new)
            start = sum(n for name, n, _ in self.batches if name == kind.__name__)
            self.batches.append([kind.__name__, len(new), plan])
            known.update(zip(fresh, count(start), strict=False))
            if len(new) == len(values):
                return ["value", kind.__name__, ["run", start, len(new)]]
        numbers = np.fromiter(map(known.__getitem__, ids), np.int64, len(ids))
        return ["value", kind.__name__, self._array(numbers)]

    def _inside(self, kind: type, values: list[Any]) -> list[Any]:
        if kind is tuple:
            return self._of_runs("tuple", values)
        return [self.column(column) for column in _columns(kind, values)]

    def _of_runs(self, what: str, values: Sequence[Sequence[Any]]) -> Plan:
        flat = self.column(chain.from_iterable(values))
        return [what, self._array(list(map(len, values))), flat]

    def _of_dicts(self, what: str, values: Sequence[dict[Any, Any]]) -> Plan:
        keys = self.column(chain.from_iterable(values))
        held = self.column(chain.from_iterable(d.values() for d in values))
        return [what, self._array(list(map(len, values))), keys, held]


def _one_alone(values: list[Any]) -> bool:
    """Whether one and the same object stands there more than once."""
    return len(values) > 1 and all(map(is_, values, repeat(values[0])))


def _columns(kind: type, values: list[Any]) -> list[list[Any]]:
    """The fields of values, one list each; a few values at a time, which stay at hand."""
    getters = [attrgetter(name) for name in field_names(kind)]
    columns: list[list[Any]] = [[] for _ in getters]
    for start in range(0, len(values), _AT_HAND):
        some = values[start : start + _AT_HAND]
        for getter, column in zip(getters, columns, strict=True):
            column.extend(map(getter, some))
    return columns
