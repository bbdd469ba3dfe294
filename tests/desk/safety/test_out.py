"""When a sheet is out, from what the report that handed it out says."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from stillhere.desk.planning.handing import HandedSheet, HandedStop
from stillhere.ledger import PlaceKey
from stillhere.plan.safety import Outing
from stillhere.reports import ReportId

SHEET = HandedSheet(
    report=ReportId("0" * 32),
    number=7,
    code="0badcafe-03",
    team=3,
    day="2023-10-05",
    start="08:30",
    stops=(HandedStop(1, PlaceKey("khankendi/B1/1"), 60, 28_797),),
    after=None,
    picture="",
    rules="",
    check_ins=(7_200, 14_400, 28_797),
    handed="2023-10-05T07:50:12",
)


@pytest.fixture(autouse=True)
def _settings(desk: Path) -> None:
    del desk


def outing(sheet: HandedSheet) -> Outing | None:
    from stillhere.desk.safety.out import outing_of  # noqa: PLC0415

    return outing_of(sheet)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2023-10-05T{clock}")


def test_times_are_those_printed_on_the_sheet() -> None:
    found = outing(SHEET)
    assert found is not None
    assert found.sets_off == at("08:30")
    assert found.due == (at("10:30"), at("12:30"), at("16:29"))
    assert [f"{due:%H:%M}" for due in found.due] == [*map(SHEET.clock, SHEET.check_ins)]


def test_what_was_due_before_it_was_handed_out_is_asked_of_nobody() -> None:
    found = outing(replace(SHEET, handed="2023-10-05T11:00:00+04:00"))
    assert found is not None
    assert found.sets_off == at("11:00")
    assert found.due == (at("12:30"), at("16:29"))


def test_being_back_is_due_however_late_it_was_handed_out() -> None:
    found = outing(replace(SHEET, handed="2023-10-05T19:00:00"))
    assert found is not None
    assert found.due == (at("16:29"),)


def test_a_day_may_end_after_midnight() -> None:
    found = outing(replace(SHEET, start="20:00", handed=""))
    assert found is not None
    assert found.due[-1] == datetime.fromisoformat("2023-10-06T03:59")


@pytest.mark.parametrize(
    "damaged",
    [{"check_ins": ()}, {"day": "today"}, {"start": "soon"}, {"handed": "before noon"}],
)
def test_a_sheet_without_times_is_not_watched_over(damaged: dict[str, str]) -> None:
    assert outing(replace(SHEET, **damaged)) is None  # type: ignore[arg-type]  # damaged
