"""The queues of doubtful links as sequences: only what is shown is put into words."""

from collections.abc import Sequence
from enum import StrEnum
from typing import overload

from stillhere.ledger import Picture
from stillhere.plan import (
    Doubt,
    doubtful,
    doubts_left,
    second_reads,
    unconfirmed,
    waiting,
)


class Queued(StrEnum):
    """Which queue a pair waits in."""

    DOUBTFUL = "doubtful"
    UNCONFIRMED = "unconfirmed"
    SECOND = "second"
    """Decisions of others that wait for a second reader."""


class Queue(Sequence[Doubt]):
    """One queue of a picture; ask while the evidence is held still.

    Args:
        picture: The newest.
        which: Which of them.
        reader: Who looks at it, as their decisions name them.
    """

    def __init__(self, picture: Picture, which: Queued, reader: str) -> None:
        self._picture = picture
        self._which = which
        self._reader = reader
        self._length = lengths(picture, reader)[which]

    def __len__(self) -> int:
        """How many pairs wait."""
        return self._length

    @overload
    def __getitem__(self, at: int) -> Doubt: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Doubt, ...]: ...

    def __getitem__(self, at: int | slice) -> Doubt | tuple[Doubt, ...]:
        """Doubts by their place from 0, best first."""
        if isinstance(at, slice):
            first, last, _ = at.indices(self._length)
            return self._page(max(0, last - first), first)
        if not 0 <= at < self._length:
            raise IndexError(at)
        return self._page(1, at)[0]

    def _page(self, limit: int, after: int) -> tuple[Doubt, ...]:
        if self._which is Queued.SECOND:
            return second_reads(self._picture, self._reader, limit, after)
        page = doubtful if self._which is Queued.DOUBTFUL else unconfirmed
        return page(self._picture, limit, after)


def lengths(picture: Picture, reader: str) -> dict[Queued, int]:
    """How many pairs wait in each; ask while the evidence is held still."""
    doubts, weak = doubts_left(picture)
    second = len(waiting(picture, reader))
    return {Queued.DOUBTFUL: doubts, Queued.UNCONFIRMED: weak, Queued.SECOND: second}
