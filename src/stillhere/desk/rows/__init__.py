"""Rows of the desk's own tables: the only door to `models`.

In: pictures and what people did. Out: plain values for views. Promise: derived rows are
written here alone, always say which picture they come from, and may be deleted; the log
of openings only grows.
"""

from stillhere.desk.rows.accounts import (
    accounts,
    change_account,
    create_account,
    get_account,
    has_accounts,
    remember_language,
)
from stillhere.desk.rows.changes import Changed, changed_since
from stillhere.desk.rows.deriving import fits, follow, rebuild
from stillhere.desk.rows.looks import LastLook, last_look, look
from stillhere.desk.rows.openings import Opened, note_opening, note_openings, openings
from stillhere.desk.rows.people import Filters, Slice, count_people, people

__all__ = [
    "Changed",
    "Filters",
    "LastLook",
    "Opened",
    "Slice",
    "accounts",
    "change_account",
    "changed_since",
    "count_people",
    "create_account",
    "fits",
    "follow",
    "get_account",
    "has_accounts",
    "last_look",
    "look",
    "note_opening",
    "note_openings",
    "openings",
    "people",
    "rebuild",
    "remember_language",
]
