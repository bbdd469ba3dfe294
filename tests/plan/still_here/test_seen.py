from stillhere.ledger import PlaceKey
from stillhere.plan.still_here.seen import added, seen_at
from stillhere.plan.still_here.values import Seen
from stillhere.reports import Json, Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, VILLAGE, entry, scene

TOWN, HOLLOW = PlaceKey("khankendi"), PlaceKey("x-hollow")
HOUSE = PlaceKey("khankendi/B1")
DOOR = PlaceKey("khankendi/B1/3")


def met(
    address: str,
    flat: str,
    people: str,
    team: str = "1",
    result: str = "people_present",
) -> Report:
    fields: dict[str, Json] = {"settlement": "Khankendi", "address": address}
    fields |= {"flat": flat, "people": people, "how": "knocked", "result": result}
    return entry(ReportKind.VISIT, {**fields, "date": "2023-10-05"}, f"team {team}")


def person(
    name: str, event: str, place: str = "Khankendi", address: str = ""
) -> Report:
    fields: dict[str, Json] = {"name": name, "event": event, "settlement": place}
    fields |= {"address": address, "flat": "3" if address else "", "date": "2023-10-05"}
    return entry(ReportKind.PERSON, fields, f"team {name}")


def seen(*reports: Report) -> dict[PlaceKey, Seen]:
    found = seen_at(scene(EVERYBODY, *reports).picture, ATLAS)
    return {key: at.seen() for key, at in found.items()}


def numbers(*reports: Report, key: PlaceKey = TOWN) -> tuple[int, int, int]:
    one = seen(*reports)[key]
    return (one.alive, one.chose_to_stay, one.dead)


def test_lists_of_who_lived_there_are_nobody_seen() -> None:
    assert seen() == {}


def test_people_met_at_a_door_count_there_in_its_house_and_its_place() -> None:
    found = seen(visit := met("Walnut Street 1", "3", "2"))
    assert list(found) == [TOWN, HOUSE, DOOR]
    assert set(found.values()) == {Seen(2, 0, 0, (visit.id,))}


def test_a_second_visit_to_the_same_people_counts_them_once() -> None:
    first, second = (
        met("Walnut Street 1", "3", "2"),
        met("Walnut Street 1", "3", "3", "2"),
    )
    assert numbers(first, second) == (3, 0, 0)
    assert set(seen(first, second)[TOWN].cites) == {first.id, second.id}


def test_who_is_named_at_the_door_is_one_of_those_met() -> None:
    visit = met("Walnut Street 1", "3", "2")
    named = person("Yusifova Solmaz", "chose_to_stay", address="Walnut Street 1")
    assert numbers(visit, named) == (1, 1, 0)


def test_who_is_named_without_a_door_may_be_one_of_those_met() -> None:
    visit = met("Walnut Street 1", "3", "1")
    named = person("Yusifova Solmaz", "found"), person("Petrov Ivan", "found")
    assert numbers(visit, *named) == (2, 0, 0)


def test_a_visit_that_was_refused_met_somebody() -> None:
    refused = met("Walnut Street 1", "3", "", result="refused")
    assert numbers(refused) == (1, 0, 0)
    assert numbers(met("Walnut Street 1", "3", "")) == (1, 0, 0)


def test_a_reported_death_counts_as_dead_and_not_as_alive() -> None:
    assert numbers(person("Petrov Ivan", "dead")) == (0, 0, 1)


def test_places_are_kept_apart_and_added_up() -> None:
    visit = met("Walnut Street 1", "3", "2")
    named = person("Petrov Ivan", "found", VILLAGE)
    found = seen_at(scene(EVERYBODY, visit, named).picture, ATLAS)
    assert found[HOLLOW].seen() == Seen(1, 0, 0, (named.id,))
    assert added([found[TOWN], found[HOLLOW]]).seen().people == 3


def test_a_visit_without_an_answer_saw_nobody() -> None:
    assert seen(met("Walnut Street 1", "3", "", result="nobody_answered")) == {}
