"""Which machine joins the mentions of a build: this process, or a cluster by Spark.

An engine only finds and weighs pairs, by the same code on the same columns; what is
chosen, accepted and joined of them follows here, whoever found them. So the pairs, and
with them the picture, are the same to the last bit.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from typing import Protocol

import numpy as np

from stillhere.errors import StillHereError
from stillhere.identity import entering, settling
from stillhere.identity.growing import Array
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World

PART = 2_000
"""Mentions whose company is weighed at once (bounds memory)."""

Told = Callable[[float], None]


class EngineName(StrEnum):
    """The engines there are."""

    EMBEDDED = "embedded"
    SPARK = "spark"


class Engine(Protocol):
    """Finds and weighs the pairs of a build."""

    def keyed(self, world: World) -> Entries:
        """C0 of everything in the postings, each pair from both sides, in any order."""
        ...

    def companied(self, world: World, slots: Array, tell: Told) -> Entries:
        """C1 with w1 of these slots, all there are, each pair from both sides.

        Args:
            world: Whose pairs hold C0 and the judged ones.
            slots: Sorted, none twice.
            tell: Told the share done.

        Returns:
            In any order; flags hold `KEYED` and judgements.
        """
        ...


class Embedded:
    """This process, in columns."""

    def keyed(self, world: World) -> Entries:
        """C0 of everything in the postings."""
        return entering.all_keyed(world)

    def companied(self, world: World, slots: Array, tell: Told) -> Entries:
        """C1 with w1, part by part."""
        parts = np.array_split(slots, len(slots) // PART + 1)
        weighed = []
        for number, part in enumerate(parts):
            tell(number / len(parts))
            weighed.append(settling.with_company(world, part))
        return Entries.join(*weighed)


EMBEDDED = Embedded()


def engine_of(name: EngineName, settings: Mapping[str, str] | None = None) -> Engine:
    """An engine by its name.

    Args:
        name: Which.
        settings: Names and values of Spark's own settings, `spark.master` among them.

    Raises:
        StillHereError: `identity/no-spark`, where its packages are not installed.
    """
    if name is EngineName.EMBEDDED:
        return EMBEDDED
    try:
        spark = import_module("stillhere.identity.engines.spark")
    except ModuleNotFoundError as error:
        raise StillHereError("identity/no-spark", package=error.name) from None
    engine: Engine = spark.Spark(settings or {})
    return engine
