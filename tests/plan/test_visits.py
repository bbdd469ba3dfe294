from stillhere.ledger import Visit
from stillhere.plan import PlanRules
from stillhere.plan.visits import Detection, met
from stillhere.reports import ReportId
from stillhere.vocabulary import VisitHow, VisitResult

DETECTION = Detection(PlanRules.shipped())


def visit(how: VisitHow, result: VisitResult = VisitResult.NOBODY_ANSWERED) -> Visit:
    return Visit("2023-10-05", how, result, None, "1", ReportId("0" * 32))


def test_more_effort_without_an_answer_says_more() -> None:
    missed = [DETECTION.missed([visit(how)])[0] for how in VisitHow]
    assert missed == sorted(missed, reverse=True)
    assert all(0 < share < 1 for share in missed)


def test_every_knock_in_vain_makes_the_next_less_likely_to_find() -> None:
    assert DETECTION.next_knock(0) == 0.68
    assert DETECTION.next_knock(0) > DETECTION.next_knock(1) > DETECTION.next_knock(2)
    missed, knocks = DETECTION.missed([visit(VisitHow.KNOCKED)] * 2)
    assert knocks == 2
    assert missed == (1 - DETECTION.next_knock(0)) * (1 - DETECTION.next_knock(1))


def test_a_visit_without_access_says_nothing() -> None:
    closed = visit(VisitHow.KNOCKED, VisitResult.NO_ACCESS)
    assert DETECTION.missed([closed]) == (1.0, 0)
    assert not met([closed])


def test_who_refused_was_met() -> None:
    assert met([visit(VisitHow.KNOCKED, VisitResult.REFUSED)])
