"""What a decision on a link moved: the difference of the two pictures around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from stillhere.ledger import MentionId, Picture


class Move(NamedTuple):
    """One mention whose person has another status now; `mention` leads to them."""

    mention: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What moved, as ids and codes: it can be kept without a name in it.

    Attributes:
        moves: People as they were and as they are now, told apart by their first mention,
            where the status differs; sorted.
        listed: By how many the list without word grew; below zero where it shrank.
        people: By how many the people did: -1 where two became one.
    """

    moves: tuple[Move, ...] = ()
    listed: int = 0
    people: int = 0

    def kept(self) -> dict[str, Any]:
        """As plain values, for a session."""
        moves = [list(move) for move in self.moves]
        return {"moves": moves, "listed": self.listed, "people": self.people}

    @classmethod
    def of_kept(cls, values: dict[str, Any]) -> "Outcome":
        """Read what `kept` gave."""
        moves = tuple(Move(*move) for move in values["moves"])
        return cls(moves, values["listed"], values["people"])


def outcome(before: Picture, after: Picture) -> Outcome:
    """What the step from one picture to the next of its line moved among people."""
    if after is before:
        return Outcome()
    changed = after.changes(before).entries
    old = [e for name in changed if (e := before.entries.get(name)) is not None]
    new = [e for name in changed if (e := after.entries.get(name)) is not None]
    return Outcome(
        tuple(move for name in changed for move in _moved(before, after, name)),
        sum(e.listed for e in new) - sum(e.listed for e in old),
        len(new) - len(old),
    )


def _moved(before: Picture, after: Picture, mention: MentionId) -> Iterator[Move]:
    """Who a mention was and is, where both are known and stand elsewhere."""
    try:
        was, now = before.entry(mention).status, after.entry(mention).status
    except KeyError:
        return
    if was is not now:
        yield Move(mention, was.value, now.value)
