import pytest

from stillhere.places.roads.speeds import EVERYONE, VEHICLES, Speeds, mask_of
from stillhere.places.roads.tags import read_barrier, read_way
from stillhere.vocabulary.roads import VehicleClass

SPEEDS = Speeds.shipped()
WALKING, CAR, BUS, AMBULANCE = VehicleClass


def who(**tags: str) -> set[VehicleClass]:
    """Who may travel on a way."""
    read = read_way({"highway": "residential", **tags}, SPEEDS)
    return set() if read is None else _of(read.mask)


def passes(**tags: str) -> set[VehicleClass]:
    return _of(read_barrier(tags, SPEEDS))


def _of(mask: int) -> set[VehicleClass]:
    return {vehicle for bit, vehicle in enumerate(VEHICLES) if mask >> bit & 1}


@pytest.mark.parametrize(
    ("tags", "vehicles"),
    [
        ({}, {WALKING, CAR, BUS, AMBULANCE}),
        ({"highway": "motorway"}, {CAR, BUS, AMBULANCE}),
        ({"highway": "steps"}, {WALKING}),
        ({"highway": "track"}, {WALKING, CAR, AMBULANCE}),
        ({"access": "no"}, set()),
        ({"access": "no", "foot": "yes"}, {WALKING}),
        ({"motor_vehicle": "no"}, {WALKING}),
        ({"motor_vehicle": "no", "emergency": "yes"}, {WALKING, AMBULANCE}),
        ({"motor_vehicle": "no", "psv": "yes"}, {WALKING, BUS}),
        ({"access": "private"}, {WALKING, CAR, BUS, AMBULANCE}),
        ({"maxweight": "7.5"}, {WALKING, CAR, AMBULANCE}),
        ({"maxweight": "3.5 t"}, {WALKING, CAR}),
    ],
)
def test_who_may_pass(tags: dict[str, str], vehicles: set[VehicleClass]) -> None:
    assert who(**tags) == vehicles


@pytest.mark.parametrize(
    ("tags", "vehicles"),
    [
        ({}, {WALKING, CAR, BUS, AMBULANCE}),
        ({"barrier": "gate"}, {WALKING, CAR, BUS, AMBULANCE}),
        ({"barrier": "gate", "access": "no"}, set()),
        ({"barrier": "bollard"}, {WALKING}),
        ({"barrier": "bollard", "emergency": "yes"}, {WALKING, AMBULANCE}),
        ({"barrier": "something new"}, {WALKING}),
        ({"barrier": "debris"}, set()),
    ],
)
def test_who_passes_a_barrier(
    tags: dict[str, str], vehicles: set[VehicleClass]
) -> None:
    assert passes(**tags) == vehicles


@pytest.mark.parametrize(
    ("tags", "way"),
    [
        ({}, 0),
        ({"oneway": "yes"}, 1),
        ({"oneway": "-1"}, -1),
        ({"junction": "roundabout"}, 1),
        ({"junction": "roundabout", "oneway": "no"}, 0),
        ({"highway": "motorway"}, 1),
    ],
)
def test_which_way_it_goes(tags: dict[str, str], way: int) -> None:
    read = read_way({"highway": "residential", **tags}, SPEEDS)
    assert read is not None
    assert read.oneway == way


@pytest.mark.parametrize(
    ("tags", "cap"),
    [
        ({}, 0),
        ({"maxspeed": "50"}, 50),
        ({"maxspeed": "30 mph"}, 48),
        ({"maxspeed": "walk"}, 0),
        ({"surface": "gravel"}, 40),
        ({"surface": "mud", "maxspeed": "50", "tracktype": "grade4"}, 10),
    ],
)
def test_no_faster_than_sign_and_surface_allow(tags: dict[str, str], cap: int) -> None:
    read = read_way({"highway": "residential", **tags}, SPEEDS)
    assert read is not None
    assert read.cap_kmh == cap


def test_the_table_of_speeds_is_whole() -> None:
    assert all(len(row) == len(VEHICLES) for row in SPEEDS.kmh.values())
    assert all(speed >= 0 for row in SPEEDS.kmh.values() for speed in row)
    assert set(SPEEDS.tonnes_tenths) == set(VEHICLES)
    assert mask_of(*VEHICLES) == EVERYONE
    assert len(SPEEDS.digest) == 32
