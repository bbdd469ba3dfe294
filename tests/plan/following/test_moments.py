import pytest

from stillhere.plan.following.moments import Clock

CLOCK = Clock("2023-10-09T08:00:00+04:00")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023-10-08", "2023-10-08T00:00+04:00"),
        ("2023-10-08T10:30", "2023-10-08T10:30+04:00"),
        ("2023-10-08T10:30:00Z", "2023-10-08T14:30+04:00"),
    ],
)
def test_a_moment_is_read_in_the_zone_of_now(text: str, written: str) -> None:
    moment = CLOCK.at(text)
    assert moment is not None
    assert CLOCK.written(moment) == written


@pytest.mark.parametrize("text", [None, "", "yesterday"])
def test_what_is_no_date_is_no_moment(text: str | None) -> None:
    assert CLOCK.at(text) is None


def test_a_clock_without_a_zone_reads_every_time_as_its_own() -> None:
    clock = Clock("2023-10-09T08:00")
    moment = clock.at("2023-10-08T08:00:00+04:00")
    assert moment is not None
    assert clock.days_since(moment) == 1
