"""Which settlements, roads and doors teams may go to, for which vehicle, until when.

In: what security officers said of roads, villages, tracks and hazardous areas; a date.
Out: `Clearances`. Promise: unknown is closed; a clearance is for the vehicles it names and
for one day, and runs out at nightfall; a hazardous area blocks with a margin and nothing
overrides it; nothing is ever cleared because somebody drove there.
"""

from stillhere.plan.clearances.clearances import Clearances
from stillhere.plan.clearances.daylight import nightfall_s
from stillhere.plan.clearances.standing import Standing

__all__ = ["Clearances", "Standing", "nightfall_s"]
