"""A made-up town with known truth, and the messy lists that come out of it.

In: the name of a town and a seed. Out: a world folder, `lists/` that a planner may read
and `truth/` that only the judge reads; marks for what a program made of the lists.
Promise: equal arguments give equal bytes; all people are invented; the spelling tables
that make the noise are never used by the code that undoes it.
"""

from stillhere.exercise.calibration import Bins
from stillhere.exercise.full import Course
from stillhere.exercise.judge import (
    REGISTER_FILE,
    LinkMarks,
    UnaccountedMarks,
    as_json,
    birth_group,
    judge_groups,
    judge_links,
    judge_unaccounted,
    list_group,
    script_group,
    spelling_group,
)
from stillhere.exercise.make import make_world
from stillhere.exercise.measuring import row_marks
from stillhere.exercise.row_marks import RowMarks
from stillhere.exercise.towns import TOWNS
from stillhere.exercise.truth import Row, TruePerson, Truth, read_truth

__all__ = [
    "REGISTER_FILE",
    "TOWNS",
    "Bins",
    "Course",
    "LinkMarks",
    "Row",
    "RowMarks",
    "TruePerson",
    "Truth",
    "UnaccountedMarks",
    "as_json",
    "birth_group",
    "judge_groups",
    "judge_links",
    "judge_unaccounted",
    "list_group",
    "make_world",
    "read_truth",
    "row_marks",
    "script_group",
    "spelling_group",
]
