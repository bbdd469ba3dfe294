"""How many are still there: at least so many seen; so many to so many, by the model.

In: a picture, the belief of it, every dwelling, the public rules. Out: a `StillHere` for
the whole region and each place, its parts known to a list and to none, with its
assumptions. Promise: pure, the same on every machine; every number seen cites; a range is
never from nothing to nothing, and never a reason to stop. Operations only.
"""

from stillhere.plan.still_here.assumptions import ASSUMPTIONS, sentence
from stillhere.plan.still_here.figure import still_here
from stillhere.plan.still_here.values import (
    Assumption,
    Estimate,
    PlaceStillHere,
    Range,
    Seen,
    StillHere,
)

__all__ = [
    "ASSUMPTIONS",
    "Assumption",
    "Estimate",
    "PlaceStillHere",
    "Range",
    "Seen",
    "StillHere",
    "sentence",
    "still_here",
]
