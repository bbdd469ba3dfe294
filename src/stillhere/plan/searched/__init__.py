"""What was searched, and which places nobody has visited.

In: a picture, the doors, the rules, and for the second figure a belief. Out: effort per
door, building, street and settlement; settlements not visited, with the people expected
there; searches a person has ended. Promise: effort and expected people are two figures,
never one; no place is called clear; an ended search stays in view.
"""

from stillhere.plan.searched.effort import (
    AreaEffort,
    DoorEffort,
    Searched,
    expected_left,
    searched,
)
from stillhere.plan.searched.ended import Ended, ended, ended_doors
from stillhere.plan.searched.ground import Ground, Level
from stillhere.plan.searched.streets import street_names
from stillhere.plan.searched.unvisited import NotVisited, days_between, not_visited

__all__ = [
    "AreaEffort",
    "DoorEffort",
    "Ended",
    "Ground",
    "Level",
    "NotVisited",
    "Searched",
    "days_between",
    "ended",
    "ended_doors",
    "expected_left",
    "not_visited",
    "searched",
    "street_names",
]
