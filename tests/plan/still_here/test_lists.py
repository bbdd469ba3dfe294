from stillhere.ledger import PlaceKey
from stillhere.plan.still_here.lists import (
    CALLS,
    REGISTER,
    REQUESTS,
    VISITS,
    Known,
    names_somebody,
    seen_on,
    table,
)
from stillhere.plan.still_here.seen import seen_at
from stillhere.reports import Json, Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ALONE, ATLAS, EVERYBODY, call, entry, request, scene

LONELY = PlaceKey("khankendi/B1/2")
ASKED = request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2")


def met(address: str, flat: str, people: str) -> Report:
    fields: dict[str, Json] = {"settlement": "Khankendi", "address": address}
    fields |= {"flat": flat, "how": "knocked", "result": "people_present"}
    return entry(ReportKind.VISIT, {**fields, "people": people}, f"met {address}")


def on(*reports: Report) -> dict[int, int]:
    one = scene(EVERYBODY, *reports)
    known = Known.of(one.picture, one.believed)
    return seen_on(one.picture, ATLAS, known, seen_at(one.picture, ATLAS))


def test_a_door_is_known_by_what_its_people_stand_on_and_by_calls() -> None:
    one = scene(EVERYBODY, ASKED, call("Walnut Street 1", "2"))
    known = Known.of(one.picture, one.believed)
    assert known.door(LONELY) == REGISTER | REQUESTS | CALLS
    assert known.door(PlaceKey("khankendi/B3/1")) == 0
    assert known.people[ALONE[0].id] == REGISTER | REQUESTS


def test_a_call_about_a_door_names_nobody() -> None:
    assert not names_somebody(CALLS)
    assert names_somebody(CALLS | REGISTER)


def test_people_met_without_a_name_were_known_as_their_door_is() -> None:
    assert on(met("Walnut Street 1", "2", "2"), ASKED) == {
        REGISTER | REQUESTS | VISITS: 2
    }
    assert on(met("Mill Street 1", "", "1")) == {VISITS: 1}
    assert on() == {}


def test_the_table_adds_who_is_believed_to_who_was_seen() -> None:
    one = scene(EVERYBODY, met("Mill Street 1", "", "1"), call("Mill Street 5"))
    known = Known.of(one.picture, one.believed)
    seen = seen_on(one.picture, ATLAS, known, seen_at(one.picture, ATLAS))
    cells = table(one.picture, one.believed, known, seen)
    assert cells[VISITS] == 1
    named = sum(one.believed.people.values()) / 1e6
    assert abs(cells[REGISTER] - named) < 1e-9
    assert 0 < cells[CALLS] < 1
