import numpy as np
import pytest

from stillhere.ledger import PlaceKey
from stillhere.places.roads import RoadTable
from stillhere.plan import Clearances, Plan, Team, next_stops
from stillhere.plan.choosing.moving import OnRoads, Spot, Straight
from stillhere.plan.travel import TravelLaw
from stillhere.plan.ways import UNREACHABLE, RoadWays, road_names, ways_of
from stillhere.reports import Report
from tests.plan.town import ATLAS, EVERYBODY, RULES, scene
from tests.plan.ways.country import EVERY_WORD, HOLLOW, TOWN, country, going, word

AT_BASE = Spot(0, 0, 0, -1)
TEN = "2023-10-09T10:30:00+04:00"
B1, V1 = (ATLAS.index[PlaceKey(k)] for k in ("khankendi/B1/1", "x-hollow/V1/1"))


@pytest.fixture(name="table", scope="module")
def _table(tmp_path_factory: pytest.TempPathFactory) -> RoadTable:
    return country(tmp_path_factory.mktemp("country"))


def planned(
    table: RoadTable, *words: Report, teams: tuple[Team, ...], limit: int = 40
) -> Plan:
    """A plan on the roads that these words clear."""
    names = road_names(table.to_fields())
    found = scene(EVERYBODY, *words)
    cleared = Clearances.of(found.picture, ATLAS, TEN, roads=names)
    ways = ways_of(names, ATLAS, cleared, RULES)
    assert isinstance(ways, RoadWays)
    return next_stops(
        found.picture,
        found.believed,
        ATLAS,
        teams,
        cleared,
        RULES,
        ways=ways,
        limit=limit,
    )


def keys(plan: Plan) -> dict[int, list[PlaceKey]]:
    return {team.team.number: [stop.key for stop in team.stops] for team in plan.teams}


def test_ways_of_a_plan_are_those_of_the_roads(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD)
    moving = OnRoads(ATLAS, ways)
    doors = np.array([B1, V1])
    found = moving.between_s(AT_BASE, doors)
    assert found.tolist() == ways.matrix_s([-1], doors)[0].tolist()
    there = Spot(9000, 0, 1, int(ATLAS.building[V1]))
    assert (
        moving.inside_s(there, doors).tolist() == ways.matrix_s([V1], doors)[0].tolist()
    )
    back, centres = moving.back_s(-1)
    assert back[V1] == ways.matrix_s([V1], [-1])[0, 0] + 3
    assert set(centres.tolist()) <= set(back.tolist())


def test_a_spot_beside_every_door_is_at_the_next_one(table: RoadTable) -> None:
    moving = OnRoads(ATLAS, going(table, *EVERY_WORD))
    beside, at = (
        Spot(x, 0, 1, building) for x, building in ((9020, -1), (9000, int(ATLAS.building[V1])))
    )  # fmt: skip
    doors = np.array([B1])
    assert (
        moving.between_s(beside, doors).tolist() == moving.between_s(at, doors).tolist()
    )
    assert moving.between_s(at, doors[:0]).tolist() == []


def test_straight_lines_are_those_of_the_travel_law() -> None:
    law = TravelLaw.of(RULES)
    doors = np.array([B1, V1])
    found = Straight(ATLAS, law).between_s(AT_BASE, doors)
    assert found.tolist() == law.between_s(ATLAS.x_m[doors], ATLAS.y_m[doors]).tolist()


def test_a_plan_on_roads_goes_only_where_a_cleared_road_leads(table: RoadTable) -> None:
    one = (Team(1),)
    whole = planned(table, *EVERY_WORD, teams=one)
    assert whole.by_roads
    assert {key.partition("/")[0] for key in keys(whole)[1]} == {
        "khankendi",
        "x-hollow",
    }
    town = planned(table, TOWN, HOLLOW, teams=one)
    assert {key.partition("/")[0] for key in keys(town)[1]} == {"khankendi"}
    assert keys(planned(table, HOLLOW, teams=one))[1] == []


def test_a_bridge_closed_at_ten_changes_the_sheets_it_concerns_and_no_others(
    table: RoadTable,
) -> None:
    teams = (Team(1), Team(2, x_m=9000))
    closed = word(street="way 55", state="closed", date="2023-10-09T10:00")
    before = keys(planned(table, *EVERY_WORD, teams=teams, limit=2))
    after = keys(planned(table, *EVERY_WORD, closed, teams=teams, limit=2))
    assert {key.partition("/")[0] for key in before[1]} == {"khankendi"}
    assert set(before[2]) == {"x-hollow/V1/1", "x-hollow/V2/1"}
    assert after[1] == before[1]
    assert after[2] == []


def test_no_way_takes_longer_than_any_day(table: RoadTable) -> None:
    moving = OnRoads(ATLAS, going(table, TOWN, HOLLOW))
    assert moving.between_s(AT_BASE, np.array([V1])).tolist() == [UNREACHABLE]
    back, _ = moving.back_s(0)
    assert back[V1] > UNREACHABLE // 2
