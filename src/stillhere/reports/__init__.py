"""The immutable report: what one source said, once.

In: rows and entries as their source stated them. Out: `Report` values with ids that come
from their content, statements read from them, and the set that is in force at a date.
Promise: the same row gives the same id on every node of one operation; order, repetition
and the splitting of files change nothing.
"""

from stillhere.reports.book import Book
from stillhere.reports.canonical import Json, canonical_body, clean_text
from stillhere.reports.in_force import Force, in_force
from stillhere.reports.key import EXERCISE_KEY, OperationKey
from stillhere.reports.profile import Column, Profile
from stillhere.reports.provenance import Provenance
from stillhere.reports.report import (
    EMPTY,
    Report,
    ReportId,
    Stamp,
    make_report,
    merge_all,
)

__all__ = [
    "EMPTY",
    "EXERCISE_KEY",
    "Book",
    "Column",
    "Force",
    "Json",
    "OperationKey",
    "Profile",
    "Provenance",
    "Report",
    "ReportId",
    "Stamp",
    "canonical_body",
    "clean_text",
    "in_force",
    "make_report",
    "merge_all",
]
