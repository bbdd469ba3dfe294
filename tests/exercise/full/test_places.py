from collections import Counter

import numpy as np
import pytest

from stillhere.exercise.buildings import LANGUAGES
from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.full.places import OtherPlace, with_places
from stillhere.exercise.full.sheltering import Sheltered
from stillhere.exercise.world import World
from stillhere.places import fold_street, read_address


def test_other_places_are_rows_after_all_others(town: World, full: Sheltered) -> None:
    before, after = town.buildings, full.world.buildings
    many = len(before.flats)
    assert full.first == many
    assert after.address["en"][:many] == before.address["en"]
    assert (after.of[: len(before.of)] == before.of).all()
    assert len(after.flats) == many + len(full.kinds)
    assert (np.bincount(after.of) == after.flats).all()
    assert after.flat[len(before.of) :].min() == 1


def test_there_are_as_many_of_each_kind_as_assumed(
    town: World, full: Sheltered
) -> None:
    kinds = Counter(full.kinds)
    inside = town.buildings.settlement == 0
    blocks = int((inside & (town.buildings.flats > 1)).sum())
    houses = int(inside.sum())
    assert kinds["kiosk"] == round(assumed("other_places", "kiosks") * houses)
    assert kinds["garage"] == round(assumed("other_places", "garages") * houses)
    assert kinds["cellar"] == round(assumed("other_places", "cellars") * blocks)
    assert [kinds[k] for k in ("monastery", "hospital", "care_home")] == [1, 1, 1]


def test_no_two_buildings_of_a_settlement_share_an_address(full: Sheltered) -> None:
    b = full.world.buildings
    for language in LANGUAGES:
        read = [read_address(text, language) for text in b.address[language]]
        doors = [(fold_street(a.street, language), a.house) for a in read]
        keys = zip(b.settlement.tolist(), doors, strict=True)
        assert max(Counter(keys).values()) == 1


def test_other_places_lie_where_they_belong(full: Sheltered) -> None:
    b = full.world.buildings
    added = range(full.first, len(b.flats))
    far = [
        float(np.hypot(b.x[n], b.y[n]))
        for n, kind in zip(added, full.kinds, strict=True)
        if kind != "monastery"
    ]
    assert max(far) < 3
    lone = full.first + full.kinds.index("monastery")
    place = b.places[int(b.settlement[lone])]
    way = np.hypot(b.x[lone] - place.x_km, b.y[lone] - place.y_km)
    assert place.kind == "village"
    assert way == pytest.approx(assumed("other_places", "monastery_km"), abs=0.01)


def test_places_of_one_kind_are_numbered_within_their_settlement(town: World) -> None:
    village = int(np.flatnonzero(town.buildings.settlement == 1)[0])
    added = [
        OtherPlace("kiosk", 0, 0.0, 0.0),
        OtherPlace("kiosk", village, 1.0, 1.0),
        OtherPlace("kiosk", 0, 0.1, 0.0, flats=2),
    ]
    wider = with_places(town.buildings, added)
    assert wider.address["en"][-3:] == ["Kiosk 1", "Kiosk 1", "Kiosk 2"]
    assert wider.flat[-2:].tolist() == [1, 2]
    assert wider.street["ru"][-3] == town.buildings.street["ru"][0]
