from collections import Counter

import numpy as np
import pytest

from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.full.places import SHELTERS
from stillhere.exercise.full.sheltering import Sheltered, shelter
from stillhere.exercise.households import ALONE
from stillhere.exercise.remaining import BEDRIDDEN, DEAD, GONE
from stillhere.exercise.world import World, make_core


def _in(full: Sheltered, *kinds: str) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    there = np.isin(full.world.remaining.where, full.dwellings(*kinds))
    return np.flatnonzero(there)


def test_two_in_a_hundred_of_those_who_remain_are_in_hiding(full: Sheltered) -> None:
    remaining = int(full.world.remaining.stays.sum())
    hidden = len(_in(full, *SHELTERS))
    assert hidden / remaining == pytest.approx(0.02, abs=0.004)


def test_who_is_in_hiding_can_walk_and_left_nobody_behind(full: Sheltered) -> None:
    was = full.world.remaining
    hidden = _in(full, *SHELTERS)
    assert not np.isin(was.state[hidden], [BEDRIDDEN, DEAD, GONE]).any()
    for n in hidden.tolist():
        household = int(full.world.people.household[n])
        stayed = [m for m in full.world.members(household) if was.stays[m]]
        assert set(stayed) <= set(hidden.tolist())


def test_most_other_places_hold_nobody(full: Sheltered) -> None:
    used = np.unique(full.world.remaining.where[_in(full, *SHELTERS)])
    assert len(used) < 0.1 * len(full.dwellings(*SHELTERS))


def test_patients_and_residents_are_many_in_one_building(full: Sheltered) -> None:
    people = len(full.world.persons)
    patients, residents = _in(full, "hospital"), _in(full, "care_home")
    assert len(patients) == round(assumed("sheltered", "patients") * people)
    assert len(residents) == round(assumed("sheltered", "residents") * people)
    wards = Counter(full.world.remaining.where[patients].tolist())
    assert 1 < max(wards.values()) < len(patients)
    h = full.world.people.households
    assert (h.kind[h.of[residents]] == ALONE).all()
    lies = full.world.remaining.state[patients] == BEDRIDDEN
    assert 0.3 < lies.mean() < 0.8
    assert full.world.remaining.q[patients].min() > 0


def test_everyone_else_is_where_the_core_world_has_them(
    town: World, full: Sheltered
) -> None:
    moved = np.isin(full.world.remaining.where, full.dwellings(*SHELTERS))
    moved |= np.isin(
        full.world.remaining.where, full.dwellings("hospital", "care_home")
    )
    for name in ("state", "where", "q"):
        before = getattr(town.remaining, name)
        after = getattr(full.world.remaining, name)
        assert (before[~moved] == after[~moved]).all()


def test_the_smallest_world_has_somebody_everywhere() -> None:
    small = shelter(make_core("khankendi", 3, 0.01))
    assert len(_in(small, "hospital")) == 3
    assert len(_in(small, "care_home")) == 3
    assert len(_in(small, *SHELTERS)) >= 0
    again = shelter(make_core("khankendi", 3, 0.01))
    assert (again.world.remaining.where == small.world.remaining.where).all()
