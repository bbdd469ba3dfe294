"""The product in the loop: believed at once, stored in the evening, rebuilt at the end."""

from collections.abc import Callable, Mapping

import pytest

from stillhere.exercise import make_world
from stillhere.exercise.running import product
from stillhere.exercise.running.clock import Clock, Played
from stillhere.exercise.running.run import Ground
from stillhere.intake import World
from stillhere.plan import Atlas, PlanRules

SCALE, HOURS = 0.04, 160.0
Made = Callable[[World, Atlas], product.Product]


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory, whole: bool) -> Ground:
    """A core world nothing was fitted on."""
    folder = tmp_path_factory.mktemp("played") / "core"
    make_world("khankendi", 39, folder, core=True, scale=1.0 if whole else SCALE)
    return Ground(folder)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A full world, with phones."""
    folder = tmp_path_factory.mktemp("played") / "full"
    make_world("khankendi", 39, folder, core=False, scale=SCALE)
    return Ground(folder)


def played(ground: Ground, make: Made) -> Played:
    """Played here, not in a process of its own."""
    doors, _ = ground.doors()
    policy = make(ground.world, ground.atlas)
    clock = Clock(policy, doors, ground.ways, ground.happening)
    return clock.run(HOURS, ground.news, lambda _what, _share: None)


def same(digests: Mapping[str, str]) -> bool:
    """Whether what was followed is what one build of everything gives."""
    return all(digests[n] == digests[f"{n} rebuilt"] for n in ("picture", "belief"))


@pytest.mark.proof
def test_following_every_knock_and_evening_gives_what_one_build_gives(
    core: Ground,
) -> None:
    run = played(core, product.stillhere)
    assert same(run.digests)
    assert run.knocks > 100
    assert not run.refused
    assert run.curve.found[-1] > 0.5 * run.curve.people


def test_travel_in_the_rank_finds_half_sooner_than_belief_alone(core: Ground) -> None:
    near = played(core, product.stillhere)
    anywhere = played(core, product.believing)
    assert same(anywhere.digests)
    assert near.knocks > anywhere.knocks
    assert near.curve.found[-1] >= anywhere.curve.found[-1]


def test_numbers_on_file_are_called_and_what_is_said_is_stored(full: Ground) -> None:
    calling, _ = full.play(f"{product.__name__}:weighted", HOURS)
    silent, _ = full.play(f"{product.__name__}:not_calling", HOURS)
    assert calling.calls > 0 == silent.calls
    assert same(calling.digests)
    assert calling.digests["picture"] != silent.digests["picture"]


def test_whoever_counts_once_counts_as_anybody_else() -> None:
    shipped = PlanRules.shipped()
    alike = product.all_alike(shipped)
    assert set(alike.tables["weight"].values()) == {shipped.number("weight", "default")}
    assert alike.tables["time"] == shipped.tables["time"]
    assert alike.digest != shipped.digest
