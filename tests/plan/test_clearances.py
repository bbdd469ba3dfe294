from stillhere.ledger import PlaceKey
from stillhere.plan import Clearances
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, VILLAGE, entry, scene

TOWN, HOLLOW = PlaceKey("khankendi"), PlaceKey("x-hollow")
NOW = "2023-10-09T08:00"


def clearance(until: str, state: str = "open", date: str = "2023-10-06") -> Report:
    fields = {"settlement": VILLAGE, "state": state, "until": until, "date": date}
    return entry(ReportKind.CLEARANCE, dict(fields), f"security {state} {until}")


def allowed(*reports: Report) -> tuple[PlaceKey, ...]:
    return Clearances.of(scene((), *reports).picture, ATLAS, NOW).places


def test_unknown_is_closed() -> None:
    assert allowed() == ()
    assert not Clearances().allows(TOWN)


def test_a_clearance_opens_its_place_until_it_runs_out() -> None:
    assert allowed(clearance("2023-10-10")) == (HOLLOW,)
    assert allowed(clearance("2023-10-09")) == (HOLLOW,)
    assert allowed(clearance("2023-10-08")) == ()


def test_the_latest_word_counts() -> None:
    closed = clearance("2023-10-12", "closed", "2023-10-07")
    assert allowed(clearance("2023-10-10"), closed) == ()


def test_an_operation_may_declare_everything_open() -> None:
    assert Clearances.declared().allows(HOLLOW)
