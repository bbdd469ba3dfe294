from collections import Counter

import numpy as np
import pytest

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.full.sheltering import Sheltered, shelter
from stillhere.exercise.full.weakening import (
    LYING,
    OTHERS,
    UNHELPED,
    daily_chances,
    deaths,
    group_of,
)
from stillhere.exercise.remaining import DEAD, GONE
from stillhere.exercise.world import make_core


def test_the_chance_rises_from_day_three() -> None:
    for group in (LYING, f"{LYING} cared", UNHELPED):
        chances = daily_chances(group, older=True)
        assert set(chances[:3].tolist()) == {assumed("dying", "before")}
        assert chances[3] > chances[2]
        assert (np.diff(chances[3:]) >= 0).all()
    assert len(set(daily_chances(OTHERS, older=False).tolist())) == 1


def test_care_lowers_it_and_it_has_a_highest_value() -> None:
    alone, cared = (
        daily_chances(LYING, older=True),
        daily_chances(f"{LYING} cared", older=True),
    )
    assert (cared[3:] == alone[3:] * assumed("dying", "cared")).all()
    assert alone.max() == assumed("dying", "bedridden_most")


def test_only_people_alive_at_hour_0_die_later(full: Sheltered) -> None:
    dying = deaths(full.world)
    states = full.world.remaining.state[list(dying)]
    assert not np.isin(states, [DEAD, GONE]).any()
    assert 0 <= min(dying.values()) <= max(dying.values()) < 24 * count("dying", "days")
    assert deaths(full.world) == dying


def test_as_many_die_as_the_chances_say() -> None:
    members: Counter[str] = Counter()
    died: Counter[str] = Counter()
    for seed in range(1, 7):
        world = shelter(make_core("khankendi", seed, 0.5)).world
        dying = deaths(world)
        for n, (group, _) in group_of(world).items():
            members[group] += 1
            died[group] += dying.get(n, 24 * 99) < 24 * 14
    for group in (LYING, f"{LYING} cared", UNHELPED):
        expected = 1 - np.prod(1 - daily_chances(group, older=True)[:14])
        spread = 3 * float(np.sqrt(expected * (1 - expected) / members[group]))
        assert died[group] / members[group] == pytest.approx(expected, abs=spread)


def test_somebody_able_to_walk_in_the_dwelling_is_help(full: Sheltered) -> None:
    groups = group_of(full.world)
    was = full.world.remaining
    cared = [n for n, (name, _) in groups.items() if name == f"{LYING} cared"]
    assert cared
    for n in cared:
        beside = np.flatnonzero(was.where == was.where[n])
        assert {1, 3} & set(was.state[beside].tolist())
