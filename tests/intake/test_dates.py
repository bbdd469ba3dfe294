import pytest

from stillhere.intake.dates import (
    ages_of,
    read_age,
    read_birth,
    read_date,
    read_moment,
    read_time,
)
from stillhere.reports.statements import Birth


@pytest.mark.parametrize(
    "text",
    [
        "27.09.1957",
        "27/9/1957",
        "27-09-1957",
        "27/9/57",
        "1957-09-27",
        "1957.09.27",
        "1957-09-27 00:00:00",
        "27 сентября 1957 г.",
        "27 Сент. 1957",
        "September 27, 1957",
        "27 Sep 1957",
        "1957 թ. սեպտեմբերի 27",
        "27 սեպտեմբերի 1957 թ.",
        "27 sentyabr 1957-ci il",
        "27.09.1957 г.р.",
        "19570927",
        "27091957",
        "09/27/1957",
    ],
)
def test_one_day_in_every_written_form(text: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.iso == "1957-09-27"
    assert not date.swappable


@pytest.mark.parametrize("text", ["", "x", "27.13", "abc 12", "97123456"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_day_that_could_be_a_month_is_swappable() -> None:
    assert read_birth("03.04.1957") == Birth(1957, 1957, 4, 3, swappable=True)
    assert read_birth("1957-04-03") == Birth(1957, 1957, 4, 3, swappable=True)
    assert read_birth("04.04.1957") == Birth(1957, 1957, 4, 4)
    assert read_birth("3 апреля 1957") == Birth(1957, 1957, 4, 3)


def test_month_first_is_believed_where_the_numbers_allow_it() -> None:
    assert read_birth("3/4/1957", month_first=True) == Birth(
        1957, 1957, 3, 4, swappable=True
    )
    assert read_birth("27/4/1957", month_first=True) == Birth(1957, 1957, 4, 27)


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("1957", Birth(1957, 1957)),
        ("1957 թ.", Birth(1957, 1957)),
        ("1957 г.р.", Birth(1957, 1957)),
        ("около 1957", Birth(1957, 1957)),
        ("1950-1955", Birth(1950, 1955)),
        ("сентябрь 1957", Birth(1957, 1957, 9)),
        ("21090", Birth(1957, 1957, 9, 27)),
    ],
)
def test_births_of_less_precision(text: str, birth: Birth) -> None:
    assert read_birth(text) == birth


def test_a_birth_that_cannot_be_read_is_none() -> None:
    assert read_birth("неизвестно") is None
    assert read_birth("1900 or 1990") is None


def test_an_age_gives_the_two_years_that_fit() -> None:
    assert read_age("70", "2023-09-27") == Birth(1952, 1953, from_age=True)
    assert read_age("70-75 лет", "2023") == Birth(1947, 1953, from_age=True)
    assert read_age("8 мес.", "2023-09-27") == Birth(2022, 2023, from_age=True)
    assert read_age("180", "2023-09-27") is None
    assert ages_of("около 80") == (80, 80)


@pytest.mark.parametrize(
    ("text", "clock", "iso"),
    [
        ("2023-10-04 10:26", "", "2023-10-04T10:26"),
        ("2023-10-04T13:05:00.000+04:00", "", "2023-10-04T13:05"),
        ("04.10.2023 9:05", "", "2023-10-04T09:05"),
        ("04.10.2023", "14.30", "2023-10-04T14:30"),
        ("04.10.2023", "2:30 PM", "2023-10-04T14:30"),
        ("4 октября 2023, 10:26", "", "2023-10-04T10:26"),
        ("октябрь 2023", "10:00", "2023-10"),
        ("04.10.2023", "", "2023-10-04"),
    ],
)
def test_moments(text: str, clock: str, iso: str) -> None:
    assert read_moment(text, clock) == iso


def test_a_day_that_does_not_exist_leaves_its_year() -> None:
    assert read_birth("31.02.1957") == Birth(1957, 1957)


def test_a_time_that_no_clock_shows_is_none() -> None:
    assert read_time("25:10") is None
    assert read_time("") is None
