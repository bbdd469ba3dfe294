"""Quick bounds never leave out a pair that reaches the floor."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from stillhere.identity import IdentityRules, name_bounds
from stillhere.identity.counting.rarities import count_names
from stillhere.identity.reach import Parted
from stillhere.identity.world import World
from stillhere.reports.statements import PersonStatement
from tests.identity.made import born, built, mention, worlds
from tests.identity.test_reach import MANY, namesakes


def _lost(world: World, rules: IdentityRules) -> int:
    """Pairs at the floor or above that the bounds leave out."""
    count = world.alive.size
    a, b = (side.ravel() for side in np.mgrid[0:count, 0:count])
    parted = Parted(world.features, rules)
    kept = parted.bounds.may_reach(parted.signs, a, b) & parted.may_reach(a, b)
    reaches = world.scorer.w0(a, b) >= rules["shape"]["floor"]
    return int((reaches & ~kept).sum())


@pytest.fixture(autouse=True, params=(0, 100))
def worth(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without tables of names."""
    monkeypatch.setattr(name_bounds, "WORTH", request.param)


UNHARMED = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@UNHARMED
@given(worlds())
def test_no_pair_at_the_floor_is_left_out(rows: list[PersonStatement]) -> None:
    world = built(rows).world
    assert _lost(world, world.rules) == 0


@UNHARMED
@given(namesakes())
def test_none_is_left_out_among_namesakes(rows: list[PersonStatement]) -> None:
    assert _lost(built(rows, rules=MANY).world, MANY) == 0


@UNHARMED
@given(namesakes())
def test_none_is_left_out_where_names_are_counted(rows: list[PersonStatement]) -> None:
    world = built(rows, rules=MANY).world
    count_names(world)
    assert _lost(world, MANY) == 0


def test_two_dates_of_one_name_and_another_town_are_left_out() -> None:
    rows = [
        mention("register", 1, "Levon", family="Melikyan", birth=born(1940, 3, 7)),
        mention("bus", 2, "Levon", family="Melikyan", birth=born(1962, 8, 11)),
    ]
    world = built(rows, rules=MANY).world
    parted = Parted(world.features, MANY)
    held = parted.bounds.may_reach(parted.signs, np.array([0, 0]), np.array([1, 0]))
    assert held.tolist() == [False, True]


def test_given_names_that_differ_are_told_beforehand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [
        mention(source, n, given, family=family, birth=born(1940, 3, 7))
        for n, (source, given, family) in enumerate(
            (
                ("register", "Levon", "Melikyan"),
                ("bus", "Armine", "Melikyan"),
                ("bus", "Levan", "Melikyan"),
                ("bus", "Melikyan", "Levon"),
                ("bus", "Hakob", "Levon"),
            )
        )
    ]
    world = built(rows, rules=MANY).world
    one, two = np.zeros(4, np.int64), np.arange(1, 5)
    # A name may stand in the other's place on one side alone.
    for worth, kept in ((0, [True] * 4), (100, [False, True, True, True])):
        monkeypatch.setattr(name_bounds, "WORTH", worth)
        parted = Parted(world.features, MANY)
        assert parted.bounds.may_reach(parted.signs, one, two).tolist() == kept


def test_family_names_that_differ_are_told_by_their_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(name_bounds, "WORTH", 100)
    rows = [
        mention(source, n, "Levon", family=family, birth=born(1940, month, 7))
        for n, (source, family, month) in enumerate(
            (
                ("register", "Melikyan", 3),
                ("bus", "Petrosyan", 5),
                ("bus", "Melikian", 3),
            )
        )
    ]
    world = built(rows, rules=MANY).world
    parted = Parted(world.features, MANY)
    zero = np.zeros(2, np.int64)
    assert parted.may_reach(zero, np.array([1, 2])).tolist() == [False, True]
