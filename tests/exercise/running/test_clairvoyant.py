from collections.abc import Mapping
from pathlib import Path

import pytest

from stillhere.exercise.running import Ground, Knock, found_by, hours_to
from stillhere.exercise.running.clairvoyant import Clairvoyant
from tests.exercise.running.towns import (
    FARM,
    FLAT_1,
    FLAT_2,
    HOUSE,
    PLACES,
    TOWN,
    Place,
    tables,
)


def _knows(folder: Path, people: Mapping[int, int], *more: Place) -> Clairvoyant:
    return Clairvoyant(tables(folder, (*PLACES, *more))[1], people)


def test_an_empty_dwelling_is_never_chosen(tmp_path: Path) -> None:
    knows = _knows(tmp_path, {FLAT_2: 1})
    assert [knows.choose(team, -1, 0.0) for team in range(8)] == [FLAT_2] + [-1] * 7


def test_the_most_people_per_minute_come_first(tmp_path: Path) -> None:
    # The block is as far as the house and takes a minute less; two people cost another
    # twelve minutes at their door and are worth it.
    assert _knows(tmp_path / "1", {HOUSE: 1, FLAT_1: 1}).choose(0, -1, 0.0) == FLAT_1
    assert _knows(tmp_path / "2", {HOUSE: 2, FLAT_1: 1}).choose(0, -1, 0.0) == HOUSE


def test_one_person_in_a_village_waits_for_the_town(tmp_path: Path) -> None:
    knows = _knows(tmp_path, {FARM: 1, HOUSE: 1})
    assert [knows.choose(team, -1, 0.0) for team in range(3)] == [HOUSE, FARM, -1]


def test_a_full_village_is_worth_the_way(tmp_path: Path) -> None:
    # There and back 47 minutes, and 8 * 12 + 5.5 for the farm: .054 a minute, while one
    # person 10 km across the town costs 0.7 + 39 + 2.5 + 12: .018.
    far = ("C", TOWN, 10.0, 0.1, 1)
    middle = ("D", TOWN, -10.0, -0.1, 40)
    people = {FARM: 8, 6: 1}
    assert _knows(tmp_path / "1", people, far, middle).choose(0, -1, 0.0) == FARM
    few = {FARM: 1, 6: 1}
    assert _knows(tmp_path / "2", few, far, middle).choose(0, -1, 0.0) == 6


def test_only_sixty_stops_of_a_village_are_weighed(tmp_path: Path) -> None:
    def rate(doors: int) -> float:
        village = [(f"W{n}", "Long Ridge", 20.0, n / 100, 1) for n in range(doors)]
        people = {6 + n: 1 for n in range(doors)}
        knows = _knows(tmp_path / str(doors), people, *village)
        place = int(knows.atlas.settlement[6])
        return knows._run(place, 60.0, float("inf"))

    assert rate(30) < rate(60) == rate(61) == pytest.approx(60 / (60 + 60 * 17.5))


def test_a_run_ends_with_the_day(tmp_path: Path) -> None:
    knows = _knows(tmp_path, {FARM: 1, FARM + 1: 3})
    place = int(knows.atlas.settlement[FARM])
    assert knows._run(place, 40.0, 99.0) == pytest.approx(4 / (40 + 11 + 48))
    assert knows._run(place, 40.0, 98.9) == pytest.approx(3 / (40 + 5.5 + 36))
    assert knows._run(place, 40.0, 50.0) == 0.0


def test_after_a_miss_it_comes_again_the_next_day(tmp_path: Path) -> None:
    knows = _knows(tmp_path, {HOUSE: 1})
    assert [knows.choose(0, -1, 0.0), knows.choose(0, HOUSE, 5.0)] == [HOUSE, -1]
    knows.told(Knock(HOUSE, 0, 5.0, 0, 0, shut=False))
    knows.morning(1, ())
    assert knows.choose(0, -1, 0.0) == HOUSE


def test_a_door_that_was_found_is_left_alone(tmp_path: Path) -> None:
    knows = _knows(tmp_path, {HOUSE: 1})
    knows.told(Knock(HOUSE, 0, 5.0, 0, 1, shut=True))
    knows.morning(1, ())
    assert knows.choose(0, -1, 0.0) == -1


def test_it_finds_everybody_long_before_a_sweep(small: Path) -> None:
    ground = Ground(small)
    knows, findings = ground.play("clairvoyant", 240)
    sweep, _ = ground.play("sweep", 240)
    assert (knows.refused, findings) == ({}, ())
    for share in (0.5, 0.8, 0.9):
        assert hours_to(knows.curve, share) < hours_to(sweep.curve, share)
    assert found_by(knows.curve, 12) > 3 * found_by(sweep.curve, 12)
