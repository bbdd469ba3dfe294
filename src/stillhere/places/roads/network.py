"""The ways of one vehicle while some pieces are closed: between any two points."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np

from stillhere.places.roads.course import Floats, Mask, Spots
from stillhere.places.roads.engine import FAR, shortest
from stillhere.places.roads.layout import Layout, Passable
from stillhere.places.roads.speeds import Speeds
from stillhere.places.roads.table import Ints, RoadTable
from stillhere.places.roads.terminals import Shut, Terminals, counted
from stillhere.vocabulary.roads import VehicleClass

_KEPT_BYTES: Final = 1 << 26
"""Rows of times that are kept for the next question, and for what closes later."""
_Key = tuple[int, int]
"""Place and time of a point on its chain."""


@dataclass(frozen=True, eq=False)
class Network:
    """Ways of one vehicle while some pieces are closed.

    Attributes:
        layout: Its chains.
        closed: Whether each piece of the table is closed.
    """

    layout: Layout
    closed: Mask
    _rows: dict[_Key, Floats] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        table: RoadTable,
        vehicle: VehicleClass,
        speeds: Speeds,
        closed: Mask | None = None,
    ) -> "Network":
        """The ways of a vehicle; none closed where nothing is said."""
        layout = Layout.of(table, Passable.of(table, vehicle, speeds))
        return cls(layout, np.zeros(len(table), np.bool_) if closed is None else closed)

    @cached_property
    def _shut(self) -> Shut:
        return Shut.of(self.layout, self.closed)

    @cached_property
    def times(self) -> Floats:
        """Time along each chain there, then each chain back; `FAR` where closed."""
        first = self.layout.chains.first
        sums = np.concatenate(([0], np.cumsum(self.layout.time_ms)))
        whole = (sums[first[1:]] - sums[first[:-1]]).astype(np.float64)
        ways = (
            np.where(counts[first[1:]] > counts[first[:-1]], FAR, whole)
            for counts in self._shut
        )
        return np.concatenate([*ways])

    @property
    def rows_known(self) -> int:
        """From how many points the time to every node is known already."""
        return len(self._rows)

    def terminals(self, spots: Spots) -> Terminals:
        """Points as they lie on the chains."""
        return Terminals.at(self.layout, self._shut, spots)

    def closing(self, closed: Mask) -> "Network":
        """The ways while just these pieces are closed.

        Rows of times that no newly closed chain is on a shortest way of stay as they
        are, so that little has to be worked out again. Where anything opens, all do.
        """
        after = Network(self.layout, closed)
        if bool((self.closed & ~closed).any()):
            return after
        changed = np.flatnonzero(self.times != after.times)
        count = len(self.layout.chains.begin)
        tail = np.concatenate((self.layout.chains.begin, self.layout.chains.end))
        head = np.concatenate((self.layout.chains.end, self.layout.chains.begin))
        tail, head, time = tail[changed], head[changed], self.times[changed]
        news = (closed & ~self.closed)[self.layout.chains.piece]
        touched = set(self.layout.chain[news].tolist()) | set(
            (changed % count).tolist()
        )
        for key, row in self._rows.items():
            if int(self.layout.chain[key[0]]) in touched:
                continue
            if not bool(
                (np.isfinite(row[tail]) & (row[tail] + time == row[head])).any()
            ):
                after._rows[key] = row
        return after

    def matrix_ms(self, sources: Terminals, targets: Terminals) -> Floats:
        """Milliseconds from each source to each target; `FAR` where no way leads."""
        rows = self._rows_of(sources)
        found = np.minimum(
            rows[:, targets.begin] + targets.into[0],
            rows[:, targets.end] + targets.into[1],
        )
        same = sources.chain[:, None] == targets.chain[None, :]
        one, two = np.nonzero(same & (sources.chain >= 0)[:, None])
        direct = self._direct(sources, targets, one, two)
        found[one, two] = np.minimum(found[one, two], direct)
        return found

    def pairs_ms(self, sources: Terminals, targets: Terminals) -> Floats:
        """Milliseconds from each source to the target beside it."""
        rows = self._rows_of(sources)
        every = np.arange(len(sources))
        found = np.minimum(
            rows[every, targets.begin] + targets.into[0],
            rows[every, targets.end] + targets.into[1],
        )
        same = np.flatnonzero((sources.chain == targets.chain) & (sources.chain >= 0))
        direct = self._direct(sources, targets, same, same)
        found[same] = np.minimum(found[same], direct)
        return found

    def column_ms(self, sources: Terminals, target: Terminals) -> Floats:
        """Milliseconds from each source to one target, found backwards from there."""
        count = len(self.layout.chains.begin)
        begins, tails, order = self.layout.edges
        against = np.where(order < count, order + count, order - count)
        seeds = np.array([way[0] for way in target.into])
        ends = np.array([target.begin[0], target.end[0]])
        nodes = self.layout.chains.nodes
        row = shortest(
            np.concatenate((begins, [begins[-1] + 2])),
            np.concatenate((tails, ends)),
            np.concatenate((self.times[against], seeds)),
            np.array([nodes]),
        )[0, :nodes]
        found = np.minimum(
            sources.out[0] + row[sources.begin], sources.out[1] + row[sources.end]
        )
        if target.chain[0] >= 0:
            same = np.flatnonzero(sources.chain == target.chain[0])
            direct = self._direct(sources, target, same, np.zeros_like(same))
            found[same] = np.minimum(found[same], direct)
        return found

    def through(self, sources: Terminals, targets: Terminals, pieces: Mask) -> Mask:
        """Whether some pieces lie on a shortest way from each source to its target.

        The target is the one beside it; a way that ends on one of the pieces counts.
        A way that is as short without them counts all the same: who drives it may be on
        either. What cannot be reached at all goes through nothing.
        """
        asked = pieces[self.layout.chains.piece]
        times = self.pairs_ms(sources, targets)
        found = asked[sources.place] | asked[targets.place]
        found |= self._passes(sources, targets, times, asked)
        counts = counted(asked)
        same = np.flatnonzero((sources.chain == targets.chain) & (sources.chain >= 0))
        low = np.minimum(sources.place[same], targets.place[same])
        high = np.maximum(sources.place[same], targets.place[same])
        direct = self._direct(sources, targets, same, same) == times[same]
        found[same] |= direct & (counts[high + 1] > counts[low])
        return found & np.isfinite(times)

    def _passes(
        self, sources: Terminals, targets: Terminals, times: Floats, asked: Mask
    ) -> Mask:
        """Whether a shortest way passes the first or last asked place of a chain."""
        place = np.flatnonzero(asked).astype(np.int64)
        chain = self.layout.chain[place]
        outer = np.ones(len(place), np.bool_)
        outer[1:-1] = (chain[1:-1] != chain[:-2]) | (chain[1:-1] != chain[2:])
        place = place[outer]
        near, time = self.layout.before_ms[place], self.layout.time_ms[place]
        found = np.zeros(len(sources), np.bool_)
        ends = [
            Terminals.on(self.layout, self._shut, place, at, np.ones_like(outer[outer]))
            for at in (near, near + time)
        ]
        for enter, leave, counts in zip(ends, ends[::-1], self._shut, strict=True):
            open_ = counts[place + 1] == counts[place]
            to = self.matrix_ms(sources, enter) + np.where(open_, time, FAR)
            whole = to + self.matrix_ms(leave, targets).T
            found |= (np.isfinite(whole) & (whole == times[:, None])).any(axis=1)
        return found

    def _direct(
        self, sources: Terminals, targets: Terminals, one: Ints, two: Ints
    ) -> Floats:
        """Time along the one chain both lie on; `FAR` where that is closed."""
        way = targets.at_ms[two] - sources.at_ms[one]
        begin, end = sources.place[one], targets.place[two]
        there, back = self._shut
        with_ = (way >= 0) & (there[np.maximum(end, begin) + 1] == there[begin])
        against = (way <= 0) & (back[begin + 1] == back[np.minimum(end, begin)])
        return np.where(with_ | against, np.abs(way).astype(np.float64), FAR)

    def _rows_of(self, sources: Terminals) -> Floats:
        """Time from each source to every node; each is worked out once."""
        place = np.where(sources.chain >= 0, sources.place, -1)
        keys = list(zip(place.tolist(), sources.at_ms.tolist(), strict=True))
        first = {key: n for n, key in enumerate(keys)}
        fresh = [n for key, n in first.items() if key not in self._rows]
        rows = self._worked_out(sources, np.array(fresh, np.int64))
        if len(fresh) == len(keys):
            self._keep(dict(zip(keys, rows, strict=True)))
            return rows
        new = dict(zip((keys[n] for n in fresh), rows, strict=True))
        known = self._rows | new
        found = np.array([known[key] for key in keys]).reshape(len(keys), -1)
        self._keep(new)
        return found

    def _keep(self, rows: dict[_Key, Floats]) -> None:
        """Keep rows, the newest as many as there is room for."""
        self._rows.update(rows)
        most = max(1, _KEPT_BYTES // (8 * max(1, self.layout.chains.nodes)))
        for key in list(self._rows)[: max(0, len(self._rows) - most)]:
            del self._rows[key]

    def _worked_out(self, sources: Terminals, which: Ints) -> Floats:
        """Rows of some sources, each a node of its own with two ways out."""
        nodes, count = self.layout.chains.nodes, len(which)
        if not count:
            return np.empty((0, nodes))
        begins, heads, order = self.layout.edges
        out = np.column_stack([way[which] for way in sources.out]).ravel()
        ends = np.column_stack((sources.begin[which], sources.end[which])).ravel()
        more = begins[-1] + 2 * np.arange(1, count + 1)
        found = shortest(
            np.concatenate((begins, more)),
            np.concatenate((heads, ends)),
            np.concatenate((self.times[order], out)),
            nodes + np.arange(count),
        )
        return found[:, :nodes]
