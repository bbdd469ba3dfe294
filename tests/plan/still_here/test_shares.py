import pytest

from stillhere.ledger import PlaceKey
from stillhere.plan.rules import MILLION
from stillhere.plan.still_here.lists import Known
from stillhere.plan.still_here.shares import Part, parts_of, together
from tests.plan.town import EVERYBODY, RULES, call, request, scene

ALL = RULES.changed("still_here", no_door=MILLION)
STRANGER = request("Petrov Ivan", "1970-01-01", "")


def test_parts_add_up_to_what_is_believed() -> None:
    one = scene(EVERYBODY, call("Mill Street 1"), STRANGER)
    parts = parts_of(
        one.picture, one.believed, Known.of(one.picture, one.believed), ALL
    )
    for key, place in one.believed.places.items():
        mean = parts[key].listed.mean + parts[key].no_list.mean
        assert mean == pytest.approx(place.expected / MILLION, abs=1e-5)
    whole = together(parts.values())
    assert whole.listed.mean > whole.no_list.mean > 0


def test_of_people_without_a_door_a_share_counts() -> None:
    one = scene(EVERYBODY, STRANGER)
    known = Known.of(one.picture, one.believed)
    place = one.believed.places[PlaceKey("khankendi")]
    assert place.unplaced > 0
    some = parts_of(one.picture, one.believed, known, RULES)[place.key].listed.mean
    every = parts_of(one.picture, one.believed, known, ALL)[place.key].listed.mean
    less = 1 - RULES.share("still_here", "no_door")
    assert every - some == pytest.approx(less * place.unplaced / MILLION)


def test_a_part_of_a_part_has_its_share_of_the_variance() -> None:
    assert Part(4, 2).times(0.5).plus(Part(1, 1)) == Part(3, 2)
