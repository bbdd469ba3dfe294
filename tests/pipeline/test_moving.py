"""A picture at another date is what a build at that date gives."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.pipeline import build, moved, update
from stillhere.pipeline.evidence import evidence_of
from stillhere.reports import Report
from tests.pipeline.lists import RULES, correction, judged, withdrawal
from tests.properties.machine_town import CLAIMS, LISTED, PROFILE_REPORTS

DECISIONS = (
    judged("same", LISTED[0], LISTED[9]),
    correction(LISTED[2], {"Family": "Galstyan"}),
    correction(LISTED[10], {"Name": "Saroyan"}),
    withdrawal(LISTED[3].id),
)
REPORTS = (*CLAIMS, *PROFILE_REPORTS[:4], PROFILE_REPORTS[5], *DECISIONS)
DATES = (
    *("2023-10-01", "2023-10-05", "2023-10-05T12:00", "2023-10-06"),
    *("2023-12-31", "2024-01-01", "2025-06-01"),
)
dates = st.sampled_from(DATES)


def _expiring(reports: tuple[Report, ...], expiries: list[str | None]) -> list[Report]:
    return [
        replace(report, stamp=replace(report.stamp, expires=expires))
        for report, expires in zip(reports, expiries, strict=True)
    ]


@given(
    st.lists(st.none() | dates, min_size=len(REPORTS), max_size=len(REPORTS)),
    st.lists(dates, min_size=1, max_size=4),
    st.integers(0, len(REPORTS)),
)
def test_moved_it_is_what_a_build_gives(
    expiries: list[str | None], days: list[str], cut: int
) -> None:
    reports = _expiring(REPORTS, expiries)
    picture = build(reports[:cut], RULES, days[0])
    for day in days[1:]:
        picture = moved(picture, day)
        assert picture == build(reports[:cut], RULES, day)
    later = update(picture, reports[cut:])
    assert later == build(reports, RULES, days[-1])
    assert later.findings == build(reports, RULES, days[-1]).findings


def test_the_picture_it_was_moved_from_stays_as_it_is() -> None:
    reports = _expiring(REPORTS, ["2023-10-06"] * len(REPORTS))
    picture = build(reports, RULES, "2023-10-05")
    later = moved(picture, "2023-10-06")
    assert len(later.entries) == 0
    assert picture == build(reports, RULES, "2023-10-05")
    assert update(picture, DECISIONS) == build(
        [*reports, *DECISIONS], RULES, "2023-10-05"
    )


def test_the_same_date_gives_the_same_picture() -> None:
    picture = build(REPORTS, RULES, "2023-10-05")
    assert moved(picture, "2023-10-05") is picture


@pytest.mark.parametrize("day", ["2023-11-05", "2023-12-31T23:59"])
def test_where_nothing_expires_all_entries_are_shared(day: str) -> None:
    picture = build(REPORTS, RULES, "2023-10-05")
    later = moved(picture, day)
    assert evidence_of(later) is evidence_of(picture)
    assert later.entries is picture.entries
    assert later.digest != picture.digest
