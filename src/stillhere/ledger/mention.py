"""One mention as the fold takes it: a statement with what is looked up once for it."""

from typing import NamedTuple

from stillhere.intake.located import PlaceKey
from stillhere.ledger.parts import HouseholdId
from stillhere.reports.statements import PersonStatement


class Mention(NamedTuple):
    """A person statement and the keys of what it names.

    Attributes:
        said: The statement.
        ask: ``tracing`` or ``call`` for a person asked for or told of; else empty.
        household: Key of the stated group; None where none is stated.
        settlement, dwelling: Keys of the stated place; empty where none is.
        origin: Key of the settlement the person is said to come from; empty if none.
    """

    said: PersonStatement
    ask: str
    household: HouseholdId | None
    settlement: PlaceKey
    dwelling: PlaceKey
    origin: PlaceKey


class SourceFacts(NamedTuple):
    """What the fold needs to know of a source; see `sources.SourceEntry`."""

    register: bool
    family: str
