"""Calls are ranked by unaccounted people settled per minute."""

from stillhere.plan import belief
from stillhere.plan.calling import answered, calls_to_make, unanswered
from stillhere.reports import Report
from stillhere.vocabulary import CallOutcome, WhoseNumber
from tests.plan import town
from tests.plan.calling.phones import (
    ALONE,
    ASKED_FOR_ALONE,
    FAMILY,
    HOME,
    SILENT,
    asked,
    caller,
    names,
    pictured,
    ranked,
)

EVERYBODY = (*FAMILY, ALONE, SILENT, ASKED_FOR_ALONE)


def missed(when: str, *reports: Report) -> list[Report]:
    """The reports and the first call of theirs, not answered."""
    picture, calls = ranked(reports)
    said = unanswered(calls[0], CallOutcome.NOT_ANSWERED, when, caller(picture))
    return [*reports, said]


def test_the_call_that_settles_most_a_minute_comes_first() -> None:
    picture, calls = ranked(EVERYBODY)
    assert [len(call.people) for call in calls] == [3, 1, 1]
    rates = [call.per_minute for call in calls]
    assert rates == sorted(rates, reverse=True)
    assert names(picture, calls[0].beside) == ["Avagyan Armen"]
    assert calls[0].written == "097 00-00-01"


def test_what_a_call_settles_is_who_is_safe_times_the_chance_of_an_answer() -> None:
    picture, calls = ranked(FAMILY)
    believed = belief(picture, town.ATLAS, town.RULES)
    safe = sum(1_000_000 - believed.people[person] for person in calls[0].people)
    assert calls[0].expected == safe * 600_000 // 1_000_000
    assert calls[0].seconds == 60 + (150 + 3 * 45) * 6 // 10


def test_a_second_number_counts_for_what_the_first_leaves() -> None:
    alone = ranked([ALONE])[1]
    both = ranked([ALONE, ASKED_FOR_ALONE])[1]
    assert [call.whose for call in both] == [
        WhoseNumber.HOUSEHOLD,
        WhoseNumber.ENQUIRER,
    ]
    assert len(alone) == 1
    without_first = both[1].expected * 10 // 4
    left = (
        1_000_000
        - belief(pictured(ALONE, ASKED_FOR_ALONE), town.ATLAS, town.RULES).people[
            both[1].people[0]
        ]
    )
    assert abs(without_first - left * 7 * 3 // 100) < 5


def test_one_who_asks_for_two_people_is_called_once() -> None:
    other = asked("Galstyan Vera", "1950-05-05", "Mill Street 1", "8 900 111 22 33")
    _, calls = ranked([ALONE, SILENT, ASKED_FOR_ALONE, other])
    assert [len(c.people) for c in calls if c.whose is WhoseNumber.ENQUIRER] == [2]


def test_a_number_that_was_not_answered_waits_and_then_counts_for_less() -> None:
    reports = missed("2023-10-09T08:00", *FAMILY)
    assert ranked(reports, "2023-10-09T10:59:00+04:00")[1] == ()
    (again,) = ranked(reports, "2023-10-09T11:00:00+04:00")[1]
    (first,) = ranked(FAMILY)[1]
    assert (again.tries, again.answered) == (1, 300_000)
    assert again.expected == first.expected // 2


def test_waits_grow_and_a_number_that_never_answers_rests() -> None:
    picture, (call,) = ranked(FAMILY)
    times = ["2023-10-05T08:00", "2023-10-05T12:00", "2023-10-06T12:00"]
    said = [
        unanswered(call, CallOutcome.NOT_ANSWERED, when, caller(picture))
        for when in times
    ]
    assert ranked([*FAMILY, *said], "2023-10-07T11:59")[1] == ()
    assert len(ranked([*FAMILY, *said], "2023-10-07T12:00")[1]) == 1
    more = [
        unanswered(call, CallOutcome.NOT_ANSWERED, when, caller(picture))
        for when in ("2023-10-07T12:00", "2023-10-09T13:00")
    ]
    assert ranked([*FAMILY, *said, *more], "2023-12-31T00:00")[1] == ()


def test_a_call_of_which_only_the_day_is_known_was_made_at_its_end() -> None:
    reports = missed("2023-10-08", *FAMILY)
    assert ranked(reports, "2023-10-09T02:59")[1] == ()
    assert len(ranked(reports, "2023-10-09T03:00")[1]) == 1
    assert len(ranked(reports, "2023-10-09")[1]) == 1


def test_a_household_that_answered_is_not_called_again_by_another_number() -> None:
    second = town.resident(6, "Avagyan Karo", "1990-03-12", HOME, Phone="077 123456")
    reports = [*FAMILY, second]
    picture, calls = ranked(reports)
    assert len(calls) == 2
    said = answered(calls[0], (), "2023-10-09T08:00", caller(picture))
    assert ranked([*reports, *said])[1] == ()


def test_an_enquirer_who_has_not_heard_leaves_the_household_to_be_called() -> None:
    reports = [ALONE, ASKED_FOR_ALONE]
    picture, calls = ranked(reports)
    said = answered(calls[1], (), "2023-10-09T08:00", caller(picture))
    (left,) = ranked([*reports, *said])[1]
    assert left.whose is WhoseNumber.HOUSEHOLD


def test_wrong_numbers_and_those_who_ask_for_it_are_left_in_peace() -> None:
    picture, (call,) = ranked(FAMILY)
    for outcome in (CallOutcome.WRONG_NUMBER, CallOutcome.NOT_AGAIN):
        said = unanswered(call, outcome, "2023-10-09T08:00", caller(picture))
        assert ranked([*FAMILY, said], "2023-12-31")[1] == ()


def test_the_order_does_not_depend_on_the_order_of_reports() -> None:
    assert ranked(EVERYBODY)[1] == ranked(EVERYBODY[::-1])[1]


def test_somebody_of_whom_nothing_is_believed_is_taken_from_the_rules() -> None:
    picture = pictured(ALONE)
    nowhere = belief(pictured(), town.ATLAS, town.RULES)
    (call,) = calls_to_make(picture, nowhere, town.RULES)
    assert call.expected == 800_000 * 6 // 10


def test_no_call_shows_its_number_where_one_is_logged() -> None:
    for call in ranked(EVERYBODY)[1]:
        assert call.phone[-6:] not in repr(call)
        assert call.written not in repr(call)
