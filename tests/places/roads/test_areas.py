from pathlib import Path

import numpy as np
import pytest

from stillhere.places.roads import Area, Course, pieces_in
from tests.places.roads.drawn import line, roads, street

Line = tuple[tuple[float, float], tuple[float, float]]
SQUARE = Area.within([(0, 0), (100, 0), (100, 100), (0, 100)], 10)


def touched(area: Area, *lines: Line) -> list[bool]:
    begin, end = (
        tuple(np.array(axis, float) for axis in zip(*ends, strict=True))
        for ends in zip(*lines, strict=True)
    )
    found: list[bool] = area.touches(begin, end).tolist()
    return found


@pytest.mark.parametrize(
    ("drawn", "inside"),
    [
        (((50, 50), (50, 50)), True),
        (((-50, 50), (150, 50)), True),
        (((-50, 120), (150, 120)), False),
        (((-50, 109), (150, 109)), True),
        (((105, 50), (300, 50)), True),
        (((111, 50), (300, 50)), False),
        (((40, 40), (60, 60)), True),
    ],
)
def test_a_line_comes_into_an_area_or_does_not(drawn: Line, *, inside: bool) -> None:
    assert touched(SQUARE, drawn) == [inside]


def test_a_circle_reaches_as_far_as_its_radius_and_margin() -> None:
    circle = Area.around(0, 0, 50)
    lines: list[Line] = [((60, -500), (60, 500)), ((45, 0), (45, 0))]
    assert touched(circle, *lines) == [False, True]
    assert touched(circle.wider(20), *lines) == [True, True]


def test_an_outline_of_two_points_is_the_line_between() -> None:
    fence = Area.within([(0, 0), (100, 0)], 5)
    assert touched(fence, ((50, 4), (50, 40)), ((50, 6), (50, 40))) == [True, False]


def test_pieces_in_an_area_are_those_that_come_into_it(tmp_path: Path) -> None:
    table = roads(tmp_path, line((1, 2, 3, 4), 300), {1: street(1, 2, 3, 4)})
    found = pieces_in(Course.of(table), Area.around(450, 60, 70))
    assert found.tolist() == [False, True, False]
    over = Area.within([(250, -20), (350, -20), (350, 20), (250, 20)], 0)
    assert pieces_in(Course.of(table), over).tolist() == [True, True, False]
