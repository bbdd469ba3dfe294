"""Tables the desk keeps beside the reports. Only `desk.rows` and Django read them."""

from stillhere.desk.models.accounts import Account
from stillhere.desk.models.derived import DerivedState, EntryChange, PersonRow
from stillhere.desk.models.looks import Look
from stillhere.desk.models.openings import Opening

__all__ = [
    "Account",
    "DerivedState",
    "EntryChange",
    "Look",
    "Opening",
    "PersonRow",
]
