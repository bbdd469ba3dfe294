"""What a step from one picture to the next moved, in counts."""

from collections import Counter
from dataclasses import dataclass

from stillhere.ledger import Picture
from stillhere.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Moved:
    """Counts before and after: nothing in it names a person.

    Attributes:
        act: What was done: ``import``, ``undo`` or ``bring back``.
        at: ISO time.
        by: Sign-in name of who did it.
        people: How many people there were and are.
        listed: How many of them without word.
        statuses: Status, before and after, where the two differ.
    """

    act: str
    at: str
    by: str
    people: tuple[int, int]
    listed: tuple[int, int]
    statuses: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done, when and by whom."""

    act: str
    at: str
    by: str


def moved(doing: Doing, before: Picture, after: Picture) -> Moved:
    """The counts around a step; empty of statuses where none differs."""
    was, become = _statuses(before), _statuses(after)
    return Moved(
        doing.act,
        doing.at,
        doing.by,
        (len(before.entries), len(after.entries)),
        (_listed(before), _listed(after)),
        tuple((s.value, was[s], become[s]) for s in Status if was[s] != become[s]),
    )


def _statuses(picture: Picture) -> Counter[Status]:
    return Counter(entry.status for entry in picture.entries.values())


def _listed(picture: Picture) -> int:
    return sum(entry.listed for entry in picture.entries.values())
