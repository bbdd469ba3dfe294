from stillhere.plan.searched import ended, ended_doors, searched
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, RULES, entry, scene


def closing(place: str, why: str = "mines on the only road", **more: str) -> Report:
    fields = {"place": place, "why": why, "date": "2023-10-08", **more}
    return entry(
        ReportKind.CLOSING, {k: v for k, v in fields.items() if v}, "desk:anna"
    )


def test_a_search_ends_by_a_report_with_reasons() -> None:
    report = closing("x-hollow")
    (one,) = ended(scene(EVERYBODY, report).picture)
    assert (one.place, one.by) == ("x-hollow", "desk:anna")
    assert (one.why, one.date) == ("mines on the only road", "2023-10-08")
    assert one.report == report.id


def test_without_reasons_no_search_ends() -> None:
    assert ended(scene(EVERYBODY, closing("x-hollow", why="")).picture) == ()


def test_a_withdrawn_closing_ends_nothing() -> None:
    report = closing("x-hollow")
    back = entry(ReportKind.WITHDRAWAL, {"target": report.id})
    assert ended(scene(EVERYBODY, report, back).picture) == ()


def test_a_closed_request_is_no_place() -> None:
    made = scene()
    person = next(iter(made.picture.entries.values()))
    report = entry(ReportKind.CLOSING, {"target": person.id})
    assert ended(scene(EVERYBODY, report).picture) == ()


def test_the_doors_of_an_ended_search_are_those_of_the_place() -> None:
    by = {
        place: ended_doors(scene(EVERYBODY, closing(place)).picture, ATLAS)
        for place in ("x-hollow", "khankendi/B1", "khankendi/B2/1")
    }
    assert by["x-hollow"] == {"x-hollow/V1/1", "x-hollow/V2/1"}
    assert len(by["khankendi/B1"]) == 4
    assert by["khankendi/B2/1"] == {"khankendi/B2/1"}


def test_a_street_can_be_ended_as_well() -> None:
    street = ATLAS.buildings.street_of("B3")
    made = scene(EVERYBODY, closing(f"khankendi/{street}"))
    assert ended_doors(made.picture, ATLAS) == {"khankendi/B3/1", "khankendi/B4/1"}


def test_an_ended_search_adds_no_effort_and_takes_nobody_away() -> None:
    before, after = scene(), scene(EVERYBODY, closing("x-hollow"))
    assert after.believed.expected == before.believed.expected
    assert searched(after.picture, ATLAS, RULES).doors == {}
