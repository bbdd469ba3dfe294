"""Joins beyond one machine: Spark brings mentions together, this program weighs them.

The driver holds what it would hold anyway: features, postings and the pairs at or above
the floor. Pairs of keys exist on the machines of the cluster alone, where they are
weighed and dropped.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import numpy as np
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from stillhere.errors import StillHereError
from stillhere.identity import entering
from stillhere.identity.company.support import raised, support_table
from stillhere.identity.engines import arrow
from stillhere.identity.engines.engine import Told
from stillhere.identity.engines.session import partitions_of, started
from stillhere.identity.engines.share import OTHER_PROGRAM, Share, rows_of
from stillhere.identity.growing import Array
from stillhere.identity.pairs import KEYED, Entries
from stillhere.identity.rules import IdentityRules
from stillhere.identity.world import World

T = TypeVar("T")

MOST = 5_000
"""Rows of one key that one task may hold, about; a key of more is parted."""

ROUTES = 4
"""Groups of keys to a partition: enough that no partition holds two much fuller ones."""


class Spark:
    """Spark, on this machine or a cluster.

    It is started by the first stage and stopped after the last, or where one fails.
    """

    def __init__(self, settings: Mapping[str, str]) -> None:
        self.settings = settings
        self.session: SparkSession | None = None

    def keyed(self, world: World) -> Entries:
        """C0 of everything in the postings."""
        slots = np.flatnonzero(world.alive.view)
        if not len(slots):
            return Entries.empty()
        return self._running(lambda: self._keyed(world, slots))

    def companied(self, world: World, slots: Array, tell: Told) -> Entries:
        """C1 with w1 of these slots."""
        tell(0.0)
        held = world.pairs.of(slots)
        keyed = held.take(held.flags & KEYED > 0)
        if not len(keyed):
            self.stop()
            return keyed
        try:
            return self._running(lambda: self._companied(world, slots, keyed))
        finally:
            self.stop()

    def stop(self) -> None:
        """Let Spark go; the next stage would start it anew."""
        if self.session is not None:
            self.session.stop()
            self.session = None

    def _running(self, work: Callable[[], T]) -> T:
        """Do some work with Spark running; its failures become one sentence."""
        try:
            if self.session is None:
                self.session = started(self.settings)
            return work()
        except (PySparkException, Py4JError) as error:
            self.stop()
            raise _told(error) from None

    def _keyed(self, world: World, slots: Array) -> Entries:
        share = self._sent(world)
        routes = ROUTES * partitions_of(self._open)
        met = (
            self._rows(world, slots)
            .mapInArrow(arrow.routing(share, routes), arrow.ROUTED)
            .groupBy("route")
            .applyInArrow(arrow.meeting(share), arrow.PAIRS)
            .dropDuplicates(["a", "b"])
        )
        a, b, w0 = arrow.columns_of(met.toArrow())
        return entering.both_sides(a, b, w0, KEYED)

    def _companied(self, world: World, slots: Array, keyed: Entries) -> Entries:
        share = self._sent(world)
        lent = self._lent(world, slots, keyed).persist()
        forth = keyed.take(keyed.owner < keyed.other)
        known = self._frame({"a": forth.owner, "b": forth.other})
        rows = self._rows(world, slots)
        found = (
            lent.join(known, ["a", "b"], "left_anti")
            .join(rows.select(sql.col("slot").alias("a"), _as("row_a")), "a")
            .join(rows.select(sql.col("slot").alias("b"), _as("row_b")), "b")
            .mapInArrow(arrow.injecting(share), arrow.INJECTED)
        )
        met = lent.join(known, ["a", "b"], "left_semi").select("a", "b", "lent")
        supported = _supported(keyed, world.rules, *arrow.columns_of(met.toArrow()))
        injected = _injected(world.rules, *arrow.columns_of(found.toArrow()))
        return Entries.join(supported, injected)

    def _lent(self, world: World, slots: Array, keyed: Entries) -> DataFrame:
        """What each pair is lent by those beside it, a < b."""
        at, mate = world.company.of(slots)
        lends = keyed.take(keyed.w0 >= world.rules["shape"]["support_from"])
        lent = support_table(lends.w0, world.rules)
        here = self._frame({"a": slots[at], "helper": mate})
        there = self._frame({"b": slots[at], "partner": mate})
        between = {"helper": lends.owner, "partner": lends.other, "lent": lent}
        ways = (
            here.join(self._frame(between), "helper")
            .join(there, "partner")
            .where("a < b AND b <> helper AND a <> partner")
        )
        part = sql.pmod(sql.hash("a", "b"), sql.lit(partitions_of(self._open)))
        return (
            ways.withColumn("part", part)
            .groupBy("part")
            .applyInArrow(arrow.lending, arrow.LENT)
        )

    @property
    def _open(self) -> SparkSession:
        assert self.session is not None  # noqa: S101 (`_running` has started it)
        return self.session

    def _sent(self, world: World) -> Any:  # noqa: ANN401 (Spark has no types here)
        """What every machine needs, on its way to all of them."""
        return self._open.sparkContext.broadcast(Share(world, MOST))

    def _rows(self, world: World, slots: Array) -> DataFrame:
        return self._frame({"slot": slots, "row": rows_of(world.features, slots)})

    def _frame(self, columns: dict[str, Array]) -> DataFrame:
        return self._open.createDataFrame(arrow.table_of(columns))


def _as(name: str) -> Any:  # noqa: ANN401 (Spark has no types here)
    return sql.col("row").alias(name)


def _supported(
    keyed: Entries, rules: IdentityRules, a: Array, b: Array, lent: Array
) -> Entries:
    """Keyed entries with what their pairs are lent."""
    pair = (a.astype(np.int64) << 32) | b
    order = np.argsort(pair)
    pair, lent = pair[order], lent[order]
    low = np.minimum(keyed.owner, keyed.other).astype(np.int64)
    own = (low << 32) | np.maximum(keyed.owner, keyed.other)
    w1 = keyed.w0.copy()
    if len(pair):
        at = np.minimum(np.searchsorted(pair, own), len(pair) - 1)
        w1 = raised(keyed.w0, np.where(pair[at] == own, lent[at], 0), rules)
    return Entries(keyed.owner, keyed.other, keyed.w0, w1, keyed.flags)


def _injected(
    rules: IdentityRules, a: Array, b: Array, w0: Array, lent: Array
) -> Entries:
    """Entries of pairs that company alone found, from both sides."""
    both = entering.both_sides(a, b, w0, 0)
    w1 = raised(both.w0, np.concatenate((lent, lent)), rules)
    return Entries(both.owner, both.other, both.w0, w1, both.flags)


def _told(error: Exception) -> StillHereError:
    if OTHER_PROGRAM in str(error):
        return StillHereError(OTHER_PROGRAM)
    condition = getattr(error, "getCondition", lambda: None)()
    return StillHereError(
        "identity/spark-failed", reason=condition or type(error).__name__
    )
