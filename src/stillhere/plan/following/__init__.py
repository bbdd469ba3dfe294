"""Follow-up visits: people who were found are seen again in time.

In: a picture, the doors, the rules and the time of reading. Out: follow-up visits with
due times, those overdue first, and the same as stops of a day. Promise: computed from
reports, nothing stored; no sentence says that a child is alone or that anyone asks.
"""

from stillhere.plan.following.stops import DueStop, due_stops
from stillhere.plan.following.visits import FollowUp, days_without_help, follow_ups
from stillhere.plan.following.what_for import FollowReason, WhatFor

__all__ = [
    "DueStop",
    "FollowReason",
    "FollowUp",
    "WhatFor",
    "days_without_help",
    "due_stops",
    "follow_ups",
]
