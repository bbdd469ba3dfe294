"""Roads out of an OpenStreetMap extract: a graph of our own, and the ways on it.

In: an extract, a table of speeds, what is closed. Out: a `RoadTable` of whole columns, and
per vehicle a `Network` with the time between any two points and the ways a closed stretch
lies on. Promise: whole milliseconds, so that sums do not depend on their order; the same
file gives the same table; ferries are no roads; no speed is learned from anywhere. The
reader of extracts is in `roads.extract`, which only who loads imports; scipy is asked for
only when a way is.
"""

from stillhere.places.roads.areas import Area, pieces_in
from stillhere.places.roads.course import Course, Spots
from stillhere.places.roads.naming import RoadNames
from stillhere.places.roads.network import Network
from stillhere.places.roads.speeds import Speeds
from stillhere.places.roads.table import RoadTable

__all__ = [
    "Area",
    "Course",
    "Network",
    "RoadNames",
    "RoadTable",
    "Speeds",
    "Spots",
    "pieces_in",
]
