from pathlib import Path

import pytest

from stillhere.exercise.running import Ground
from stillhere.exercise.running.news import News, news_of
from stillhere.intake import Import, Operation, read_text
from stillhere.reports import EXERCISE_KEY

HOUR_0 = "2023-10-04T08:00:00+04:00"
_CALLS = "Received,Caller,Phone,Message\n"


def _calls(*stamps: str) -> Import:
    rows = (f"{at},neighbour,99{n},old man at no {n}\n" for n, at in enumerate(stamps))
    return read_text(
        _CALLS + "".join(rows), "hotline.csv", source="hotline", key=EXERCISE_KEY
    )


def _days(imported: Import, operation: Operation | None = None) -> dict[str, int]:
    """Day on which each row is known, by its stated time."""
    news = news_of(imported, operation or Operation(hour_0=HOUR_0))
    return {
        report.fields["Received"]: day
        for day, reports in news.days.items()
        for report in reports
        if "Received" in report.fields
    }


def test_a_call_is_known_on_the_morning_after_its_hour() -> None:
    stamps = {
        "2023-10-04 08:00": 1,
        "2023-10-04 23:59": 1,
        "2023-10-05 07:59": 1,
        "2023-10-05 08:00": 2,
        "2023-10-08 12:30": 5,
    }
    assert _days(_calls(*stamps)) == stamps


def test_a_call_from_before_hour_0_is_known_at_once() -> None:
    assert _days(_calls("2023-10-04 07:59", "2023-10-04 12:00")) == {
        "2023-10-04 07:59": 0,
        "2023-10-04 12:00": 1,
    }


def test_a_call_of_a_day_is_known_when_the_day_is_over() -> None:
    assert _days(_calls("2023-10-03", "2023-10-04", "2023-10-05")) == {
        "2023-10-03": 0,
        "2023-10-04": 1,
        "2023-10-05": 2,
    }


def test_a_call_without_a_day_is_known_at_once_and_said_so() -> None:
    dated = [f"2023-10-05 09:{minute}" for minute in range(10, 30)]
    imported = _calls(*dated, "in the morning")
    news = news_of(imported, Operation(hour_0=HOUR_0))
    assert _days(imported)["in the morning"] == 0
    assert [finding.code for finding in news.findings] == [
        "exercise/calls-without-hour"
    ]
    assert "1 calls" in news.findings[0].sentence


def test_hour_0_is_read_by_the_clocks_of_the_place() -> None:
    by_utc = Operation(hour_0="2023-10-04T04:00:00Z", time_zone="Asia/Yerevan")
    assert _days(_calls("2023-10-05 07:59", "2023-10-05 08:00"), by_utc) == {
        "2023-10-05 07:59": 1,
        "2023-10-05 08:00": 2,
    }


@pytest.mark.parametrize("hour_0", [None, "soon"])
def test_without_hour_0_that_of_the_exercise_holds(hour_0: str | None) -> None:
    imported = _calls("2023-10-04 09:00")
    news = news_of(imported, Operation(hour_0=hour_0))
    assert [finding.code for finding in news.findings] == ["exercise/hour-0-missing"]
    assert _days(imported, Operation(hour_0=hour_0)) == {"2023-10-04 09:00": 1}


@pytest.fixture(scope="module")
def news(small: Path) -> News:
    return Ground(small).news


def test_every_report_is_handed_over_once(news: News) -> None:
    everything = [report.id for reports in news.days.values() for report in reports]
    assert len(everything) == len(set(everything)) > 3000
    assert news.findings == ()
    assert list(news.at(99)) == []


def test_only_calls_and_requests_come_later(news: News) -> None:
    later = {
        report.source.partition("/")[0]
        for day in range(1, 6)
        for report in news.at(day)
    }
    assert later == {"hotline", "tracing"}


def test_day_0_has_no_call(news: News) -> None:
    rows = [report for report in news.at(0) if report.kind == "row"]
    assert rows
    assert not [r for r in rows if r.source.startswith(("hotline", "tracing"))]


def test_calls_come_on_each_of_five_mornings(news: News) -> None:
    assert sorted(news.days) == [0, 1, 2, 3, 4, 5]
    assert all(len(news.at(day)) > 5 for day in range(1, 6))
