"""What identity made of a world, as the rows the judge marks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from stillhere.exercise.judge import Links
from stillhere.exercise.row_marks import (
    Best,
    RowMarks,
    arrived_bins,
    judge_rows,
    true_pairs,
)
from stillhere.exercise.truth import Row, Truth
from stillhere.identity import Arrivals, Doubts
from stillhere.identity.growing import Array
from stillhere.identity.learning.nearest import are_candidates, nearest_registered
from stillhere.identity.links import is_anchor
from stillhere.identity.world import World
from stillhere.reports import ReportId


def row_marks(
    truth: Truth, doubts: Doubts, arrivals: Arrivals, origin: Mapping[ReportId, Row]
) -> RowMarks:
    """Marks of the probabilities identity gives the rows of a world folder.

    Args:
        truth: Of the folder.
        doubts: Of the index of its mentions.
        arrivals: Likewise.
        origin: File inside `lists/` and row of each mention.
    """
    seen = Seen(doubts.world, origin)
    pairs = seen.met(true_pairs(truth))
    marks = judge_rows(truth, seen.best(), seen.automatic(), pairs)
    chances = arrivals.everybody(truth.hour_0.year)
    known = {origin[m]: chance for m, chance in chances.items() if m in origin}
    return replace(marks, arrived=arrived_bins(truth, known))


class Seen:
    """Columns of an index under the names of rows."""

    def __init__(self, world: World, origin: Mapping[ReportId, Row]) -> None:
        self._world = world
        self._rows = {
            slot: origin[name]
            for slot in np.flatnonzero(world.alive.view).tolist()
            if (name := world.id_of(slot)) in origin
        }

    def best(self) -> Best:
        """The likeliest register row of each other row."""
        near = nearest_registered(self._world)
        columns = (near.row.tolist(), near.other.tolist(), near.chance.tolist())
        rows = self._rows
        return {
            rows[row]: (rows[other], chance)
            for row, other, chance in zip(*columns, strict=True)
        }

    def automatic(self) -> Links:
        """The register row in the cluster of each other row; None where there is none."""
        slots = np.array(sorted(self._rows), np.int64)
        registered = is_anchor(self._world.features, slots)
        heads = self._world.cluster.view[slots]
        register = self._by_head(slots[registered], heads[registered])
        others = (slots[~registered].tolist(), heads[~registered].tolist())
        return {
            self._rows[slot]: register.get(head)
            for slot, head in zip(*others, strict=True)
        }

    def _by_head(self, slots: Array, heads: Array) -> dict[int, Row]:
        """Of each cluster the first row in a register."""
        found: dict[int, Row] = {}
        for slot, head in zip(slots.tolist(), heads.tolist(), strict=True):
            row = self._rows[slot]
            found[head] = min(row, found.get(head, row))
        return found

    def met(self, pairs: Iterable[tuple[Row, Row]]) -> set[tuple[Row, Row]]:
        """Those of these pairs that are candidates."""
        slot_of = {row: slot for slot, row in self._rows.items()}
        known = [(a, b) for a, b in pairs if a in slot_of and b in slot_of]
        one = np.array([slot_of[a] for a, _ in known], np.int64)
        two = np.array([slot_of[b] for _, b in known], np.int64)
        met = are_candidates(self._world, one, two).tolist()
        return {pair for pair, candidate in zip(known, met, strict=True) if candidate}
