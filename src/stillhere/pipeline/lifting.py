"""Columns of a snapshot become values again; the other half of `laying`.

Makes plain containers, texts, integers and values of the closed table, nothing else, and
calls nothing but their constructors.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import accumulate
from typing import Any

from stillhere.identity.growing import Array
from stillhere.pipeline.laying import Plan
from stillhere.pipeline.shapes import field_names, shapes

_CONTAINERS: dict[str, Callable[[Any], Any]] = {
    "list": list,
    "set": set,
    "tuple": tuple,
}


def _counted(pairs: Iterable[tuple[Any, int]]) -> Counter[Any]:
    return Counter(dict(pairs))


_PAIRED: dict[str, Callable[[Any], Any]] = {"dict": dict, "counter": _counted}


class Lifter:
    """Reads plans against arrays and texts."""

    def __init__(self, arrays: Sequence[Array], texts: Sequence[str]) -> None:
        self._arrays = arrays
        self._texts = texts
        self._made: dict[str, list[Any]] = {}
        self._lifters: dict[str, Callable[..., list[Any]]] = {
            "none": lambda length: [None] * length,
            "text": lambda array: self._picked(self._texts, array),
            "truth": lambda array: list(map(bool, self._numbers(array))),
            "whole": lambda array: list(self._numbers(array)),
            "code": lambda name, array: self._picked(_codes(name), array),
            "value": lambda name, array: self._picked(self._made[name], array),
            "repeat": lambda length, plan: self.column(plan) * length,
            "mixed": self._mixed,
            **{what: self._runs(kind) for what, kind in _CONTAINERS.items()},
            **{what: self._dicts(kind) for what, kind in _PAIRED.items()},
        }

    def make(self, batches: Iterable[list[Any]]) -> None:
        """Make all values, each batch from earlier ones."""
        for name, length, plan in batches:
            if name == "tuple":
                new = self.column(plan)
            else:
                new = self._values(shapes()[name], plan)
            if len(new) != length:
                raise ValueError(name)
            self._made.setdefault(name, []).extend(new)

    def column(self, plan: Plan) -> list[Any]:
        """The values of one column."""
        return self._lifters[plan[0]](*plan[1:])

    def _values(self, kind: type, plans: Sequence[Plan]) -> list[Any]:
        if len(plans) != len(field_names(kind)):
            raise ValueError(kind.__name__)
        columns = (self.column(plan) for plan in plans)
        if issubclass(kind, tuple):
            return list(map(partial(tuple.__new__, kind), zip(*columns, strict=True)))
        return _filled(kind, columns)

    def _numbers(self, plan: Plan) -> Sequence[int]:
        if plan[0] == "array":
            numbers: list[int] = self._arrays[plan[1]].tolist()
            return numbers
        first, length = plan[1:]
        if plan[0] == "same":
            return [first] * length
        return range(first, first + length)

    def _picked(self, held: Sequence[Any], plan: Plan) -> list[Any]:
        if plan[0] == "array":
            return list(map(held.__getitem__, self._numbers(plan)))
        first, length = plan[1:]
        if plan[0] == "same":
            return [held[first]] * length if length else []
        return list(held[first : first + length])

    def _mixed(self, array: Plan, plans: Sequence[Plan]) -> list[Any]:
        columns = [iter(self.column(plan)) for plan in plans]
        return list(map(next, map(columns.__getitem__, self._numbers(array))))

    def _runs(self, kind: Callable[[Any], Any]) -> Callable[[Plan, Plan], list[Any]]:
        def runs(array: Plan, plan: Plan) -> list[Any]:
            slices = _slices(self._numbers(array))
            flat = self.column(plan)
            if kind is list:
                return list(map(flat.__getitem__, slices))
            fixed = tuple(flat)
            parts = map(fixed.__getitem__, slices)
            return list(parts) if kind is tuple else list(map(kind, parts))

        return runs

    def _dicts(
        self, kind: Callable[[Any], Any]
    ) -> Callable[[Plan, Plan, Plan], list[Any]]:
        def dicts(array: Plan, keys: Plan, values: Plan) -> list[Any]:
            lengths = self._numbers(array)
            names, held = self.column(keys), self.column(values)
            here = map(names.__getitem__, _slices(lengths))
            there = map(held.__getitem__, _slices(lengths))
            return [
                kind(zip(*own, strict=True)) for own in zip(here, there, strict=True)
            ]

        return dicts


def _codes(name: str) -> list[StrEnum]:
    kind = shapes()[name]
    return list(kind) if issubclass(kind, StrEnum) else []


def _filled(kind: type, columns: Iterable[list[Any]]) -> list[Any]:
    """Values of a class with slots, column by column: in half the time of its own way.

    What the constructor would put in order was in order when it was laid out.
    """
    made: list[Any] = []
    for name, column in zip(field_names(kind), columns, strict=True):
        made = made or [object.__new__(kind) for _ in column]
        deque(map(getattr(kind, name).__set__, made, column), maxlen=0)
    return made


def _slices(lengths: Sequence[int]) -> Iterator[slice]:
    return map(slice, accumulate(lengths, initial=0), accumulate(lengths))
