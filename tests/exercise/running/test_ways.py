from pathlib import Path

import numpy as np
import pytest

from stillhere.exercise.running.ways import BASE, Ways
from tests.exercise.running.towns import (
    BARN,
    FARM,
    FLAT_1,
    FLAT_2,
    HOUSE,
    PLACES,
    TOWN,
    tables,
)


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Ways:
    return Ways(tables(tmp_path_factory.mktemp("ways"))[1])


def _minutes(ways: Ways, at: int, door: int) -> float:
    return float(ways.minutes(at, np.array([door]))[0])


def test_inside_a_settlement_the_way_is_a_third_longer_at_20(ways: Ways) -> None:
    assert _minutes(ways, BASE, HOUSE) == pytest.approx(0.7 + 1.3 * 0.5 * 3)
    assert _minutes(ways, HOUSE, FLAT_1) == pytest.approx(0.7 + 1.3 * 1.0 * 3)


def test_between_settlements_two_kilometres_are_slow(ways: Ways) -> None:
    assert _minutes(ways, BASE, FARM) == pytest.approx(0.7 + 2 * 3 + 11 * 1.5)


def test_a_village_that_is_near_is_reached_at_20_all_the_way(tmp_path: Path) -> None:
    near = Ways(tables(tmp_path, (*PLACES[:2], ("V", "Hollow Mill", 1.2, 0.0, 1)))[1])
    assert _minutes(near, BASE, 4) == pytest.approx(0.7 + 1.3 * 1.2 * 3)


def test_the_next_flat_is_half_a_minute_away(ways: Ways) -> None:
    assert _minutes(ways, FLAT_1, FLAT_2) == 0.5
    assert _minutes(ways, FARM, BARN) == pytest.approx(0.7 + 1.3 * 0.1 * 3)


def test_a_knock_is_shorter_in_a_block(ways: Ways) -> None:
    assert ways.knock[[HOUSE, FLAT_1, FARM]].tolist() == [2.5, 1.5, 2.5]


def test_the_way_back_counts_from_villages_alone(ways: Ways) -> None:
    assert ways.back[[HOUSE, FLAT_1]].tolist() == [0.0, 0.0]
    assert ways.back[FARM] == pytest.approx(0.7 + 2 * 3 + 11 * 1.5)


def test_a_knock_fits_that_ends_at_the_very_end_of_the_day(ways: Ways) -> None:
    flat = np.array([FLAT_2])
    way = ways.minutes(FLAT_1, flat)
    assert ways.fits(flat, way, 598.0).tolist() == [True]
    assert ways.fits(flat, way, 598.001).tolist() == [False]


def test_a_knock_in_a_village_leaves_time_for_the_way_back(ways: Ways) -> None:
    farm = np.array([FARM])
    way = ways.minutes(BARN, farm)
    last = 600 - float(ways.back[FARM]) - 2.5 - float(way[0])
    assert ways.fits(farm, way, last - 1e-6).tolist() == [True]
    assert ways.fits(farm, way, last + 1e-6).tolist() == [False]


def test_a_village_too_far_for_one_day_is_not_reachable(tmp_path: Path) -> None:
    far = ("F", "Long Ridge", 160.0, 0.0, 1)
    atlas = tables(tmp_path, (*PLACES, far))[1]
    assert Ways(atlas).reachable().tolist() == [True] * 6 + [False]


def test_the_town_is_the_settlement_around_the_base(tmp_path: Path) -> None:
    atlas = tables(tmp_path, PLACES[::-1])[1]
    key = str(atlas.settlements[Ways(atlas).town])
    assert atlas.gazetteer.resolve(TOWN) == key
