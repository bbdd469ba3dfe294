"""The queues of doubtful links as sequences: only what is shown is put into words."""

from collections.abc import Sequence
from enum import StrEnum
from typing import overload

from stillhere.ledger import Picture
from stillhere.plan import Doubt, doubtful, doubts_left, unconfirmed


class Queued(StrEnum):
    """Which queue a pair waits in."""

    DOUBTFUL = "doubtful"
    UNCONFIRMED = "unconfirmed"


class Queue(Sequence[Doubt]):
    """One queue of a picture; ask while the evidence is held still."""

    def __init__(self, picture: Picture, which: Queued) -> None:
        self._picture = picture
        self._page = doubtful if which is Queued.DOUBTFUL else unconfirmed
        self._length = doubts_left(picture)[which is Queued.UNCONFIRMED]

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
            return self._page(self._picture, max(0, last - first), first)
        if not 0 <= at < self._length:
            raise IndexError(at)
        return self._page(self._picture, 1, at)[0]
