"""A line of a returned sheet stores what changed, and nothing else."""

from collections.abc import Sequence

import pytest

from stillhere.desk.entering.sheet_lines import (
    StoredLine,
    Table,
    Typed,
    line_reports,
    stored_line,
)
from stillhere.desk.entering.writing import Hand
from stillhere.desk.planning.handing import HandedSheet, HandedStop
from stillhere.intake import state
from stillhere.pipeline import build
from stillhere.reports import EXERCISE_KEY, Report, ReportId
from stillhere.reports.decided import targets
from stillhere.reports.statements import PersonStatement, VisitStatement
from stillhere.vocabulary import ReportKind, VisitHow, VisitResult
from tests.plan import town

DOOR = town.ATLAS.keys[2]
STOP = HandedStop(3, DOOR, 600, 20_000)
SHEET = HandedSheet(
    ReportId("0" * 32), 7, "abcd-02", 2, "2023-10-09", "08:00", (STOP,), None, "", ""
)
HAND = Hand(EXERCISE_KEY, "ani", "2023-10-10", lambda _report: False)
TABLE = Table(SHEET, town.TABLE, HAND, "2023-10-10T09:00")
MET = Typed("people_present", "3", "Aram Testov;Nune Testova ; ", "08:12", "cold")


def kept(reports: Sequence[Report]) -> StoredLine:
    """The line as a picture with these reports gives it back."""
    picture = build(reports, town.OPERATION, town.AS_OF)
    visits = [r.id for r in reports if r.kind is ReportKind.VISIT]
    return stored_line(picture, visits)


def test_a_line_is_a_visit_at_its_door_by_its_team() -> None:
    (report,) = line_reports(STOP, Typed("no_access", time="09:05"), None, TABLE)
    said = state(report, None)
    assert isinstance(said, VisitStatement)
    assert (said.result, said.how) == (VisitResult.NO_ACCESS, VisitHow.KNOCKED)
    assert (said.team, said.date) == ("2", "2023-10-09T09:05")
    assert report.source == "team 2"
    picture = build([report], town.OPERATION, town.AS_OF)
    assert [visit.report for visit in picture.places[DOOR].visits] == [report.id]


def test_a_line_without_a_result_is_nothing() -> None:
    assert line_reports(STOP, Typed(time="09:05"), None, TABLE) == ()


def test_everybody_met_is_named_by_a_report() -> None:
    visit, other = line_reports(STOP, MET, None, TABLE)
    first, second = state(visit, None), state(other, None)
    assert isinstance(first, VisitStatement)
    assert first.person is not None
    assert first.person.name.full == "Aram Testov"
    assert isinstance(second, PersonStatement)
    assert second.name.full == "Nune Testova"
    assert visit.fields["with"] == [other.id]


def test_a_stored_line_reads_as_it_was_typed() -> None:
    line = kept(line_reports(STOP, MET, None, TABLE))
    assert line.typed == MET.settled
    assert len(line.reports) == 2


def test_a_line_that_did_not_change_stores_nothing() -> None:
    line = kept(line_reports(STOP, MET, None, TABLE))
    assert line_reports(STOP, MET, line, TABLE) == ()


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        (MET._replace(people="2"), 3),
        (MET._replace(result="refused", people="", names=""), 2),
        (Typed(), 1),
    ],
)
def test_a_changed_line_takes_all_of_the_earlier_one_back(
    typed: Typed, new: int
) -> None:
    line = kept(line_reports(STOP, MET, None, TABLE))
    reports = line_reports(STOP, typed, line, TABLE)
    assert len(reports) == new
    assert reports[0].kind is ReportKind.WITHDRAWAL
    assert targets(reports[0]) == tuple(sorted(line.reports))
