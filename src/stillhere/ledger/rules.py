"""The public table of the ledger: precedence, who is dependent, what raises concern.

Versioned data, hashed into the picture; not settings.
"""

from dataclasses import dataclass
from hashlib import blake2b

from stillhere.ledger.canonical import canonical_bytes
from stillhere.vocabulary import Care, PersonEvent, Status

GONE = frozenset({Status.LEFT, Status.ARRIVED})
"""Out of the region."""

HERE = frozenset({Status.FOUND, Status.CHOSE_TO_STAY, Status.COULD_NOT_LEAVE})
"""Known to be in the region and spoken with; in care may be on either side."""

EVENT_STATUS = {
    PersonEvent.BOARDED: Status.LEFT,
    PersonEvent.DEPARTED: Status.LEFT,
    PersonEvent.ARRIVED: Status.ARRIVED,
    PersonEvent.FOUND: Status.FOUND,
    PersonEvent.CHOSE_TO_STAY: Status.CHOSE_TO_STAY,
    PersonEvent.COULD_NOT_LEAVE: Status.COULD_NOT_LEAVE,
    PersonEvent.IN_CARE: Status.IN_CARE,
    PersonEvent.RETURNED: Status.RETURNED,
}
"""The status a word stands for; a dead row stands for none, the rest are claims."""

CLAIMS = frozenset(
    {PersonEvent.RESIDENT, PersonEvent.SOUGHT, PersonEvent.SERVED, PersonEvent.SEEN}
)
"""Events that make a person someone to account for."""


@dataclass(frozen=True, slots=True)
class LedgerRules:
    """Everything the ledger decides by.

    Attributes:
        version: Raised with every change of the fold itself.
        precedence: Statuses, strongest last: which of two words of one day counts.
        old_age: Years from which a person counts as dependent, by years of birth and
            picture.
        dependent_care: Needs that make dependent.
        independent_lists: Independent sources that take a dependent person off the list.
        household_limit: A group of more people than this is a code, not a household.
        concern: Reason code and weight, in the order reasons are given.
    """

    version: int = 1
    precedence: tuple[Status, ...] = (
        Status.LEFT,
        Status.ARRIVED,
        Status.RETURNED,
        Status.IN_CARE,
        Status.FOUND,
        Status.COULD_NOT_LEAVE,
        Status.CHOSE_TO_STAY,
    )
    old_age: int = 75
    dependent_care: tuple[Care, ...] = (
        Care.WHEELCHAIR,
        Care.STRETCHER,
        Care.MEDICAL,
        Care.POWER,
        Care.MEDICINE,
        Care.CHILD_ALONE,
        Care.DISABLED,
    )
    independent_lists: int = 2
    household_limit: int = 20
    concern: tuple[tuple[str, int], ...] = (
        ("child_alone", 50),
        ("bedridden", 40),
        ("power", 40),
        ("medicine", 30),
        ("alone", 30),
        ("medical", 25),
        ("disabled", 25),
        ("old_age", 20),
        ("seen_there", 20),
        ("no_word_at_all", 15),
        ("asked_for", 10),
        ("no_address", 5),
    )

    @property
    def digest(self) -> str:
        """Hex digest of the whole table."""
        return blake2b(canonical_bytes(self), digest_size=16).hexdigest()
