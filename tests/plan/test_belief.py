from hypothesis import given
from hypothesis import strategies as st

from stillhere.intake import BuildingTable
from stillhere.ledger import PlaceKey
from stillhere.pipeline import Rules, build
from stillhere.plan import Atlas, PlanRules, belief
from stillhere.plan.rules import MILLION
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind, Status
from tests.plan import town
from tests.plan.town import ALONE, EVERYBODY, FAMILY, call, request, scene, visit

LONELY = PlaceKey("khankendi/B1/2")
GONE = PlaceKey("khankendi/B1/1")
NOBODY_KNOWN = PlaceKey("khankendi/B3/1")


def expected(key: PlaceKey, *more: Report) -> int:
    return scene(EVERYBODY, *more).believed.door(key).expected


def test_one_old_person_without_word_outweighs_a_family_that_arrived() -> None:
    believed = scene().believed
    assert believed.door(LONELY).expected > 20 * believed.door(GONE).expected > 0


def test_a_fruitless_visit_lowers_and_a_second_one_again() -> None:
    once = visit("Walnut Street 1", "2")
    looked = town.entry(
        ReportKind.VISIT,
        {
            "settlement": "Khankendi",
            "address": "Walnut Street 1",
            "flat": "2",
            "how": "looked_in",
            "result": "nobody_answered",
        },
    )
    assert expected(LONELY) > expected(LONELY, once) > expected(LONELY, once, looked)


def test_a_call_raises_its_door_and_a_vague_one_less() -> None:
    exact = expected(LONELY, call("Walnut Street 1", "2"))
    vague = expected(LONELY, call("Walnut Street 1"))
    other = expected(LONELY, call("Mill Street 1"))
    assert exact > vague > other


def test_an_address_inside_the_words_of_a_call_counts() -> None:
    told = call("", note="Somebody (1) may be at Stepanakert, Mill Street 1. A priest.")
    assert expected(NOBODY_KNOWN, told) > expected(NOBODY_KNOWN)
    assert scene(EVERYBODY, told).believed.calls == {NOBODY_KNOWN: (told.id,)}


def test_a_request_raises_the_door_of_who_is_asked_for() -> None:
    asked = request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2")
    elsewhere = request("Avagyan Armen", "1975-03-12", "Walnut Street 1", "1")
    assert expected(LONELY, asked) > expected(LONELY, elsewhere)


def test_a_door_where_somebody_was_met_is_closed_for_the_search() -> None:
    assert expected(LONELY, visit("Walnut Street 1", "2", result="people_present")) == 0


def test_a_dwelling_no_register_names_is_not_empty() -> None:
    assert 0 < expected(NOBODY_KNOWN) < MILLION // 10


def test_sums_are_the_sums_of_doors() -> None:
    believed = scene().believed
    for key, place in believed.places.items():
        doors = [d for k, d in believed.doors.items() if k.partition("/")[0] == key]
        assert place.doors == len(doors)
        assert place.expected == sum(d.expected for d in doors) + place.unplaced
    assert believed.expected == sum(p.expected for p in believed.places.values())


def test_who_is_known_to_be_somewhere_is_not_expected() -> None:
    believed = scene().believed
    found = town.entry(
        ReportKind.PERSON,
        {
            "name": "Sargsyan Siranush",
            "birth_date": "1939-02-14",
            "event": "found",
            "settlement": "Khankendi",
            "date": "2023-10-05",
            "address": "Walnut Street 1",
            "flat": "2",
        },
    )
    person = ALONE[0].id
    same = {"judgement": "same", "a": person, "b": found.id}
    judged = town.entry(ReportKind.JUDGEMENT, same)
    after = scene(EVERYBODY, found, judged)
    assert believed.people[person] > 0
    assert after.picture.entry(person).status is Status.FOUND
    assert not {person, found.id} & after.believed.people.keys()


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [*EVERYBODY, call("Walnut Street 1", "2"), visit("Mill Street 1")]
    first = scene(reports).believed
    second = scene([*reports[::-1], *reports]).believed
    assert dict(first.doors) == dict(second.doors)
    assert dict(first.people) == dict(second.people)


def test_while_nobody_has_arrived_silence_says_little() -> None:
    early = scene([r for r in EVERYBODY if r not in FAMILY[3:]]).believed
    assert early.expected < MILLION
    assert early.door(LONELY).expected < scene().believed.door(LONELY).expected


def test_without_a_table_of_buildings_the_registered_doors_remain() -> None:
    atlas = Atlas.of(BuildingTable(), town.GAZETTEER)
    rules = Rules.shipped(town.GAZETTEER, population=40, coverage=950_000)
    picture = build([*town.profiles(), *EVERYBODY], rules, town.AS_OF)
    believed = belief(picture, atlas, PlanRules.shipped())
    assert len(believed.doors) == 4
    assert believed.expected > 0


def test_of_nothing_nothing_is_believed() -> None:
    picture = build([], town.OPERATION, town.AS_OF)
    empty = Atlas.of(BuildingTable(), town.GAZETTEER)
    assert belief(picture, empty, PlanRules.shipped()).expected == 0


@given(st.sets(st.integers(0, 12), max_size=9), st.booleans())
def test_whatever_is_known_every_number_is_a_possible_one(
    left_out: set[int], called: bool
) -> None:
    reports = [r for n, r in enumerate(EVERYBODY) if n not in left_out]
    more = [call("Walnut Street 1", "2")] if called else []
    found = scene(reports, *more)
    assert all(0 <= c <= MILLION for c in found.believed.people.values())
    for door in found.believed.doors.values():
        assert 0 < door.chance <= MILLION
        assert door.weighted >= 100 * door.expected > 0
