"""Points on chains, and the time to and from the ends of theirs while some is closed."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from stillhere.places.roads.course import Floats, Mask, Spots
from stillhere.places.roads.engine import FAR
from stillhere.places.roads.layout import Layout
from stillhere.places.roads.table import Ints


class Shut(NamedTuple):
    """How many closed places come before each place of the chains, and after the last.

    Attributes:
        there: Closed to who goes with the chain.
        back: Closed to who goes against it.
    """

    there: Ints
    back: Ints

    @classmethod
    def of(cls, layout: Layout, closed: Mask) -> "Shut":
        """By what the vehicle may pass, and by what is closed."""
        shut = closed[layout.chains.piece]
        return cls(*(counted(way | shut) for way in layout.against))


def counted(mask: Mask) -> Ints:
    """How many are set before each, and in all at the end."""
    found: Ints = np.concatenate(([0], np.cumsum(mask))).astype(np.int64)
    return found


@dataclass(frozen=True, eq=False)
class Terminals:
    """Points on chains.

    Attributes:
        chain: Of each; -1 for one on no road.
        begin, end: Nodes at the ends of the chain.
        place: Of its piece in the order of chains.
        at_ms: From the beginning of the chain, as if nothing were closed.
        out: To the beginning and to the end of the chain; `FAR` where that is closed.
        into: From the beginning and from the end; likewise.
    """

    chain: Ints
    begin: Ints
    end: Ints
    place: Ints
    at_ms: Ints
    out: tuple[Floats, Floats]
    into: tuple[Floats, Floats]

    @classmethod
    def at(cls, layout: Layout, shut: Shut, spots: Spots) -> "Terminals":
        """Points as they were found on the roads."""
        on = (spots.piece >= 0) & (layout.place[spots.piece] >= 0)
        place = np.where(on, layout.place[spots.piece], 0)
        if not len(layout.chain):
            return cls.on(layout, shut, place[:0], place[:0], on[:0])
        dm = layout.dm[place]
        time = layout.time_ms[place]
        along = time * spots.along_dm // np.maximum(dm, 1)
        inside = np.where(layout.chains.flip[place], time - along, along)
        return cls.on(layout, shut, place, layout.before_ms[place] + inside, on)

    @classmethod
    def on(
        cls, layout: Layout, shut: Shut, place: Ints, at_ms: Ints, on: Mask
    ) -> "Terminals":
        """Points by their place in the order of chains and their time on the chain.

        One at the very end of a chain is at its node, even where the chain is one-way.
        """
        chain = layout.chain[place]
        first, after = layout.chains.first[chain], layout.chains.first[chain + 1]
        rest = layout.before_ms[after - 1] + layout.time_ms[after - 1] - at_ms

        passed = (counts[place + 1] == counts[place] for counts in shut)
        at_node = on & np.logical_or(*passed)

        def timed(counts: Ints, begin: Ints, end: Ints, ms: Ints) -> Floats:
            goes = on & (counts[end] == counts[begin])
            return np.where(goes | (at_node & (ms == 0)), ms, FAR)

        return cls(
            chain=np.where(on, chain, -1),
            begin=layout.chains.begin[chain],
            end=layout.chains.end[chain],
            place=place,
            at_ms=at_ms,
            out=(
                timed(shut.back, first, place + 1, at_ms),
                timed(shut.there, place, after, rest),
            ),
            into=(
                timed(shut.there, first, place + 1, at_ms),
                timed(shut.back, place, after, rest),
            ),
        )

    def __len__(self) -> int:
        return len(self.chain)
