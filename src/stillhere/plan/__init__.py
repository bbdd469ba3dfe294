"""Step 4: the picture becomes where to go next.

In: a picture, the table of buildings, public rules, teams and clearances. Out: a `Belief`
(expected people still there, per dwelling and place), a `Plan` (ordered doors per team,
each with its reason) and printable sheets. Promise: whole numbers, ties by key, no clock;
ranked by people expected to be found per hour and by public weights alone, never by
origin, language or who asks; no place is ever called clear; unknown is closed.
"""

from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief, Door, PlaceBelief
from stillhere.plan.believing import Believer, belief
from stillhere.plan.believing.explained import Explained, explain
from stillhere.plan.calling import (
    Caller,
    CallToMake,
    Told,
    answered,
    calls_to_make,
    unanswered,
)
from stillhere.plan.clearances import Clearances
from stillhere.plan.doubt import EFFECTS, WHYS, Doubt, Effect, Why
from stillhere.plan.duties import NO_DUTIES, Duties, duties
from stillhere.plan.review import doubtful, doubts_left, doubts_of, unconfirmed
from stillhere.plan.rules import PlanRules
from stillhere.plan.rulings import Contradiction, Ruling, contradictions, rulings
from stillhere.plan.second import needs_second, second_reads, waiting, waits_on
from stillhere.plan.sheet import Occasion, Sheet, sheets, sheets_html
from stillhere.plan.stops import Plan, Stop, Team, TeamPlan, crew, next_stops

__all__ = [
    "EFFECTS",
    "NO_DUTIES",
    "WHYS",
    "Atlas",
    "Belief",
    "Believer",
    "CallToMake",
    "Caller",
    "Clearances",
    "Contradiction",
    "Door",
    "Doubt",
    "Duties",
    "Effect",
    "Explained",
    "Occasion",
    "PlaceBelief",
    "Plan",
    "PlanRules",
    "Ruling",
    "Sheet",
    "Stop",
    "Team",
    "TeamPlan",
    "Told",
    "Why",
    "answered",
    "belief",
    "calls_to_make",
    "contradictions",
    "crew",
    "doubtful",
    "doubts_left",
    "doubts_of",
    "duties",
    "explain",
    "needs_second",
    "next_stops",
    "rulings",
    "second_reads",
    "sheets",
    "sheets_html",
    "unanswered",
    "unconfirmed",
    "waiting",
    "waits_on",
]
