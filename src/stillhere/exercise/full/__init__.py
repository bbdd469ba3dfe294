"""The full world: what an exercise adds to the core world, as far as search needs it.

In: a core world. Out: other places and who is in them, lists of access and of signs of
life, and the course of things that a clock plays (`Course`). Promise: every number
stands in `assumed.toml` with where it is from; the core world is not touched.
"""

from stillhere.exercise.full.course import Answer, Course, Hint, Shut
from stillhere.exercise.full.hearing import told_report
from stillhere.exercise.full.outcome import At, Outcome, outcome

__all__ = [
    "Answer",
    "At",
    "Course",
    "Hint",
    "Outcome",
    "Shut",
    "outcome",
    "told_report",
]
