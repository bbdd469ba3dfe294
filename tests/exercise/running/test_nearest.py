from pathlib import Path

import pytest

from stillhere.exercise.running import Ground, Knock
from stillhere.exercise.running.nearest import Nearest
from tests.exercise.running.towns import TOWN, tables


@pytest.fixture
def street(tmp_path: Path) -> Nearest:
    """A block of two at the base, then houses further and further east."""
    block = ("A", TOWN, 0.0, 0.0, 2)
    places = [block, *((f"B{n}", TOWN, n / 5, 0.0, 1) for n in range(1, 4))]
    return Nearest(tables(tmp_path, places)[1])


def test_the_next_flat_is_nearer_than_any_house(street: Nearest) -> None:
    assert [street.choose(0, at, 0.0) for at in (-1, 0, 1, 2)] == [0, 1, 2, 3]


def test_nobody_goes_where_somebody_goes_today(street: Nearest) -> None:
    assert [street.choose(team, -1, 0.0) for team in range(6)] == [0, 1, 2, 3, 4, -1]


def test_the_least_visited_come_first(street: Nearest) -> None:
    assert [street.choose(0, -1, 0.0), street.choose(1, -1, 0.0)] == [0, 1]
    street.morning(1, ())
    assert [street.choose(team, -1, 0.0) for team in range(5)] == [2, 3, 4, 0, 1]


def test_closed_dwellings_are_left_out(street: Nearest) -> None:
    street.told(Knock(0, 0, 5.0, 0, 1, shut=True))
    assert street.choose(0, -1, 0.0) == 1


def test_of_the_least_visited_one_that_fits_is_taken(street: Nearest) -> None:
    # Half a minute of way and 1.5 of knock fit; a house takes 4 at least.
    assert street.choose(0, -1, 0.0) == 0
    assert street.choose(0, 0, 597.0) == 1
    assert street.choose(0, 1, 597.0) == -1


def test_nearest_is_never_refused(small: Path) -> None:
    played, findings = Ground(small).play("nearest", 160)
    assert (played.refused, findings) == ({}, ())
    assert played.curve.found[-1] > 0
