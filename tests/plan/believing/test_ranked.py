"""Doors most people are expected behind stand first, whatever table they are from."""

from stillhere.ledger import PlaceKey
from stillhere.plan.believing.ranked import by_expected
from tests.plan.town import EVERYBODY, resident, scene

TOWN = PlaceKey("khankendi")
UNKNOWN = resident(20, "Grigoryan Vera", "1938-01-01", ("Pine Street 7", ""))


def test_the_list_has_every_door_once_most_people_first_and_ties_by_key() -> None:
    doors = scene((*EVERYBODY, UNKNOWN)).believed.doors
    assert doors.others
    ranked = by_expected(doors)
    wanted = sorted(doors.values(), key=lambda door: (-door.expected, door.key))
    assert [*ranked] == wanted
    assert ranked[0] == wanted[0]
    assert ranked[1:3] == tuple(wanted[1:3])
    assert ranked[len(wanted) :] == ()


def test_one_settlement_has_its_doors_and_no_others() -> None:
    doors = scene((*EVERYBODY, UNKNOWN)).believed.doors
    kept = [door for door in by_expected(doors) if door.key.startswith("khankendi/")]
    assert [*by_expected(doors, TOWN)] == kept
    assert 0 < len(kept) < len(doors)


def test_a_place_nobody_knows_has_no_doors() -> None:
    assert len(by_expected(scene().believed.doors, PlaceKey("x-nowhere"))) == 0
