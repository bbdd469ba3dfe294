"""Who goes on as whom from one picture to the next, told by the mentions both hold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stillhere.ledger import Entry, MentionId

_Kin = tuple[Entry, Entry]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A mention that left one person for another who was there before, by their ids.

    Attributes:
        mention: What moved.
        before: Whom it was held to be, under the id they have now.
        after: Whom it is held to be.
    """

    mention: MentionId
    before: MentionId
    after: MentionId


@dataclass(frozen=True, slots=True)
class Continued:
    """What became of people.

    Attributes:
        pairs: Each person as they were, and as whom they go on; of two that became one,
            both; of one that became two, one pair for each of the two. Sorted by id.
        crossings: Mentions that moved between people who both go on, sorted.
    """

    pairs: tuple[_Kin, ...]
    crossings: tuple[Crossing, ...]


def continued(old: Iterable[Entry], new: Iterable[Entry]) -> Continued:
    """Match the people of two pictures; who shares no mention with anybody is left out.

    Somebody goes on as the one of the same name and birth, else the one who keeps most
    of their mentions and has fewest others: a single mention that leaves a person does
    not take them along, though it be the smallest of all.
    """
    kin = sorted(_kin(old, new), key=_nearness)
    forth: dict[MentionId, Entry] = {}
    back: dict[MentionId, Entry] = {}
    for was, now in kin:
        forth.setdefault(was.id, now)
        back.setdefault(now.id, was)
    reached = {now.id for now in forth.values()}
    pairs = {
        (was.id, now.id): (was, now)
        for was, now in kin
        if forth[was.id] is now or (now.id not in reached and back[now.id] is was)
    }
    crossings = (
        Crossing(mention, forth[was.id].id, now.id)
        for was, now in kin
        if (was.id, now.id) not in pairs
        for mention in {*was.members} & {*now.members}
    )
    return Continued(
        tuple(pairs[ids] for ids in sorted(pairs)),
        tuple(sorted(crossings, key=lambda c: c.mention)),
    )


def _kin(old: Iterable[Entry], new: Iterable[Entry]) -> Iterator[_Kin]:
    """Each two that share a mention."""
    held = {mention: entry for entry in new for mention in entry.members}
    for was in old:
        now = {held[m].id: held[m] for m in was.members if m in held}
        yield from ((was, entry) for entry in now.values())


def _nearness(kin: _Kin) -> tuple[bool, int, int, MentionId, MentionId]:
    """Sorts those first who are most likely the same person as before."""
    was, now = kin
    shared = (Counter(was.members) & Counter(now.members)).total()
    others = len(was.members) + len(now.members) - 2 * shared
    alike = (was.name, was.birth) == (now.name, now.birth)
    return not alike, -shared, others, was.id, now.id
