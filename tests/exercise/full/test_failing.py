import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from stillhere.exercise import make_world
from stillhere.exercise.full.failing import draw_together
from stillhere.exercise.list_calls import calls
from stillhere.exercise.list_register import registered_households
from stillhere.exercise.list_social import social_service
from stillhere.exercise.list_tracing import tracing
from stillhere.exercise.world import World


@pytest.fixture(scope="module")
def failing(town: World) -> World:
    """The whole core town, its lists failing together."""
    return replace(town, together=draw_together(town))


def test_a_whole_village_is_missing_from_the_register(failing: World) -> None:
    kept = np.array(registered_households(failing))
    homes = failing.buildings.settlement[failing.buildings.of]
    assert failing.together is not None
    assert len(failing.together.missing) == 1
    for n, place in enumerate(failing.buildings.places):
        share = kept[homes == n].mean()
        if n in failing.together.missing:
            assert place.kind == "village"
            assert share == 0
        else:
            assert share > 0.8


def _sources(world: World) -> list[set[int]]:
    """Of those who remain: who is called about, asked for, in care."""
    _, places = calls(world)
    told = {str(p["dwelling"]) for p in places if p["true"]}
    where = world.remaining.where
    stays = np.flatnonzero(world.remaining.stays).tolist()
    called = {n for n in stays if world.buildings.dwelling(int(where[n])) in told}
    asked = {p for sheet in tracing(world) for p in sheet.people if p is not None}
    cared = {p for p in social_service(world).people if p is not None}
    return [called, asked & set(stays), cared & set(stays)]


def _overlap(a: set[int], b: set[int], of: int) -> float:
    """How many more are in both than if the two were independent."""
    return len(a & b) / (len(a) * len(b) / of)


def test_calls_requests_and_care_know_the_same_people(
    town: World, failing: World
) -> None:
    remaining = int(town.remaining.stays.sum())
    apart, tied = _sources(town), _sources(failing)
    for alone, shared in zip(apart, tied, strict=True):
        assert len(shared) == pytest.approx(len(alone), rel=0.25)
    assert _overlap(apart[0], apart[1], remaining) == pytest.approx(1, abs=0.25)
    assert _overlap(tied[0], tied[1], remaining) > 1.6
    disabled = set(np.flatnonzero(town.people.disabled & town.remaining.stays).tolist())
    among = [source & disabled for source in tied]
    assert _overlap(among[0], among[2], len(disabled)) > 1.2


def test_a_core_world_can_fail_together_and_says_so(tmp_path: Path) -> None:
    for name, together in (("apart", False), ("together", True)):
        make_world(
            "khankendi",
            7,
            tmp_path / name,
            core=True,
            scale=0.08,
            together=together,
        )
    said = (tmp_path / "together/truth/world.json").read_text("utf-8")
    assert '"together": true' in said
    assert "together" not in (tmp_path / "apart/truth/world.json").read_text("utf-8")
    assert _people(tmp_path / "apart") == _people(tmp_path / "together")


def _people(folder: Path) -> list[list[str]]:
    with (folder / "truth/persons.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
