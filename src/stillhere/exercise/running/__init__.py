"""The clock of an exercise: what a policy finds, hour by hour, in a town of known truth.

In: the folder of a world and a policy that says which door is next. Out: the curve of
people found over vehicle-hours. Promise: whether a knock finds somebody hangs on the
world, the dwelling and the number of the knock alone, never on the policy; a policy
that plans is given tables and reports only, in a process of its own.
"""

from stillhere.exercise.running.policy import Knock, Policy

__all__ = ["Knock", "Policy"]
