import pytest

from stillhere.ledger import PlaceKey
from stillhere.places.roads import RoadTable
from stillhere.plan import Clearances, Plan, Team, next_stops
from stillhere.plan.ways import BASE, Leg, legs_of, legs_through, teams_through
from stillhere.plan.ways.ways import road_names
from stillhere.reports import Report
from tests.plan.town import ATLAS, EVERYBODY, RULES, scene
from tests.plan.ways.country import EVERY_WORD, NOW, country, going, word

TOWN_DOOR, FAR_DOOR = PlaceKey("khankendi/B1/2"), PlaceKey("x-hollow/V1/1")


@pytest.fixture(name="table", scope="module")
def _table(tmp_path_factory: pytest.TempPathFactory) -> RoadTable:
    return country(tmp_path_factory.mktemp("country"))


def test_legs_lead_from_the_base_by_the_stops_and_back() -> None:
    one, two = ATLAS.index[TOWN_DOOR], ATLAS.index[FAR_DOOR]
    stops = [TOWN_DOOR, PlaceKey("khankendi/unknown/1"), FAR_DOOR]
    assert legs_of(7, stops, ATLAS) == (
        Leg(7, BASE, one),
        Leg(7, one, two),
        Leg(7, two, BASE),
    )
    assert legs_of(7, [], ATLAS) == ()


def test_only_legs_over_the_bridge_lie_on_it(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD)
    legs = [*legs_of(1, [TOWN_DOOR], ATLAS), *legs_of(2, [FAR_DOOR], ATLAS)]
    found = legs_through(ways, legs, "way 55")
    assert found == legs_of(2, [FAR_DOOR], ATLAS)
    assert teams_through(ways, legs, "way 55") == (2,)
    assert teams_through(ways, legs, "Mill Street") == ()
    assert teams_through(ways, [], "way 55") == ()


def test_a_road_that_is_on_no_map_is_no_answer(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD)
    assert legs_through(ways, legs_of(1, [TOWN_DOOR], ATLAS), "way 56") is None
    assert teams_through(ways, (), "Nowhere Lane") is None


def planned(table: RoadTable, *words: Report) -> Plan:
    """Team 1 waits in town, team 2 beside the village."""
    found = scene(EVERYBODY, *EVERY_WORD, *words)
    cleared = Clearances.of(
        found.picture,
        ATLAS,
        NOW.replace("08:00:00", "10:30:00"),
        roads=road_names(table.to_fields()),
    )
    teams = (Team(1), Team(2, x_m=8900))
    return next_stops(
        found.picture, found.believed, ATLAS, teams, cleared, RULES, limit=2
    )


def test_a_bridge_closed_at_ten_changes_the_sheets_of_the_teams_it_concerns_alone(
    table: RoadTable,
) -> None:
    before = planned(table)
    sheets = {t.team.number: [s.key for s in t.stops] for t in before.teams}
    assert {key.partition("/")[0] for key in sheets[1]} == {"khankendi"}
    assert {key.partition("/")[0] for key in sheets[2]} == {"x-hollow"}
    legs = [leg for n, keys in sheets.items() for leg in legs_of(n, keys, ATLAS)]
    assert teams_through(going(table, *EVERY_WORD), legs, "way 55") == (2,)
    closed = word(street="way 55", state="closed", date="2023-10-09T10:00")
    gone = going(table, *EVERY_WORD, closed, at="2023-10-09T10:30:00+04:00")
    every = {n: [BASE, *(ATLAS.index[k] for k in keys)] for n, keys in sheets.items()}
    ways = going(table, *EVERY_WORD)
    for number, places in every.items():
        same = (ways.matrix_s(places, places) == gone.matrix_s(places, places)).all()
        assert bool(same) is (number == 1)
