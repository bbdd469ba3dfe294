"""Code lists: the words of the field, one name each, and how a reader hears them.

In: nothing. Out: enumerations, their words, and the voice they are said in. Promise: a
code never changes its meaning; no room keeps a second list of its own.
"""

from stillhere.vocabulary.dialled import CallOutcome, WhoseNumber
from stillhere.vocabulary.kinds import Basis, ReportKind, Scope
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import Care, PersonEvent, Sex, Status
from stillhere.vocabulary.places import (
    Service,
    ServiceState,
    VisitHow,
    VisitResult,
)
from stillhere.vocabulary.roads import Passage, VehicleClass
from stillhere.vocabulary.voice import ENGLISH, Counted, Voice, worded
from stillhere.vocabulary.words import in_words

__all__ = [
    "ENGLISH",
    "Basis",
    "CallOutcome",
    "Care",
    "Counted",
    "Language",
    "Passage",
    "PersonEvent",
    "ReportKind",
    "Scope",
    "Service",
    "ServiceState",
    "Sex",
    "Status",
    "VehicleClass",
    "VisitHow",
    "VisitResult",
    "Voice",
    "WhoseNumber",
    "in_words",
    "worded",
]
