from stillhere.ledger import PlaceKey, Visit
from stillhere.plan import PlanRules
from stillhere.plan.visits import Detection, Rounds, met
from stillhere.reports import Report, ReportId
from stillhere.vocabulary import ReportKind, VisitHow, VisitResult
from tests.plan.town import ATLAS, EVERYBODY, VILLAGE, entry, scene

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


def round_of(place: str, address: str = "") -> Report:
    fields = {"settlement": place, "address": address, "how": "entered"}
    fields |= {"result": "empty", "date": "2023-10-05"}
    return entry(ReportKind.VISIT, dict(fields), f"round of {place}")


def ways_at(door: str, *reports: Report) -> list[VisitHow]:
    rounds = Rounds(scene((), *reports).picture, ATLAS)
    return [visit.how for visit in rounds.at(PlaceKey(door))]


def test_a_round_of_a_village_counts_at_every_door_as_a_voice_from_the_street() -> None:
    called = round_of(VILLAGE)
    assert ways_at("x-hollow/V1/1", called) == [VisitHow.CALLED_OUT]
    assert ways_at("khankendi/B2/1", called) == []
    assert ways_at("khankendi/B2/1", round_of("Khankendi")) == []


def test_a_visit_to_a_house_of_flats_counts_at_each_of_them() -> None:
    house = round_of("Khankendi", "Walnut Street 1")
    assert ways_at("khankendi/B1/3", house) == [VisitHow.CALLED_OUT]
    assert ways_at("khankendi/B2/1", round_of("Khankendi", "Walnut Street 3")) == [
        VisitHow.ENTERED
    ]


def test_a_village_nobody_got_to_is_believed_as_before() -> None:
    before = scene().believed.places[PlaceKey("x-hollow")]
    for how in (VisitHow.CALLED_THROUGH, VisitHow.PASSED, VisitHow.KNOCKED):
        fields = {"settlement": VILLAGE, "how": how.value, "result": "no_access"}
        shut = entry(ReportKind.VISIT, dict(fields), "team")
        assert scene(EVERYBODY, shut).believed.places[PlaceKey("x-hollow")] == before
