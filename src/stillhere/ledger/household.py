"""Households as lists state them, filled with who their members turned out to be.

Read from lists and clusters, never fed back to identity.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from stillhere.intake.located import PlaceKey
from stillhere.ledger.entry import Entry
from stillhere.ledger.parts import HouseholdId, MentionId
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Household:
    """One household of a register, or one party of a list of arrivals.

    Attributes:
        id: From the source and the household text.
        source, text: Who groups them, and under which words.
        register: A household of a complete register; else people who came together.
        members: Referents, sorted; one person stands once.
        rows: The mentions of the group, sorted: the reports behind it.
        home: Dwelling most members are registered in (ties: first key); empty if none.
        accounted: People who are not in the list without word, the nameless included.
        without_word: Referents still listed, sorted.
        dependents_left: Of those, who is dependent, sorted.
        remainders: Erasures that left "one person of this household is accounted for".
        accounted_nameless: People those erasures account for.
    """

    id: HouseholdId
    source: str
    text: str
    register: bool
    members: tuple[MentionId, ...]
    rows: tuple[ReportId, ...]
    home: PlaceKey
    accounted: int
    without_word: tuple[MentionId, ...]
    dependents_left: tuple[MentionId, ...]
    remainders: tuple[ReportId, ...] = ()
    accounted_nameless: int = 0

    @property
    def size(self) -> int:
        """Persons, those without a name any more included."""
        return len(self.members) + self.accounted_nameless

    @property
    def alone(self) -> MentionId | None:
        """The one member, or the one who is left when all others are accounted for."""
        if self.size == 1 and self.members:
            return self.members[0]
        return self.without_word[0] if len(self.without_word) == 1 else None

    @property
    def cites(self) -> tuple[ReportId, ...]:
        """Reports behind the household, sorted."""
        return tuple(sorted({*self.rows, *self.remainders}))


class Group(NamedTuple):
    """A stated group as lists have it.

    Attributes:
        id: Its key.
        source, text: Who groups them, and under which words.
        register: Of a complete register.
        rows: The mentions in it, sorted.
        remainders: Erasures and the people of the group each accounts for, sorted.
    """

    id: HouseholdId
    source: str
    text: str
    register: bool
    rows: tuple[ReportId, ...]
    remainders: tuple[tuple[ReportId, int], ...] = ()


def household_id(source: str, text: str) -> HouseholdId:
    """The key of a group: the same text in two sources is two groups."""
    digest = blake2b(f"{source}\x1f{text}".encode(), digest_size=16)
    return HouseholdId(digest.hexdigest())


def fold_household(group: Group, members: Sequence[Entry]) -> Household:
    """The household of a group.

    Args:
        group: As lists have it.
        members: The final entries of its rows, each person once, by id.
    """
    listed = [e for e in members if e.listed]
    nameless = sum(people for _, people in group.remainders)
    return Household(
        id=group.id,
        source=group.source,
        text=group.text,
        register=group.register,
        members=tuple(e.id for e in members),
        rows=group.rows,
        home=_home(members),
        accounted=len(members) - len(listed) + nameless,
        without_word=tuple(e.id for e in listed),
        dependents_left=tuple(e.id for e in listed if e.dependent),
        remainders=tuple(report for report, _ in group.remainders),
        accounted_nameless=nameless,
    )


def _home(members: Sequence[Entry]) -> PlaceKey:
    """The dwelling most members are registered in; ties: the first key."""
    count = Counter(e.home.dwelling for e in members if e.home and e.home.dwelling)
    return min(count, key=lambda key: (-count[key], key), default=PlaceKey(""))
