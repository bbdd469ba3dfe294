"""What is said of a team is read back from its report, and names no place."""

import json
from datetime import datetime

import pytest

from stillhere.desk.safety.said import (
    OutingKey,
    key_of,
    said_of,
    said_report,
    saying_of,
)
from stillhere.pipeline import build, update
from stillhere.plan.safety import Outing, Told, Word
from stillhere.reports import EXERCISE_KEY, Json, Report, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind
from tests.plan import town

AT = datetime.fromisoformat("2023-10-05T11:02:00")
START = datetime.fromisoformat("2023-10-05T08:00:00")
MORNING = Outing(3, 7, "0badcafe-03", "2023-10-05", START, (AT,))
LATER = Outing(3, 9, "feedbeef-03", "2023-10-05", START, (AT,))


def said(told: Told = Told.CHECKED_IN) -> Report:
    return said_report(EXERCISE_KEY, (MORNING, LATER), told, AT, "desk:ani")


@pytest.mark.parametrize("told", list(Told))
def test_it_comes_back_as_it_was_said_for_every_sheet_of_the_team(told: Told) -> None:
    saying = saying_of(said(told))
    assert saying is not None
    assert saying.outings == (key_of(MORNING), key_of(LATER))
    assert saying.word == Word(told, AT, "desk:ani")


def test_its_body_has_a_team_sheets_and_a_time_and_no_room_for_a_place() -> None:
    body = json.loads(said().body)
    assert body == {
        "told": "checked_in",
        "team": 3,
        "sheets": [["2023-10-05", "0badcafe-03"], ["2023-10-05", "feedbeef-03"]],
        "at": "2023-10-05T11:02:00",
    }


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"told": "lost", "sheets": [], "at": "2023-10-05T11:02:00"},
        {"told": "back", "sheets": [["one"]], "at": "2023-10-05T11:02:00"},
        {"told": "back", "sheets": 3, "at": "2023-10-05T11:02:00"},
        {"told": "back", "sheets": [], "at": "noon"},
        {"told": "back", "sheets": [], "at": 12},
    ],
)
def test_a_damaged_body_says_nothing(body: dict[str, Json]) -> None:
    report = make_report(EXERCISE_KEY, ReportKind.CHECK_IN, "desk", body)
    assert saying_of(report) is None


def test_another_kind_says_nothing_of_teams() -> None:
    fields = json.loads(said().body)
    report = make_report(EXERCISE_KEY, ReportKind.CALL, "hotline", fields)
    assert saying_of(report) is None


def test_what_was_taken_back_counts_no_more_and_the_picture_stays() -> None:
    before = build(town.profiles(), town.OPERATION, town.AS_OF)
    word = said()
    after = update(before, [word])
    assert after.digest == before.digest
    assert [one.report for one in said_of(after)[key_of(LATER)]] == [word.id]
    signed = Signed(EXERCISE_KEY, by="desk:ani", at="2023-10-05")
    gone = update(after, [withdraw_reports([word.id], signed)])
    assert said_of(gone) == {}


def test_two_days_of_one_code_are_two_outings() -> None:
    assert key_of(MORNING) == OutingKey("2023-10-05", "0badcafe-03")
    assert key_of(MORNING) != OutingKey("2023-10-06", "0badcafe-03")
