"""Pieces that follow one another without a choice become one chain."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
_End = tuple[int, int]
"""A piece and which of its ends, 0 or 1."""


@dataclass(frozen=True, eq=False)
class Chains:
    """Pieces in the order of chains; a chain begins and ends where there is a choice.

    Attributes:
        begin, end: Node at either end of each chain, numbered anew from 0.
        first: Where the pieces of each chain begin in the next two; one more at the end.
        piece: Numbers of pieces.
        flip: Whether a piece runs against its chain.
        nodes: How many nodes are left.
    """

    begin: Ints
    end: Ints
    first: Ints
    piece: Ints
    flip: npt.NDArray[np.bool_]
    nodes: int


def contract(a: Ints, b: Ints, usable: Ints) -> Chains:
    """Join pieces at every node that two ends of usable pieces meet at, and no more.

    Args:
        a: Node at the one end of every piece.
        b: Node at the other.
        usable: Numbers of the pieces to join, rising.

    Returns:
        Every usable piece once; a round without a choice begins at its first piece.
    """
    walker = _Walker(a, b, usable)
    runs = [run for piece in usable.tolist() for run in walker.runs(piece)]
    number = {node: n for n, node in enumerate(sorted(walker.ends(runs)))}
    sizes = np.cumsum([0, *(len(run) for run in runs)], dtype=np.int64)
    flat = np.array([end for run in runs for end in run], np.int64).reshape(-1, 2)
    return Chains(
        begin=np.array([number[walker.start(run[0])] for run in runs], np.int64),
        end=np.array([number[walker.goal(run[-1])] for run in runs], np.int64),
        first=sizes,
        piece=flat[:, 0],
        flip=flat[:, 1].astype(np.bool_),
        nodes=len(number),
    )


class _Walker:
    """Walks along pieces; an end 0 is walked a to b, an end 1 b to a."""

    def __init__(self, a: Ints, b: Ints, usable: Ints) -> None:
        self._nodes: tuple[list[int], list[int]] = (a.tolist(), b.tolist())
        self._met: dict[int, list[_End]] = defaultdict(list)
        for piece in usable.tolist():
            for end in (0, 1):
                self._met[self._nodes[end][piece]].append((piece, end))
        self._walked: set[int] = set()

    def runs(self, piece: int) -> Iterator[list[_End]]:
        """The chain of a piece, where it was not walked yet."""
        if piece in self._walked:
            return
        ahead = self._onward((piece, 0))
        if len(ahead) > 1 and self._goes_on(ahead[-1]) == ahead[0]:
            yield ahead
            return
        behind = self._onward((piece, 1))[1:]
        yield [(p, 1 - end) for p, end in reversed(behind)] + ahead

    def _onward(self, step: _End) -> list[_End]:
        run = [step]
        self._walked.add(step[0])
        following = self._goes_on(step)
        while following is not None and following[0] not in self._walked:
            run.append(following)
            self._walked.add(following[0])
            following = self._goes_on(following)
        return run

    def _goes_on(self, step: _End) -> _End | None:
        """The only step that can follow; None at a choice or a dead end."""
        met = self._met[self.goal(step)]
        if len(met) != 2 or met[0][0] == met[1][0]:
            return None
        return met[1] if met[0] == (step[0], 1 - step[1]) else met[0]

    def start(self, step: _End) -> int:
        """The node a step leaves."""
        return self._nodes[step[1]][step[0]]

    def goal(self, step: _End) -> int:
        """The node a step comes to."""
        return self._nodes[1 - step[1]][step[0]]

    def ends(self, runs: list[list[_End]]) -> set[int]:
        """Nodes at either end of every run."""
        return {self.start(r[0]) for r in runs} | {self.goal(r[-1]) for r in runs}
