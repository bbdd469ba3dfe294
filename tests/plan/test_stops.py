import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stillhere.ledger import PlaceKey
from stillhere.plan import Clearances, Plan, PlanRules, Team, crew, next_stops
from stillhere.reports import Report
from tests.plan.town import (
    ATLAS,
    EVERYBODY,
    RULES,
    TABLE,
    call,
    resident,
    scene,
    visit,
)

LONELY = PlaceKey("khankendi/B1/2")
OPEN = Clearances.declared()


def planned(
    teams: int = 2,
    *more: Report,
    clearances: Clearances = OPEN,
    rules: PlanRules = RULES,
    limit: int = 40,
) -> Plan:
    found = scene(EVERYBODY, *more)
    return next_stops(
        found.picture,
        found.believed,
        ATLAS,
        crew(teams),
        clearances,
        rules,
        limit=limit,
    )


def keys(plan: Plan) -> list[PlaceKey]:
    return [stop.key for team in plan.teams for stop in team.stops]


def test_the_likeliest_door_nearby_comes_first() -> None:
    assert planned(1).teams[0].stops[0].key == LONELY


@given(st.integers(1, 9), st.booleans())
def test_no_door_is_in_two_lists(teams: int, called: bool) -> None:
    more = [call("Mill Street 1")] if called else []
    found = keys(planned(teams, *more))
    assert len(found) == len(set(found)) == TABLE.dwellings


def test_no_team_gets_more_than_the_limit() -> None:
    assert [len(team.stops) for team in planned(2, limit=3).teams] == [3, 3]


def test_equal_plans_whatever_the_order_of_teams() -> None:
    found = scene()
    teams = crew(3)
    there, back = (
        next_stops(found.picture, found.believed, ATLAS, order, OPEN, RULES)
        for order in (teams, teams[::-1])
    )
    assert there == back


def test_unknown_is_closed_and_said() -> None:
    plan = planned(clearances=Clearances())
    assert keys(plan) == []
    (finding,) = plan.findings
    assert "for some places (2, with 9 dwellings)" in finding.sentence


def test_only_cleared_settlements_are_in_a_list() -> None:
    plan = planned(clearances=Clearances(places=(PlaceKey("khankendi"),)))
    assert {key.partition("/")[0] for key in keys(plan)} == {"khankendi"}


def test_every_knock_ends_with_the_way_back_within_the_day() -> None:
    short = RULES.changed("time", day_s=3600)
    for team in planned(1, rules=short).teams:
        for stop in team.stops:
            assert stop.arrive_s + 90 <= stop.leave_by_s <= 3600
    leave = {stop.key: stop.leave_by_s for stop in planned(1).teams[0].stops}
    for key, far_m in (("x-hollow/V1/1", 9000), ("x-hollow/V2/1", 9100)):
        way_back = 42 + 360 + (far_m * 130 // 100 - 2000) * 3600 // 40000
        assert leave[PlaceKey(key)] == 36000 - way_back - 3


def test_no_team_drives_to_a_village_for_less_than_it_finds_in_town() -> None:
    stops = [stop.key for stop in planned(1).teams[0].stops]
    first = next(n for n, key in enumerate(stops) if key.startswith("x-hollow"))
    assert stops.index(LONELY) < first
    assert all(key.startswith("x-hollow") for key in stops[first : first + 2])


def test_the_next_flat_of_a_house_costs_half_a_minute() -> None:
    stops = planned(1).teams[0].stops
    house = [s for s in stops if s.key.startswith("khankendi/B1/")]
    ways = np.diff([stop.arrive_s for stop in house])
    assert min(ways) >= 30 + 90


def test_a_team_starts_where_and_when_it_is_free() -> None:
    found = scene()
    late = Team(1, x_m=9050, y_m=0, free_s=1800)
    plan = next_stops(found.picture, found.believed, ATLAS, [late], OPEN, RULES)
    first = plan.teams[0].stops[0]
    assert first.key.startswith("x-hollow")
    assert first.arrive_s > 1800


def test_a_weight_set_by_a_person_changes_the_order() -> None:
    found = scene()
    assert (
        found.believed.door(LONELY).weighted
        > 100 * found.believed.door(LONELY).expected
    )


def test_where_to_go_next_is_named_while_doors_are_left() -> None:
    assert {team.after for team in planned(2, limit=2).teams} == {"khankendi"}
    assert {team.after for team in planned(2).teams} == {None}


def test_reasons_cite_and_never_say_who_asks() -> None:
    plan = planned(2, visit("Walnut Street 1", "2"), call("Walnut Street 1", "2"))
    stop = next(s for t in plan.teams for s in t.stops if s.key == LONELY)
    assert stop.reason == (
        "No word yet of 1 of 1 who live here; a call said that somebody may be here or "
        "near; nobody answered 1 time before (alone, 75 or older)."
    )
    assert stop.cites


def test_people_without_an_address_are_in_no_list_and_said() -> None:
    nowhere = resident(12, "Mirzoyan Karo", "1950-01-01", ("", ""))
    (finding,) = planned(1, nowhere).findings
    assert finding.sentence.startswith(
        "No address could be found of people without word (1)"
    )
    assert planned(1).findings == ()
