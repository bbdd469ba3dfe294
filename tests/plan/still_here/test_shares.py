import pytest

from stillhere.ledger import PlaceKey
from stillhere.plan.rules import MILLION
from stillhere.plan.still_here.lists import Known
from stillhere.plan.still_here.shares import Part, parts_of, together
from stillhere.vocabulary import ReportKind
from tests.plan.town import (
    ALONE,
    EVERYBODY,
    RULES,
    Scene,
    call,
    entry,
    request,
    scene,
)

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


def test_who_is_reported_dead_is_seen_and_not_expected_as_well() -> None:
    fields: dict[str, str] = {"name": "Sargsyan Siranush", "event": "dead"}
    fields |= {"birth_date": "1939-02-14", "settlement": "Khankendi"}
    fields |= {"address": "Walnut Street 1", "flat": "2", "date": "2023-10-05"}
    report = entry(ReportKind.PERSON, fields)
    same = {"judgement": "same", "a": ALONE[0].id, "b": report.id}
    before = whole(scene(EVERYBODY))
    after = whole(scene(EVERYBODY, report, entry(ReportKind.JUDGEMENT, same)))
    assert before - after > 0.1


def whole(one: Scene) -> float:
    known = Known.of(one.picture, one.believed)
    parts = parts_of(one.picture, one.believed, known, RULES)
    return together(parts.values()).listed.mean
