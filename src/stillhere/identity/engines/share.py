"""What travels to other machines, and the small world they make of it.

A mention travels as one row of bytes: its columns one after the other, however many
there are. Beside the rows go the tables of the vocabulary and the rules, once to each
machine. A machine makes a world of the rows it was given and asks it what this process
would ask: there is no second scorer.
"""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from stillhere.identity.engines.keys import Crowds, Meets
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, Growing
from stillhere.identity.rules import IdentityRules
from stillhere.identity.world import World
from stillhere.intake.located import PlaceReader
from stillhere.places import Gazetteer

_WEIGHS = ("numpy", "rapidfuzz")
"""Packages whose versions bear on a weight."""


class Share:
    """Tables that every machine needs; pickled once, made a world where it arrives.

    Attributes:
        rules: Frozen weights.
        words: Columns of the vocabulary, in its order.
        counted: How rare settlements are, where they were counted.
        lone: Document numbers that may be slips, where they were told.
        meets: Which keys two mentions have.
        crowds: Those that too many have for one task.
    """

    def __init__(self, world: World, most: int) -> None:
        """Take from a world what every machine needs.

        Args:
            world: Its postings are settled.
            most: Rows of one key that a task may hold.
        """
        self.program = program()
        self.rules = _plain(world.rules)
        self.words = [column.view.copy() for column in world.vocabulary.columns()]
        self.counted = world.features.counted
        self.lone = world.features.lone
        self.meets = Meets(world.postings.keys)
        self.crowds = Crowds(world.postings.keys, most)
        self._world: World | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        # In one piece: Spark's encrypted stream takes no views of large arrays.
        return _arrived, (pickle.dumps({**self.__dict__, "_world": None}),)

    def world_of(self, rows: Array) -> World:
        """A world of these rows alone, slot by slot as they come.

        Args:
            rows: As `rows_of` gave them. The world of the last call is used again.

        Raises:
            RuntimeError: This machine runs another program than the one that sent it.
        """
        if self._world is None:
            self._world = self._empty()
        world = self._world
        world.reach(len(rows))
        world.alive.view[:] = True
        start = 0
        for column in world.features.columns():
            across = column.columns or 1
            width = across * column.view.itemsize
            stated = np.ascontiguousarray(rows[:, start : start + width])
            values = stated.view(column.view.dtype)
            column.view[:] = values if column.columns else values[:, 0]
            start += width
        return world

    def _empty(self) -> World:
        if self.program != program():
            raise RuntimeError(OTHER_PROGRAM)
        world = World(self.rules, PlaceReader(Gazetteer(())))
        world.features.counted = self.counted
        world.features.lone = self.lone
        for column, values in zip(world.vocabulary.columns(), self.words, strict=True):
            _fill(column, values)
        return world


def _arrived(data: bytes) -> Share:
    share = Share.__new__(Share)
    share.__dict__.update(pickle.loads(data))  # noqa: S301 (from the driver alone)
    return share


OTHER_PROGRAM = "identity/spark-other-program"
"""What a machine says that runs another program; the code the person is told."""


def rows_of(features: Features, slots: Array) -> Array:
    """The columns of these slots as bytes, (n, bytes of a row)."""
    parts = []
    for column in features.columns():
        values = np.ascontiguousarray(column.view[slots])
        width = (column.columns or 1) * values.itemsize
        parts.append(values.view(np.uint8).reshape(len(slots), width))
    return np.concatenate(parts, axis=1)


def _fill(column: Growing, values: Array) -> None:
    column.resize(len(values))
    column.view[:] = values


def _plain(rules: IdentityRules) -> IdentityRules:
    """The same rules in plain dictionaries, which can be pickled."""
    held = {f.name: _unwrapped(getattr(rules, f.name)) for f in fields(rules)}
    return replace(rules, **held)


def _unwrapped(value: Any) -> Any:  # noqa: ANN401 (whatever the rules hold)
    if isinstance(value, Mapping):
        return {name: _unwrapped(held) for name, held in value.items()}
    return value


@cache
def program(folder: Traversable | None = None) -> str:
    """Tells one program from another, as far as it bears on a pair.

    Args:
        folder: With the sources; those of this room where None.
    """
    digest = blake2b(digest_size=16)
    for name, file in sources(folder or files("stillhere.identity")):
        digest.update(name.encode() + b"\0" + file.read_bytes())
    for package in _WEIGHS:
        digest.update(version(package).encode())
    return digest.hexdigest()


def sources(folder: Traversable, within: str = "") -> Iterator[tuple[str, Traversable]]:
    """Programs and tables of a folder and those inside it, by name."""
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        name = f"{within}{file.name}"
        if file.is_dir():
            yield from sources(file, f"{name}/")
        elif name.endswith((".py", ".toml", ".tsv")):
            yield name, file
