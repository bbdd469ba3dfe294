"""Clusters: Kruskal inside each component of accepted pairs.

Strongest edge first, ties by the two ids. A union is refused if it would join a pair
judged different, two of a once-list or two of one group; edges a person judged same are
refused only by a pair judged different.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from stillhere.reports import ReportId

MentionId = ReportId


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One edge of a cluster.

    Attributes:
        a, b: Mentions, a < b.
        weight: w1 in millibits.
        probability: The smaller of the two sides, in millionths.
        document, phone: A document or phone number agrees.
        judged: A person said they are the same.
    """

    a: MentionId
    b: MentionId
    weight: int
    probability: int
    document: bool
    phone: bool
    judged: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions held to be one person.

    Attributes:
        id: The smallest mention id.
        members: Sorted ids.
        links: The edges that hold it together, sorted; one fewer than members.
    """

    id: MentionId
    members: tuple[MentionId, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """An accepted pair of slots, strongest first in `kruskal`'s input."""

    a: int
    b: int
    judged: bool


class Forest:
    """Disjoint sets of slots with what may stand only once in each."""

    def __init__(self, single: dict[int, tuple[int, ...]]) -> None:
        self.parent: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}
        self.single = single

    def root(self, slot: int) -> int:
        """The set a slot is in."""
        parent = self.parent.get(slot, slot)
        while parent != slot:
            slot, parent = parent, self.parent.get(parent, parent)
        return slot

    def of(self, root: int) -> list[int]:
        """Slots of a set."""
        return self.members.get(root) or [root]

    def join(self, one: int, two: int) -> None:
        """Make one set of two roots; the larger one stays root."""
        here, there = self.of(one), self.of(two)
        if len(here) < len(there):
            one, two, here, there = two, one, there, here
        self.parent[two] = one
        self.members[one] = here + there
        self.members.pop(two, None)

    def clash(self, one: int, two: int) -> bool:
        """Whether two sets hold the same thing that may stand only once."""
        held = {mark for slot in self.of(one) for mark in self.single.get(slot, ())}
        return any(
            mark in held for slot in self.of(two) for mark in self.single.get(slot, ())
        )


def kruskal(
    edges: Iterable[Edge],
    single: dict[int, tuple[int, ...]],
    apart: dict[int, frozenset[int]],
) -> tuple[Forest, list[Edge], list[Edge]]:
    """Join slots along edges, refusing what may not be joined.

    Args:
        edges: Judged ones first, then by (-w1, id, id).
        single: Slot to marks (its once-list, its group) that stand once in a cluster.
        apart: Slot to the slots a person judged different from it.

    Returns:
        The sets, the edges used, and judged edges that could not be held.
    """
    forest = Forest(single)
    used: list[Edge] = []
    broken: list[Edge] = []
    for edge in edges:
        one, two = forest.root(edge.a), forest.root(edge.b)
        if one == two:
            continue
        parted = _parted(forest, one, two, apart) if apart else False
        if parted or (not edge.judged and forest.clash(one, two)):
            if edge.judged:
                broken.append(edge)
            continue
        forest.join(one, two)
        used.append(edge)
    return forest, used, broken


def _parted(
    forest: Forest, one: int, two: int, apart: dict[int, frozenset[int]]
) -> bool:
    there = set(forest.of(two))
    return any(
        not there.isdisjoint(apart[slot]) for slot in forest.of(one) if slot in apart
    )
