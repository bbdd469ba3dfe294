"""Households as lists state them, filled with who their members turned out to be.

Read from lists and clusters, never fed back to identity.
"""

from dataclasses import dataclass

from stillhere.ledger.entry import HouseholdId, MentionId, PlaceKey
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
        accounted: Members who are not in the list without word.
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
