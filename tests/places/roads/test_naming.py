from pathlib import Path

import pytest

from stillhere.places.roads import Course, RoadNames, RoadTable
from tests.places.roads.drawn import at, line, roads, street


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> RoadTable:
    """A road of four ways to the east, a path beside it, and a street off its end."""
    nodes = {**line(range(1, 6), 200), 9: (200, 150), 10: (800, 150), 11: (900, 150)}
    lane = {1016: street(10, 11)}
    ways = {
        11: street(1, 2, highway="primary", ref="M12", name="Мира"),
        12: street(2, 3, highway="primary", ref="M12", bridge="yes"),
        13: street(3, 4, highway="primary", ref="M12"),
        14: street(4, 5, highway="primary", ref="M12"),
        15: street(2, 9, 4, highway="footway"),
        16: street(5, 10, name="Ընկույզի փողոց", name__en="Walnut Street"),
    }
    return roads(tmp_path, nodes, ways | lane)


def called(table: RoadTable, text: str) -> list[int] | None:
    """The ways a text means."""
    found = RoadNames(Course.of(table)).pieces(text)
    if found is None:
        return None
    return sorted(set(table.way_id[table.piece_way[found]].tolist()))


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("way 12", [12]),
        ("bridge, way/12", [12]),
        ("Way #12", [12]),
        ("way 99", None),
        ("№ 1016", [1016]),
        ("№ 16", None),
        ("M12", [11, 12, 13, 14]),
        ("м-12", [11, 12, 13, 14]),
        ("мира", [11]),
        ("Walnut Street", [16]),
        ("ул. Walnut", [16]),
        ("Nowhere Street", None),
        ("", None),
        ("way 11 - way 13", [11, 12, 13]),
        ("from way 14 to way 12", [12, 13, 14]),
    ],
)
def test_a_road_is_known_by_number_or_any_name(
    table: RoadTable, text: str, ways: list[int] | None
) -> None:
    assert called(table, text) == ways


def test_a_stretch_lies_between_two_points_on_roads_that_are_driven(
    table: RoadTable,
) -> None:
    points = [", ".join(map(str, at(x, 8))) for x in (220, 380, 780)]
    assert called(table, points[0]) == [12]
    assert called(table, f"{points[0]} - {points[1]}") == [12]
    assert called(table, f"{points[0]} – {points[2]}") == [12, 13, 14]


def test_a_point_far_from_every_road_names_none(table: RoadTable) -> None:
    far, near = (", ".join(map(str, at(200, y))) for y in (-400, 0))
    assert called(table, far) is None
    assert called(table, f"{near} - {far}") is None


def test_two_points_that_no_road_joins_name_nothing(tmp_path: Path) -> None:
    nodes = {1: (0, 0), 2: (100, 0), 3: (900, 0), 4: (1000, 0)}
    apart = roads(tmp_path, nodes, {1: street(1, 2), 2: street(3, 4)})
    assert called(apart, "way 1 - way 2") is None


def test_a_name_as_written_comes_before_one_that_folds_alike(tmp_path: Path) -> None:
    ways = {1: street(1, 2, name="Rose Street"), 2: street(2, 3, name="Rose")}
    table = roads(tmp_path, line((1, 2, 3)), ways)
    assert called(table, "rose") == [2]
    assert called(table, "Rose St.") == [1, 2]
