from pathlib import Path

import numpy as np
import pytest

from stillhere.exercise.running import Ground, Knock
from stillhere.exercise.running.sweep import Sweep, round_trip
from stillhere.exercise.running.ways import Ways
from stillhere.intake import read_world
from stillhere.plan import Atlas
from tests.exercise.running.towns import TOWN, tables


def _atlas(small: Path) -> Atlas:
    world = read_world(small)
    return Atlas.of(world.buildings, world.gazetteer)


def test_the_way_goes_through_every_dwelling_once(small: Path) -> None:
    atlas = _atlas(small)
    order = round_trip(atlas, Ways(atlas).town)
    assert sorted(order.tolist()) == list(range(len(atlas)))


def test_strips_are_walked_to_and_fro(tmp_path: Path) -> None:
    spots = [(0.0, 0.0), (0.1, 0.1), (0.2, 0.14), (0.2, 0.16), (0.1, 0.2), (0.0, 0.31)]
    shuffled = [3, 0, 5, 1, 4, 2]
    places = [(f"B{n}", TOWN, *spots[n], 1) for n in shuffled]
    atlas = tables(tmp_path, places)[1]
    order = round_trip(atlas, Ways(atlas).town).tolist()
    assert [shuffled[n] for n in order] == [0, 1, 2, 3, 4, 5]


def test_villages_follow_the_town_by_their_angle(tmp_path: Path) -> None:
    around = {"East": (9, 1), "South": (1, -9), "North": (-1, 9), "West": (-9, -1)}
    places = [(n, n, float(x), float(y), 1) for n, (x, y) in around.items()]
    atlas = tables(tmp_path, [*places, ("T", TOWN, 0.0, 0.0, 1)])[1]
    order = round_trip(atlas, Ways(atlas).town)
    codes = [atlas.codes[atlas.building[door]] for door in order.tolist()]
    assert codes == ["T", "East", "North", "West", "South"]


def test_flats_of_a_building_stay_together(small: Path) -> None:
    atlas = _atlas(small)
    buildings = atlas.building[round_trip(atlas, Ways(atlas).town)]
    changes = int((np.diff(buildings) != 0).sum())
    assert changes + 1 == len(set(buildings.tolist()))


@pytest.fixture
def street(tmp_path: Path) -> Sweep:
    """Eight teams, three houses each, in one street."""
    places = [(f"B{n}", TOWN, n / 100, 0.0, 1) for n in range(24)]
    return Sweep(tables(tmp_path, places)[1])


def test_each_team_has_an_eighth(street: Sweep) -> None:
    first = [street.choose(team, -1, 0.0) for team in range(8)]
    assert first == [3 * team for team in range(8)]


def test_a_team_goes_on_where_it_stopped(street: Sweep) -> None:
    street.morning(0, ())
    assert [street.choose(0, -1, 0.0), street.choose(0, 0, 5.0)] == [0, 1]
    assert street.choose(0, 1, 597.0) == -1
    street.morning(1, ())
    assert [street.choose(0, -1, 0.0), street.choose(0, 2, 5.0)] == [2, 0]


def test_a_team_is_done_once_it_was_everywhere_that_day(street: Sweep) -> None:
    street.morning(0, ())
    assert [street.choose(1, -1, 0.0) for _ in range(4)] == [3, 4, 5, -1]


def test_closed_dwellings_are_skipped(street: Sweep) -> None:
    street.told(Knock(1, 0, 5.0, 0, 2, shut=True))
    street.morning(0, ())
    assert [street.choose(0, -1, 0.0) for _ in range(3)] == [0, 2, -1]


def test_a_knock_in_vain_closes_nothing(street: Sweep) -> None:
    street.told(Knock(0, 0, 5.0, 0, 0, shut=False))
    assert street.choose(0, -1, 0.0) == 0


def test_a_village_out_of_reach_stops_nobody(tmp_path: Path) -> None:
    places = [("B", TOWN, 0.0, 0.0, 1), ("F", "Long Ridge", 160.0, 0.0, 1)]
    sweep = Sweep(tables(tmp_path, places)[1])
    assert [sweep.choose(team, -1, 0.0) for team in range(8)] == [0] + [-1] * 7


def test_a_sweep_goes_everywhere_in_time(small: Path) -> None:
    played, findings = Ground(small).play("sweep", 160)
    assert (played.refused, findings) == ({}, ())
    assert played.knocks > 1500
    assert played.curve.found[-1] > played.curve.people / 2
