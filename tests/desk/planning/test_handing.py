"""Sheets are read back from the report that handed them out, and from nothing else."""

import json
from dataclasses import replace

import pytest

from stillhere.desk.planning.day import Wishes, without, work_out
from stillhere.desk.planning.handing import Handing, handed_fields, sheets_of
from stillhere.desk.planning.register import Register
from stillhere.errors import StillHereError
from stillhere.intake import BuildingTable
from stillhere.ledger import Picture
from stillhere.pipeline import build, update
from stillhere.plan import Atlas, Belief, Clearances, Plan, belief, crew, next_stops
from stillhere.reports import EXERCISE_KEY, Json, Report, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.teams import Skill
from tests.plan import town

SKILLS = {1: (Skill.FIRST_AID, Skill.SPEAKS_RU)}


@pytest.fixture(name="picture", scope="module")
def _picture() -> Picture:
    reports = [*town.profiles(), *town.FAMILY]
    return build(reports, town.OPERATION, town.AS_OF)


@pytest.fixture(name="plan", scope="module")
def _plan(picture: Picture) -> Plan:
    believed = belief(picture, town.ATLAS, town.RULES)
    return planned(picture, believed)


def planned(picture: Picture, believed: Belief) -> Plan:
    """A day of two teams."""
    return next_stops(
        picture,
        believed,
        town.ATLAS,
        crew(2),
        Clearances.declared(),
        town.RULES,
        limit=3,
    )


def handed(plan: Plan, first: int = 1) -> Report:
    """The report that hands a plan out."""
    handing = Handing("2023-10-09", "08:30", first, "2023-10-09T07:50:00", SKILLS)
    fields = handed_fields(plan, handing)
    return make_report(EXERCISE_KEY, ReportKind.PLAN, "desk:ani", fields)


def test_sheets_come_back_as_they_were_handed_out(plan: Plan) -> None:
    sheets = sheets_of(handed(plan, first=12))
    going = [team for team in plan.teams if team.stops]
    assert [sheet.number for sheet in sheets] == list(range(12, 12 + len(going)))
    for sheet, team in zip(sheets, going, strict=True):
        assert sheet.team == team.team.number
        assert sheet.plan == plan.code
        assert [(s.number, s.key, s.arrive_s, s.leave_by_s) for s in sheet.stops] == [
            (s.number, s.key, s.arrive_s, s.leave_by_s) for s in team.stops
        ]


def test_times_to_call_in_and_skills_come_back_as_they_were_printed(plan: Plan) -> None:
    sheets = sheets_of(handed(plan))
    assert [sheet.skills for sheet in sheets] == [SKILLS[1], ()][: len(sheets)]
    for sheet in sheets:
        assert sheet.check_ins[0] == 2 * 3600
        assert sheet.check_ins[-1] == max(stop.leave_by_s for stop in sheet.stops)
        assert sheet.handed == "2023-10-09T07:50:00"


def test_a_sheet_of_an_earlier_version_has_no_times_to_watch_over(plan: Plan) -> None:
    body = json.loads(handed(plan).body)
    del body["handed"]
    for sheet in body["sheets"]:
        del sheet["check_ins"], sheet["skills"]
    sheets = sheets_of(make_report(EXERCISE_KEY, ReportKind.PLAN, "desk", body))
    assert sheets
    assert {(s.check_ins, s.skills, s.handed) for s in sheets} == {((), (), "")}


def test_how_times_were_worked_out_comes_back(plan: Plan) -> None:
    on_roads = sheets_of(handed(replace(plan, by_roads=True)))
    assert on_roads
    assert all(sheet.by_roads for sheet in on_roads)
    assert not any(sheet.by_roads for sheet in sheets_of(handed(plan)))


def test_a_clock_counts_from_the_start_of_the_day(plan: Plan) -> None:
    sheet = sheets_of(handed(plan))[0]
    assert sheet.clock(0) == "08:30"
    assert sheet.clock(5400) == "10:00"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"sheets": 3},
        {"plan": "x", "sheets": [{"sheet": "many"}]},
        {"plan": "x", "sheets": [{"sheet": 1, "team": 1, "stops": [["only a key"]]}]},
    ],
)
def test_a_damaged_body_hands_nothing_out(body: dict[str, Json]) -> None:
    report = make_report(EXERCISE_KEY, ReportKind.PLAN, "desk", body)
    assert sheets_of(report) == ()


def test_only_a_plan_hands_sheets_out(plan: Plan) -> None:
    fields = json.loads(handed(plan).body)
    report = make_report(EXERCISE_KEY, ReportKind.CALL, "hotline", fields)
    assert sheets_of(report) == ()


def test_the_register_follows_reports_and_withdrawals(
    picture: Picture, plan: Plan
) -> None:
    register = Register()
    assert register.sheets(picture) == ()
    first, second = handed(plan), handed(plan, first=9)
    now = update(picture, [second, first])
    sheets = register.sheets(now)
    assert [s.number for s in sheets] == sorted(s.number for s in sheets)
    assert {s.report for s in sheets} == {first.id, second.id}
    signed = Signed(EXERCISE_KEY, by="desk", at="2023-10-09")
    later = update(now, [withdraw_reports([first.id], signed)])
    assert {s.report for s in register.sheets(later)} == {second.id}


def test_the_register_of_another_operation_begins_anew(plan: Plan) -> None:
    other = build([*town.profiles(), handed(plan)], town.OPERATION, town.AS_OF)
    register = Register()
    assert register.sheets(other)
    assert register.sheets(build([], town.OPERATION, town.AS_OF)) == ()


def test_doors_that_are_left_out_are_on_no_sheet(picture: Picture, plan: Plan) -> None:
    believed = belief(picture, town.ATLAS, town.RULES)
    held = {stop.key for team in plan.teams for stop in team.stops[:1]}
    again = planned(picture, without(believed, held))
    assert held
    assert not held & {stop.key for team in again.teams for stop in team.stops}
    assert without(believed, frozenset()) is believed


def test_wishes_set_the_length_of_the_day() -> None:
    assert Wishes(hours=6).rules.number("time", "day_s") == 6 * 3600
    assert Wishes().rules.digest != Wishes(hours=6).rules.digest
    with pytest.raises(StillHereError):
        assert Wishes(hours=-1).rules


def test_without_a_table_of_buildings_the_plan_says_so(picture: Picture) -> None:
    atlas = Atlas.of(BuildingTable(), town.GAZETTEER)
    told: list[str] = []
    made = work_out(
        picture,
        atlas,
        Clearances.declared(),
        Wishes(teams=2),
        frozenset(),
        lambda stage, _share: told.append(stage),
    )
    assert [len(team.stops) for team in made.plan.teams] == [0, 0]
    assert "plan/no-buildings" in {f.code for f in made.plan.findings}
    assert told
