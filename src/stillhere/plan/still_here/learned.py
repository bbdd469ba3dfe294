"""What the visits made so far say of the table of rates itself.

Every door of the table shares its errors. Doors that were visited show by how much: if
more people are met than it expected, it expects too few elsewhere too. One factor for all
doors, drawn towards 1 by the common error of the rules.

Source: a Gamma prior for the factor, as for a Poisson rate; Gelman et al., Bayesian Data
Analysis, 2.6.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from stillhere.ledger import Picture
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief, Door
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.visits import Detection, met

_STEPS = 48
_BOTTOM, _TOP = 0.125, 8.0
_FINE = 1000
_LEAST_LEFT = 0.02


class Factor(NamedTuple):
    """By what the numbers of the table are multiplied.

    Attributes:
        share: The factor; 1 where nobody visited anything.
        error: Its standard error squared, relative.
        found: Doors where somebody was met.
        vain: Doors where nobody answered.
    """

    share: float
    error: float
    found: int
    vain: int


def factor(
    picture: Picture, believed: Belief, atlas: Atlas, rules: PlanRules
) -> Factor:
    """The factor that explains best what visits gave, and how sure it is."""
    common = rules.share("still_here", "common_error")
    if not common:
        return Factor(1.0, 0.0, 0, 0)
    sure = 1 / (common * common)
    found = sum(
        place.key in atlas.index and met(place.visits)
        for place in picture.places.values()
        if place.visits
    )
    vain = _in_vain(believed, rules)
    share = _best(sure, found, vain)
    return Factor(share, 1 / (sure + found), found, vain.total())


def _in_vain(believed: Belief, rules: PlanRules) -> Counter[int]:
    """Doors knocked at in vain, by the chance there was to find somebody, thousandths."""
    detection = Detection(rules)
    doors = (door for door in believed.doors.values() if door.knocks)
    return Counter(_chance_before(door, detection) for door in doors)


def _chance_before(door: Door, detection: Detection) -> int:
    """The chance that these knocks would find somebody, as it was before them."""
    missed = 1.0
    for knock in range(door.knocks):
        missed *= 1 - detection.next_knock(knock)
    now = door.chance / MILLION
    before = now / (now + missed * (1 - now)) if now else 0.0
    return int(_FINE * before * (1 - missed))


def _best(sure: float, found: int, vain: Mapping[int, int]) -> float:
    """Where the slope of the likelihood is nothing, by halving."""
    low, high = _BOTTOM, _TOP
    for _ in range(_STEPS):
        share = (low + high) / 2
        if _slope(share, sure, found, vain) > 0:
            low = share
        else:
            high = share
    return (low + high) / 2


def _slope(share: float, sure: float, found: int, vain: Mapping[int, int]) -> float:
    slope = (sure + found) / share - sure
    for chance in sorted(vain):
        told = chance / _FINE
        slope -= vain[chance] * told / max(1 - share * told, _LEAST_LEFT)
    return slope
