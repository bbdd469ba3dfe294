"""What a decision on a link moved: the difference of the two pictures around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from stillhere.desk.linking.continuing import Continued, continued
from stillhere.ledger import Picture


class Move(NamedTuple):
    """One person whose status is another one now."""

    person: str
    before: str
    after: str


class Stay(NamedTuple):
    """One person of the same status of whom less, more or something else is said now.

    Attributes:
        person: By id.
        before, after: Their concern.
    """

    person: str
    before: int
    after: int


class Cross(NamedTuple):
    """One mention that left a person for another; both by the ids they have now."""

    mention: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What moved, as ids and codes: it can be kept without a name in it.

    Attributes:
        moves: People whose status differs, by the ids they have now; sorted.
        stays: People whose status does not, but whose concern or whose evidence does;
            those a mention left or came to first.
        crosses: Mentions that moved between two people.
        listed: By how many the list without word grew; below zero where it shrank.
        people: By how many the people did: -1 where two became one.
    """

    moves: tuple[Move, ...] = ()
    stays: tuple[Stay, ...] = ()
    crosses: tuple[Cross, ...] = ()
    listed: int = 0
    people: int = 0

    def kept(self) -> dict[str, Any]:
        """As plain values, for a session."""
        return {
            "moves": [list(move) for move in self.moves],
            "stays": [list(stay) for stay in self.stays],
            "crosses": [list(cross) for cross in self.crosses],
            "listed": self.listed,
            "people": self.people,
        }

    @classmethod
    def of_kept(cls, values: dict[str, Any]) -> "Outcome":
        """Read what `kept` gave, also before it told of stays."""
        return cls(
            tuple(Move(*move) for move in values["moves"]),
            tuple(Stay(*stay) for stay in values.get("stays", ())),
            tuple(Cross(*cross) for cross in values.get("crosses", ())),
            values["listed"],
            values["people"],
        )


def outcome(before: Picture, after: Picture) -> Outcome:
    """What the step from one picture to the next of its line moved among people."""
    if after is before:
        return Outcome()
    changed = after.changes(before).entries
    old = [e for name in changed if (e := before.entries.get(name)) is not None]
    new = [e for name in changed if (e := after.entries.get(name)) is not None]
    same = continued(old, new)
    return Outcome(
        tuple(sorted(set(_moves(same)))),
        tuple(_stays(same)),
        tuple(Cross(c.mention, c.before, c.after) for c in same.crossings),
        sum(e.listed for e in new) - sum(e.listed for e in old),
        len(new) - len(old),
    )


def _moves(same: Continued) -> Iterator[Move]:
    for was, now in same.pairs:
        if was.status is not now.status:
            yield Move(now.id, was.status.value, now.status.value)


def _stays(same: Continued) -> list[Stay]:
    """Those whose status is as it was; told because a mention or a concern moved."""
    met = {p for c in same.crossings for p in (c.before, c.after)}
    found = {
        Stay(now.id, was.concern, now.concern)
        for was, now in same.pairs
        if was.status is now.status and (now.id in met or was.concern != now.concern)
    }
    return sorted(found, key=lambda stay: (stay.person not in met, stay))
