from stillhere.plan.safety import check_in_times

HOUR = 3600


def test_a_team_calls_in_at_even_steps_until_it_turns_back_and_when_it_is_back() -> (
    None
):
    assert check_in_times([8 * HOUR, 7 * HOUR], 2 * HOUR) == (
        *(2 * HOUR, 4 * HOUR, 6 * HOUR),
        8 * HOUR,
    )


def test_a_short_day_has_the_time_to_be_back_by_alone() -> None:
    assert check_in_times([HOUR], 2 * HOUR) == (HOUR,)


def test_a_sheet_without_doors_has_no_times() -> None:
    assert check_in_times([], HOUR) == ()
