import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.intake import BuildingTable
from stillhere.ledger import PlaceKey
from stillhere.pipeline import build
from stillhere.plan import Atlas, PlanRules, belief
from stillhere.plan.rules import MILLION
from stillhere.plan.still_here import StillHere, sentence, still_here
from stillhere.reports import Json, Report
from stillhere.vocabulary import ReportKind
from tests.plan import town
from tests.plan.town import ATLAS, EVERYBODY, RULES, call, entry, request, scene, visit

TOWN = PlaceKey("khankendi")
SECTION = RULES.tables["still_here"]


def told(*more: Report, rules: PlanRules = RULES) -> StillHere:
    found = scene(EVERYBODY, *more)
    believed = belief(found.picture, ATLAS, rules)
    return still_here(found.picture, believed, ATLAS, rules)


def found_at(address: str, flat: str = "", people: str = "1") -> Report:
    where = "Hollow Mill" if "School" in address else "Khankendi"
    fields: dict[str, Json] = {"settlement": where, "address": address, "flat": flat}
    fields |= {"how": "knocked", "result": "people_present", "people": people}
    return entry(ReportKind.VISIT, fields, f"found {address} {flat}")


def codes(figure: StillHere) -> list[str]:
    return [assumption.code for assumption in figure.assumptions]


def test_the_range_is_about_what_is_believed() -> None:
    figure = told()
    assert figure.left is not None
    assert figure.left.low <= figure.left.expected / MILLION <= figure.left.high
    assert figure.left.expected == pytest.approx(scene().believed.expected, rel=0.01)
    assert figure.seen.people == 0


def test_both_parts_make_up_the_whole_in_the_region_and_in_every_place() -> None:
    figure = told(call("Mill Street 1"))
    ranges = [(p.left, p.by_name, p.no_list) for p in figure.places.values()]
    if figure.left and figure.by_name and figure.no_list:
        ranges.append((figure.left, figure.by_name, figure.no_list))
    assert len(ranges) == 3
    for left, by_name, no_list in ranges:
        parts = by_name.expected + no_list.expected
        assert parts == pytest.approx(left.expected, abs=2)
    assert sum(p.left.expected for p in figure.places.values()) == pytest.approx(
        figure.left.expected if figure.left else 0, abs=5
    )


def test_who_is_found_is_seen_and_no_longer_expected() -> None:
    before, after = told(), told(visit := found_at("Walnut Street 1", "2"))
    assert after.seen.people == 1
    assert after.seen.cites == (visit.id,)
    assert before.left is not None
    assert after.left is not None
    assert after.left.expected < before.left.expected
    assert after.places[TOWN].seen.people == 1


def test_a_dwelling_no_list_names_is_in_the_part_of_no_list_until_somebody_calls() -> (
    None
):
    alone = PlaceKey("khankendi/B3/1")
    assert alone in scene().believed.doors
    before, after = told(), told(call("Mill Street 1"))
    assert before.no_list is not None
    assert after.no_list is not None
    assert after.no_list.expected < before.no_list.expected


def test_no_place_is_ever_said_to_hold_nobody() -> None:
    everywhere = [visit(f"Walnut Street {n}", "2") for n in (1, 3)]
    figure = told(*everywhere, found_at("School Street 1"), found_at("School Street 2"))
    assert all(place.left.high >= 1 for place in figure.places.values())


def test_of_nothing_known_it_says_so_and_gives_no_range() -> None:
    picture = build([], town.OPERATION, town.AS_OF)
    empty = Atlas.of(BuildingTable(), town.GAZETTEER)
    figure = still_here(picture, belief(picture, empty, RULES), empty, RULES)
    assert figure.left is None
    assert codes(figure) == ["nothing_known", "no_stop"]
    assert figure.places == {}


def test_it_never_goes_without_saying_that_it_is_no_reason_to_stop() -> None:
    assert codes(told())[0] == "no_stop"
    assert {"interval", "rates", "not_visited", "few_seen"} <= set(codes(told()))


def test_every_assumption_is_a_sentence_with_its_numbers() -> None:
    for figure in (told(), told(visit("Mill Street 1"), found_at("Mill Street 5"))):
        for assumption in figure.assumptions:
            said = sentence(assumption)
            assert said.endswith(".")
            assert "{" not in said


def test_lists_are_compared_once_enough_people_were_seen() -> None:
    few = PlanRules.shipped()
    for name in ("fewest_seen", "fewest_on_list", "fewest_shared"):
        few = few.changed("still_here", **{name: 1})
    asked = request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2")
    found = [found_at("Walnut Street 1", "2"), found_at("School Street 1", "", "2")]
    figure = told(asked, *found, rules=few)
    assert figure.estimate is not None
    assert figure.estimate.method in codes(figure)
    assert figure.lists == {
        "register": 3,
        "service": 0,
        "requests": 1,
        "calls": 0,
        "none": 0,
    }
    assert told(asked, *found).estimate is None


def test_more_found_than_the_table_expects_raises_what_is_expected_elsewhere() -> None:
    unsure = RULES.changed("still_here", common_error=500_000)
    sure = RULES.changed("still_here", common_error=0)
    found = [found_at("Mill Street 1"), found_at("Mill Street 5")]
    raised, plain = told(*found, rules=unsure), told(*found, rules=sure)
    assert raised.left is not None
    assert plain.left is not None
    assert raised.left.expected > 1.2 * plain.left.expected
    lowered = told(visit("Walnut Street 1", "2"), rules=unsure)
    same = told(visit("Walnut Street 1", "2"), rules=sure)
    assert lowered.left is not None
    assert same.left is not None
    assert lowered.left.expected < same.left.expected


def test_an_error_that_all_doors_share_widens_the_range() -> None:
    surer = RULES.changed("still_here", interval=990_000, common_error=0)
    narrow = told(rules=surer).left
    wide = told(rules=surer.changed("still_here", common_error=3_000_000)).left
    assert narrow is not None
    assert wide is not None
    assert wide.high - wide.low > narrow.high - narrow.low


@given(st.permutations([*EVERYBODY, call("Mill Street 1"), found_at("Mill Street 5")]))
def test_the_order_of_reports_changes_nothing(reports: list[Report]) -> None:
    first = scene([*EVERYBODY, call("Mill Street 1"), found_at("Mill Street 5")])
    second = scene([*reports, *reports[:3]])
    figures = [
        still_here(one.picture, one.believed, ATLAS, RULES) for one in (first, second)
    ]
    assert figures[0].left == figures[1].left
    assert dict(figures[0].places) == dict(figures[1].places)
    assert figures[0].assumptions == figures[1].assumptions
    assert figures[0].cites == figures[1].cites


def test_every_number_of_the_section_is_used() -> None:
    assert set(SECTION) == {
        *("interval", "common_error", "apart", "no_door", "fewest_seen"),
        *("fewest_on_list", "fewest_shared", "misfit_hundredths"),
    }
