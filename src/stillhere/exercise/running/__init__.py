"""The clock of an exercise: what a policy finds, hour by hour, in a town of known truth.

In: the folder of a world and a policy that says which door is next. Out: the curve of
people found over vehicle-hours. Promise: whether a knock finds somebody hangs on the
world, the dwelling and the number of the knock alone, never on the policy; a policy
that plans is given tables and reports only, in a process of its own.
"""

from stillhere.exercise.running.clock import Clock, Played
from stillhere.exercise.running.curve import (
    Curve,
    Find,
    curve_csv,
    found_by,
    hours_to,
    read_curve,
)
from stillhere.exercise.running.drawing import draw
from stillhere.exercise.running.marks import HOURS, SHARES, marks_shape, reached
from stillhere.exercise.running.policies import POLICIES
from stillhere.exercise.running.policy import Knock, Policy
from stillhere.exercise.running.run import Ground

__all__ = [
    "HOURS",
    "POLICIES",
    "SHARES",
    "Clock",
    "Curve",
    "Find",
    "Ground",
    "Knock",
    "Played",
    "Policy",
    "curve_csv",
    "draw",
    "found_by",
    "hours_to",
    "marks_shape",
    "reached",
    "read_curve",
]
