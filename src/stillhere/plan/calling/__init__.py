"""Calls to make: numbers on file that may settle people without word, before any sheet.

In: a picture, a belief, the public rules. Out: `CallToMake` values, most people settled
per minute first, and the reports of what came of a call. Promise: whole numbers, ties by
id, no clock; a child alone is asked about in no call; what a call settles is settled by
reports like any other.
"""

from stillhere.plan.calling.answers import Caller, Told, answered, unanswered
from stillhere.plan.calling.numbers import NumberOnFile, numbers_on_file
from stillhere.plan.calling.ranking import CallToMake, calls_to_make

__all__ = [
    "CallToMake",
    "Caller",
    "NumberOnFile",
    "Told",
    "answered",
    "calls_to_make",
    "numbers_on_file",
    "unanswered",
]
