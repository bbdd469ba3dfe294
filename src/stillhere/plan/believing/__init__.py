"""Belief that follows the reports: what one of them changes is weighed anew, no more.

`homes` gathers the joint evidence of every household place by place, `scales` weighs one
door, `hotline` what all calls say of each, `Believer` keeps them level with a picture.
Promise: whichever way a picture was reached, the numbers are those of weighing it whole.
"""

from stillhere.ledger import Picture
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief
from stillhere.plan.believing.believer import Believer
from stillhere.plan.rules import PlanRules

__all__ = ["Believer", "belief"]


def belief(picture: Picture, atlas: Atlas, rules: PlanRules) -> Belief:
    """Expected people still there, per dwelling and place.

    Args:
        picture: What is known.
        atlas: Every dwelling there is; one without anybody registered counts too.
        rules: The public table of rates.

    Returns:
        People met or known to be somewhere are not in it; nor are the dead.
    """
    return Believer(picture, atlas, rules).belief()
