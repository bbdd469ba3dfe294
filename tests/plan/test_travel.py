import numpy as np

from stillhere.plan import PlanRules
from stillhere.plan.travel import TravelLaw

LAW = TravelLaw.of(PlanRules.shipped())


def test_inside_a_settlement_it_is_straight_times_1_3_at_20_kilometres_an_hour() -> (
    None
):
    dx, dy = np.array([0, 300, 3000]), np.array([0, 400, 4000])
    assert LAW.inside_s(dx, dy).tolist() == [42, 42 + 117, 42 + 1170]


def test_between_settlements_the_first_two_kilometres_are_slow() -> None:
    dx, dy = np.array([1000, 10000]), np.array([0, 0])
    slow, fast = LAW.between_s(dx, dy).tolist()
    assert slow == 42 + 234
    assert fast == 42 + 360 + (13000 - 2000) * 3600 // 40000
