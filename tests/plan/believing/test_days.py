"""Over how many days calls have been coming in."""

from stillhere.plan.believing.days import Days


def passed(*moments: str | None) -> int:
    days = Days()
    for moment in moments:
        days.add(moment)
    return days.passed(5)


def test_before_anything_was_received_no_day_has_passed() -> None:
    assert passed() == 0


def test_the_days_of_full_hours_are_counted_from_the_first_one() -> None:
    first = "2023-10-04T08:10"
    assert passed(first) == 1
    assert passed(first, "2023-10-05T07:50") == 1
    assert passed(first, "2023-10-05T08:20", "2023-10-04T20:00") == 2


def test_of_dates_alone_the_last_day_is_whole() -> None:
    assert passed("2023-10-04", "2023-10-06") == 3


def test_more_days_than_matter_are_not_counted() -> None:
    assert passed("2023-10-04T08:10", "2023-12-24T18:00") == 5


def test_a_list_that_states_no_day_is_taken_for_a_complete_one() -> None:
    assert passed(None) == passed("2023-10") == passed("", None) == 5


def test_beside_dated_calls_an_undated_one_says_nothing_of_when() -> None:
    assert passed("2023-10-04", None) == 1


def test_what_is_taken_away_never_counted() -> None:
    days = Days()
    days.add("2023-10-04")
    days.add("2023-10-05")
    days.add("2023-10-05")
    days.remove("2023-10-05")
    assert days.passed(5) == 2
    days.remove("2023-10-05")
    assert days.passed(5) == 1
