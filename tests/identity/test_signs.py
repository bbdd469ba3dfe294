"""Quick bounds never leave out a pair that reaches the floor."""

import numpy as np
from hypothesis import given, settings

from stillhere.identity import IdentityRules
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
    kept = parted.bounds.may_reach(parted.signs.take(a), parted.signs.take(b))
    reaches = world.scorer.w0(a, b) >= rules["shape"]["floor"]
    return int((reaches & ~kept).sum())


@settings(max_examples=60)
@given(worlds())
def test_no_pair_at_the_floor_is_left_out(rows: list[PersonStatement]) -> None:
    world = built(rows).world
    assert _lost(world, world.rules) == 0


@settings(max_examples=100)
@given(namesakes())
def test_none_is_left_out_among_namesakes(rows: list[PersonStatement]) -> None:
    assert _lost(built(rows, rules=MANY).world, MANY) == 0


@settings(max_examples=60)
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
    one, two = (parted.signs.take(np.array([slot])) for slot in (0, 1))
    assert not parted.bounds.may_reach(one, two)
    assert parted.bounds.may_reach(one, one)
