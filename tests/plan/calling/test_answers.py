"""What came of a call becomes reports that count like any other."""

import json

import pytest

from stillhere.ledger import Picture
from stillhere.pipeline import build, update
from stillhere.plan.calling import Told, answered, unanswered
from stillhere.plan.calling.numbers import phone_of
from stillhere.reports import Report, ReportId
from stillhere.reports.statements import DialledStatement
from stillhere.vocabulary import CallOutcome, ReportKind, Status
from tests.plan import town
from tests.plan.calling.phones import (
    ALONE,
    ASKED_FOR_ALONE,
    FAMILY,
    WHEN,
    caller,
    ranked,
)


def statuses(picture: Picture) -> dict[str, Status]:
    """Name to status."""
    return {entry.name: entry.status for entry in picture.entries.values()}


def test_who_is_safe_leaves_the_list_by_the_rule_of_one_list_more() -> None:
    picture, (call,) = ranked(FAMILY)
    said = answered(call, call.people[:2], WHEN, caller(picture), Told(where="Goris"))
    after = update(picture, said)
    settled = [after.entry(person) for person in call.people[:2]]
    assert {e.status for e in settled} == {Status.ARRIVED}
    assert {(e.where, e.lists, e.since) for e in settled} == {("Goris", 1, WHEN)}
    assert after.entry(call.people[2]).status is Status.UNACCOUNTED
    assert len(after.entries) == len(picture.entries)
    assert (
        build([*town.profiles(), *FAMILY, *said], town.OPERATION, town.AS_OF) == after
    )


def test_those_who_are_safe_together_are_one_party() -> None:
    picture, (call,) = ranked(FAMILY)
    after = update(picture, answered(call, call.people, WHEN, caller(picture)))
    parties = [h for h in after.households.values() if h.source == "calls made"]
    assert [len(party.members) for party in parties] == [3]


def test_word_of_an_enquirer_takes_nobody_dependent_off_the_list() -> None:
    picture, calls = ranked([ALONE, ASKED_FOR_ALONE])
    said = answered(calls[1], calls[1].people, WHEN, caller(picture))
    after = update(picture, said)
    (entry,) = after.entries.values()
    assert entry.status is Status.PROBABLY_ARRIVED
    (judgement,) = (r for r in said if r.kind is ReportKind.JUDGEMENT)
    assert json.loads(judgement.body)["second"] == "needed"


def test_who_is_said_to_be_there_is_a_call_about_their_home() -> None:
    picture, (call,) = ranked(FAMILY)
    person = call.people[0]
    said = answered(call, (), WHEN, caller(picture), Told(there=(person,)))
    after = update(picture, said)
    entry = after.entry(person)
    assert entry.listed
    assert [ask.kind for ask in entry.asked_for] == ["call"]
    assert entry.home is not None
    assert said[1].id in after.places[entry.home.dwelling].calls
    assert len(after.entries) == len(picture.entries)


def test_a_call_that_told_nothing_is_kept_and_counts_as_nothing_else() -> None:
    picture, (call,) = ranked(FAMILY)
    said = unanswered(call, CallOutcome.NOT_ANSWERED, WHEN, caller(picture), "engaged")
    after = update(picture, [said])
    kept = after.statements[said.id]
    assert isinstance(kept, DialledStatement)
    assert (kept.number, kept.about, kept.date) == (call.id, call.people, WHEN)
    assert kept.note == "engaged"
    assert after.entries.digest == picture.entries.digest
    assert after.places.digest == picture.places.digest
    assert after.count("calls").value == 0


def test_nobody_counts_twice_who_is_named_twice() -> None:
    picture, (call,) = ranked(FAMILY)
    person = call.people[0]
    said = answered(
        call, (person, person), WHEN, caller(picture), Told(there=(person,))
    )
    assert [r.kind for r in said] == [
        ReportKind.DIALLED,
        ReportKind.PERSON,
        ReportKind.JUDGEMENT,
    ]


def test_somebody_who_is_in_no_picture_any_more_is_left_out() -> None:
    picture, (call,) = ranked(FAMILY)
    said = answered(call, (ReportId("0" * 32),), WHEN, caller(picture))
    assert [r.kind for r in said] == [ReportKind.DIALLED]


def test_the_same_answer_is_the_same_reports_until_it_is_taken_back() -> None:
    picture, (call,) = ranked(FAMILY)
    hand = caller(picture)
    first = answered(call, call.people, WHEN, hand)
    assert answered(call, call.people, WHEN, hand) == first
    gone = {report.id for report in first}
    again = type(hand)(picture, hand.key, hand.author, gone.__contains__)
    assert not gone & {r.id for r in answered(call, call.people, WHEN, again)}


@pytest.mark.parametrize("missing", ["number", "outcome"])
def test_a_call_without_number_or_outcome_states_nothing(missing: str) -> None:
    fields = {"number": f"{FAMILY[0].id}-0", "outcome": "not_answered"}
    fields[missing] = ""
    picture, _ = ranked([town.entry(ReportKind.DIALLED, fields)])
    assert len(picture.statements) == 0


def test_answers_hold_what_lists_hold_and_who_was_meant() -> None:
    picture, (call,) = ranked(FAMILY)
    said: Report = answered(call, call.people[:1], WHEN, caller(picture))[1]
    fields = said.fields
    entry = picture.entries[call.people[0]]
    assert f"{fields['family_name']} {fields['given_name']}" == entry.name
    assert fields["about"] == entry.id
    assert fields["phone"] == "097 00-00-01"
    assert (fields["settlement"], fields["flat"]) == ("Khankendi", "1")


def test_the_number_itself_is_in_no_report_of_a_call() -> None:
    picture, calls = ranked([*FAMILY, ALONE, ASKED_FOR_ALONE])
    for call in calls:
        said = unanswered(call, CallOutcome.WRONG_NUMBER, WHEN, caller(picture))
        assert call.written not in said.body
        assert call.phone not in said.body
        assert phone_of(picture, call.id) == call.phone


@pytest.mark.parametrize("number", ["-0", "-7", "-e"])
def test_a_call_to_a_number_that_is_on_file_no_more_holds_nothing_back(
    number: str,
) -> None:
    picture, (call,) = ranked(FAMILY)
    said = unanswered(call, CallOutcome.WRONG_NUMBER, WHEN, caller(picture))
    fields = {**said.fields, "number": f"{'0' * 32}{number}"}
    assert len(ranked([*FAMILY, town.entry(ReportKind.DIALLED, fields)])[1]) == 1
