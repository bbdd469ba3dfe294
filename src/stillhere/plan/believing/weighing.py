"""What is put on the scales for one place, and what they show: the one way to weigh."""

from typing import NamedTuple

from stillhere.ledger import Visit
from stillhere.plan.believing.members import Home
from stillhere.plan.believing.scales import NOBODY, Scales, Weighed
from stillhere.plan.visits import Detection, met


class Evidence(NamedTuple):
    """Everything that is weighed of one place.

    Attributes:
        homes: With the joint evidence of each.
        called: How much likelier calls are if somebody is there; 1 for no calls.
        visits: That may have found who is there.
        door: Whether it is a door; a settlement shelters nobody.
        known: Whether the table has it; there somebody may live whom no list names.
    """

    homes: tuple[Home, ...]
    called: float
    visits: tuple[Visit, ...]
    door: bool
    known: bool


def weigh(
    evidence: Evidence, scales: Scales, detection: Detection
) -> tuple[Weighed, int]:
    """What is believed of a place, and the knocks in vain there."""
    homes, factor, visits, door, known = evidence
    knocks = 0
    if visits:
        missed, knocks = detection.missed(visits)
        factor *= missed
        if met(visits):
            return NOBODY, knocks
    if homes:
        return scales.door(homes, factor, door=door), knocks
    return (scales.unregistered(factor) if known else NOBODY), knocks
