"""One typed entry is one report, whoever presses twice."""

from stillhere.desk.entering.writing import Entry, Hand, same_person, undone, written
from stillhere.reports import EXERCISE_KEY, ReportId
from stillhere.reports.decided import targets
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field

FOUND = Entry(
    ReportKind.PERSON,
    "team 3",
    {Field.NAME: "Անի Մարտիրոսյան", Field.DATE: "2023-10-05", Field.NOTE: ""},
)


def hand(*taken_back: ReportId) -> Hand:
    """Somebody who types, after these reports were taken back."""
    return Hand(EXERCISE_KEY, "ani", "2023-10-09T08:00", taken_back.__contains__)


def test_an_entry_keeps_what_was_typed_and_leaves_out_what_was_not() -> None:
    report = written(FOUND, hand())
    assert report.fields == {"name": "Անի Մարտիրոսյան", "date": "2023-10-05"}
    assert (report.source, report.stamp.author) == ("team 3", "desk:ani")


def test_the_stated_day_is_the_date_of_the_source_and_today_stands_in() -> None:
    assert written(FOUND, hand()).stamp.source_date == "2023-10-05"
    timed = {**FOUND.fields, Field.TIME: "14:30"}
    report = written(Entry(FOUND.kind, FOUND.source, timed), hand())
    assert report.stamp.source_date == "2023-10-05T14:30"
    undated = Entry(FOUND.kind, FOUND.source, {Field.NAME: "Ani"})
    assert written(undated, hand()).stamp.source_date == "2023-10-09T08:00"


def test_the_same_entry_is_the_same_report_until_it_is_taken_back() -> None:
    first = written(FOUND, hand())
    assert written(FOUND, hand()) == first
    second = written(FOUND, hand(first.id))
    assert second.id != first.id
    third = written(FOUND, hand(first.id, second.id))
    assert third.id not in {first.id, second.id}
    assert third.body == first.body


def test_what_stands_beside_the_fields_is_part_of_the_report() -> None:
    beside = Entry(FOUND.kind, FOUND.source, FOUND.fields, beside={"stop": 4})
    assert written(beside, hand()).fields["stop"] == 4


def test_one_decision_joins_a_pair_in_either_order() -> None:
    one, two = written(FOUND, hand()).id, ReportId("f" * 32)
    assert same_person(one, two, hand()) == same_person(two, one, hand())


def test_an_undo_names_every_report_and_keeps_their_purpose() -> None:
    body = Entry(ReportKind.REMAINS, "desk", {Field.CODE: "B-1"}, (Scope.THE_DEAD,))
    report = written(body, hand())
    withdrawal = undone((report,), hand(), "2023-10-09T09:00")
    assert targets(withdrawal) == (report.id,)
    assert withdrawal.stamp.scopes == (Scope.THE_DEAD,)
