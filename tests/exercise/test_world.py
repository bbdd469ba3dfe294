"""The core world has the rates of the specification, at full size and in memory."""

import numpy as np
import pytest

from stillhere.exercise.households import ALONE, COUPLE
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.remaining import BEDRIDDEN, CHOSE_TO_STAY, DEAD, DETECTION
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World, make_core


def test_the_town_has_its_size(town: World) -> None:
    assert len(town.buildings.flats) == pytest.approx(5100 + 900 + 25 * 115, rel=0.15)
    assert len(town.buildings.of) == pytest.approx(19500, rel=0.06)
    assert len(town.persons) == pytest.approx(63000, rel=0.06)


def test_the_town_lies_within_its_edges(town: World) -> None:
    inside = town.buildings.settlement == 0
    assert np.abs(town.buildings.x[inside]).max() <= 1.7 + 0.045
    assert np.abs(town.buildings.y[inside]).max() <= 1.4 + 0.045
    blocks = inside & (town.buildings.flats > 1)
    assert int(blocks.sum()) == 900
    assert int(town.buildings.flats[blocks].min()) >= 4


def test_villages_lie_six_to_forty_five_kilometres_away(town: World) -> None:
    far = [np.hypot(p.x_km, p.y_km) for p in town.buildings.places[1:]]
    assert len(far) == 25
    assert min(far) >= 6
    assert max(far) <= 45


def test_households_have_the_stated_shares(town: World) -> None:
    h = town.people.households
    assert (h.kind == ALONE).mean() == pytest.approx(0.07, abs=0.006)
    assert (h.kind == COUPLE).mean() == pytest.approx(0.10, abs=0.008)
    others = h.kind > COUPLE
    assert h.size[others].mean() == pytest.approx(1 + 7 * 0.36, abs=0.04)
    assert h.older[h.first[others]].mean() == pytest.approx(0.36, abs=0.012)
    assert h.size[h.kind == ALONE].tolist() == [1] * int((h.kind == ALONE).sum())


def test_ages_and_sexes_are_those_of_the_region(town: World) -> None:
    ages = (HOUR_0.toordinal() - town.people.birth) / 365.2425
    assert ages.min() > 0
    assert ages.max() < 98
    assert ((ages >= 65) == town.people.older).mean() > 0.999
    assert (ages < 18).mean() == pytest.approx(0.31, abs=0.03)
    assert (ages >= 65).mean() == pytest.approx(0.18, abs=0.01)
    assert town.people.households.woman.mean() == pytest.approx(0.52, abs=0.03)


def test_disability_follows_age(town: World) -> None:
    disabled, older = town.people.disabled, town.people.older
    assert disabled[older].mean() == pytest.approx(0.064, abs=0.008)
    assert disabled[~older].mean() == pytest.approx(0.011, abs=0.002)


def test_as_many_remain_as_stated_over_seeds() -> None:
    counts = [
        int(make_core("khankendi", seed, 1.0).remaining.stays.sum())
        for seed in (7, 8, 9)
    ]
    assert 500 <= np.mean(counts) <= 600


def test_those_who_remain_follow_the_rates(town: World) -> None:
    h, stays = town.people.households, town.remaining.stays
    alone = (h.kind == ALONE)[h.of]
    assert stays[alone].mean() == pytest.approx(0.095, abs=0.025)
    couples = stays[(h.kind == COUPLE)[h.of]].reshape(-1, 2).mean(axis=1)
    assert (couples == 1.0).mean() == pytest.approx(0.03, abs=0.012)
    assert stays[town.people.disabled].mean() > 0.08


def test_states_agree_with_who_people_are(town: World) -> None:
    state, disabled = town.remaining.state, town.people.disabled
    assert disabled[state == BEDRIDDEN].all()
    assert not (disabled & town.remaining.stays & (state != BEDRIDDEN))[
        state != DEAD
    ].any()
    assert town.people.older[state == DEAD].all()
    assert not town.people.older[state == CHOSE_TO_STAY].any()


def test_only_who_can_walk_is_elsewhere_and_together(town: World) -> None:
    where, home = town.remaining.where, town.people.household
    moved = town.remaining.stays & (where != home)
    assert not np.isin(town.remaining.state[moved], [BEDRIDDEN, DEAD]).any()
    households = np.unique(home[moved])
    for household in households.tolist():
        assert len(set(where[moved & (home == household)].tolist())) == 1
    with_walkers = np.unique(home[town.remaining.stays])
    assert 0.02 < len(households) / len(with_walkers) < 0.14


def test_detection_has_its_mean_by_state(town: World) -> None:
    q, state = town.remaining.q, town.remaining.state
    for number in (1, 2, 3):
        mean = q[state == number].mean()
        assert mean == pytest.approx(DETECTION[number], abs=0.06)
    assert q[~town.remaining.stays].max() == 0


def test_siblings_share_a_father_and_never_a_name(town: World) -> None:
    h, names = town.people.households, town.people.names
    child = h.role == 2
    beside = child & np.roll(child, 1) & (h.of == np.roll(h.of, 1))
    assert (names.father == np.roll(names.father, 1))[beside].all()
    assert (names.given == np.roll(names.given, 1))[beside].mean() < 0.01


def test_there_are_twins_and_namesakes(town: World) -> None:
    h, birth = town.people.households, town.people.birth
    twins = (h.of == np.roll(h.of, 1)) & (birth == np.roll(birth, 1))
    assert 30 < twins.sum() < 600
    names = town.people.names
    village = town.buildings.settlement[town.buildings.of[h.of]]
    keys = np.stack([names.given, names.father, names.family, village], axis=1)
    in_villages = keys[village > 0]
    _, counts = np.unique(in_villages, axis=0, return_counts=True)
    assert (counts > 1).any()


def test_one_purpose_more_shifts_no_other() -> None:
    before = generator(7, "khankendi", Stream.AGES).random(3).tolist()
    generator(7, "khankendi", Stream.GIVEN).random(1000)
    assert generator(7, "khankendi", Stream.AGES).random(3).tolist() == before
    assert len({int(stream) for stream in Stream}) == len(list(Stream))
