"""How long a way takes: on the roads that are cleared, or as the crow flies.

In: the atlas, clearances, the roads of the operation where an extract is loaded. Out:
`Ways`, whole seconds between any two dwellings; the legs of a plan that lie on a road.
Promise: what is not cleared is not gone; whole seconds, the same on every machine; where no
roads are loaded it says so.
"""

from stillhere.plan.ways.legs import Leg, legs_of, legs_through, teams_through
from stillhere.plan.ways.on_roads import RoadWays
from stillhere.plan.ways.shut import legs_shut
from stillhere.plan.ways.straight import StraightWays
from stillhere.plan.ways.ways import (
    BASE,
    UNREACHABLE,
    Ways,
    measured_in_words,
    road_names,
    roads_of,
    said_of,
    ways_of,
)

__all__ = [
    "BASE",
    "UNREACHABLE",
    "Leg",
    "RoadWays",
    "StraightWays",
    "Ways",
    "legs_of",
    "legs_shut",
    "legs_through",
    "measured_in_words",
    "road_names",
    "roads_of",
    "said_of",
    "teams_through",
    "ways_of",
]
