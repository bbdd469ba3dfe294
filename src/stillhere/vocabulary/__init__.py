"""Code lists only: the words of the field, one name each.

In: nothing. Out: enumerations. Promise: a code never changes its meaning; no room keeps
a second list of its own.
"""

from stillhere.vocabulary.kinds import Basis, ReportKind, Scope
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import Care, PersonEvent, Sex, Status
from stillhere.vocabulary.places import (
    Service,
    ServiceState,
    VisitHow,
    VisitResult,
)

__all__ = [
    "Basis",
    "Care",
    "Language",
    "PersonEvent",
    "ReportKind",
    "Scope",
    "Service",
    "ServiceState",
    "Sex",
    "Status",
    "VisitHow",
    "VisitResult",
]
