from itertools import pairwise

from stillhere.ledger import Visit
from stillhere.plan import PlanRules
from stillhere.plan.searched.detection import Effort
from stillhere.reports import ReportId
from stillhere.vocabulary import VisitHow, VisitResult

EFFORT = Effort(PlanRules.shipped())
H, R = VisitHow, VisitResult


def visit(how: VisitHow, result: VisitResult = R.NOBODY_ANSWERED) -> Visit:
    return Visit("2023-10-05", how, result, None, "1", ReportId("0" * 32))


def test_a_knock_finds_three_of_five_who_cannot_get_up() -> None:
    assert EFFORT.of([visit(H.KNOCKED)]) == 600_000


def test_knocks_repeated_are_worth_less_and_four_are_not_enough() -> None:
    efforts = [EFFORT.of([visit(H.KNOCKED)] * n) for n in range(6)]
    gains = [after - before for before, after in pairwise(efforts)]
    assert gains == sorted(gains, reverse=True)
    assert efforts[4] < 950_000 <= efforts[5]


def test_every_way_of_visiting_finds_more_than_the_one_before() -> None:
    efforts = [EFFORT.of([visit(how)]) for how in H]
    assert efforts == sorted(efforts)


def test_no_visit_and_no_access_are_no_effort() -> None:
    assert EFFORT.of([]) == EFFORT.of([visit(H.KNOCKED, R.NO_ACCESS)]) == 0


def test_who_opened_said_who_else_is_there_and_who_refused_did_not() -> None:
    met = EFFORT.of([visit(H.KNOCKED, R.PEOPLE_PRESENT)])
    assert met > 950_000
    assert EFFORT.of([visit(H.KNOCKED, R.REFUSED)]) == EFFORT.of([visit(H.KNOCKED)])


def test_the_order_of_visits_does_not_matter() -> None:
    visits = [
        visit(H.KNOCKED),
        visit(H.CALLED_OUT),
        visit(H.KNOCKED),
        visit(H.LOOKED_IN),
    ]
    assert EFFORT.of(visits) == EFFORT.of(visits[::-1])
