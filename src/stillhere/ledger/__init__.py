"""Step 3: reports and identities become the picture.

In: statements in force, clusters of mentions, the facts of their sources, rules and the
date of the picture. Out: `Entry`, `Household` and `PlaceEntry` values in persistent maps,
`Figure` values that cite, under one digest: the `Picture`. Promise: one pure fold, used
by build and update alike; integers, codes and ISO dates only; both sides of every
conflict kept; nobody is marked dead by a machine.
"""

from stillhere.intake.located import PlaceKey
from stillhere.ledger.entry import Entry
from stillhere.ledger.figures import Figure
from stillhere.ledger.household import Household
from stillhere.ledger.joined import JoinedHousehold, join_households
from stillhere.ledger.parts import (
    Ask,
    CareNote,
    Conflict,
    Death,
    Home,
    HouseholdId,
    MentionId,
    NameAs,
    Side,
    Word,
)
from stillhere.ledger.persistent import PersistentMap
from stillhere.ledger.picture import Changes, Evidence, Picture
from stillhere.ledger.places import (
    AnimalsNote,
    NeedNote,
    PlaceEntry,
    ServiceNote,
    Visit,
    Visited,
)
from stillhere.ledger.rules import LedgerRules
from stillhere.ledger.sources import SourceEntry

__all__ = [
    "AnimalsNote",
    "Ask",
    "CareNote",
    "Changes",
    "Conflict",
    "Death",
    "Entry",
    "Evidence",
    "Figure",
    "Home",
    "Household",
    "HouseholdId",
    "JoinedHousehold",
    "LedgerRules",
    "MentionId",
    "NameAs",
    "NeedNote",
    "PersistentMap",
    "Picture",
    "PlaceEntry",
    "PlaceKey",
    "ServiceNote",
    "Side",
    "SourceEntry",
    "Visit",
    "Visited",
    "Word",
    "join_households",
]
