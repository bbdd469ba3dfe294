from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise.running import (
    Curve,
    Find,
    curve_csv,
    found_by,
    hours_to,
    marks_shape,
    read_curve,
)

FINDS = [Find(30.0, 2), Find(10.0, 1), Find(90.0, 6), Find(200.0, 1)]
CURVE = Curve.of(FINDS, 10, 160.0)


def test_a_curve_begins_at_0_and_ends_at_the_horizon() -> None:
    assert CURVE.hours == (0.0, 10.0, 30.0, 90.0, 160.0)
    assert CURVE.found == (0, 1, 3, 9, 9)


def test_the_file_has_a_row_per_find() -> None:
    assert curve_csv(CURVE).splitlines() == [
        "vehicle_hours,found,remaining",
        "0,0,10",
        "10,1,9",
        "30,3,7",
        "90,9,1",
        "160,9,1",
    ]


def test_hours_are_written_to_a_third_of_a_second() -> None:
    assert "\n1.2346,1,0\n" in curve_csv(Curve.of([Find(1.23456789, 1)], 1, 80.0))


@pytest.mark.parametrize(
    ("share", "hours"), [(0.1, 10), (0.2, 30), (0.3, 30), (0.9, 90), (0.95, 160)]
)
def test_hours_to_a_share(share: float, hours: float) -> None:
    assert hours_to(CURVE, share) == hours


@pytest.mark.parametrize(
    ("hour", "share"), [(0, 0), (9.99, 0), (10, 0.1), (89, 0.3), (90, 0.9), (500, 0.9)]
)
def test_share_found_by_an_hour(hour: float, share: float) -> None:
    assert found_by(CURVE, hour) == pytest.approx(share)


def test_where_there_is_nobody_everything_is_found() -> None:
    nobody = Curve.of([], 0, 80.0)
    assert (hours_to(nobody, 0.9), found_by(nobody, 0)) == (80.0, 1.0)


def test_a_curve_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "curve.csv"
    path.write_text(curve_csv(CURVE), encoding="utf-8")
    assert read_curve(path) == CURVE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vehicle_hours,found,remaining\n",
        "hours,found\n0,0\n",
        "vehicle_hours,found,remaining\n0,0,many\n",
        "vehicle_hours,found,remaining\n80,3,1\n0,0,4\n",
    ],
)
def test_what_is_no_curve_is_not_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "curve.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StillHereError, match=r"curve\.csv is missing or is no curve"):
        read_curve(path)


def test_marks_say_what_was_not_reached() -> None:
    assert marks_shape(CURVE) == {
        "people": 10,
        "found": 9,
        "remaining": 1,
        "horizon": 160.0,
        "hours_to": {"50": 90.0, "80": 90.0, "90": 90.0, "95": 160.0},
        "not_reached": ["95"],
        "found_after": {"80": 0.3},
    }
