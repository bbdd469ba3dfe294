import pytest

from stillhere.ledger import PlaceKey
from stillhere.places.roads import RoadTable
from stillhere.plan import Clearances
from stillhere.plan.ways import Leg, legs_of, legs_shut, road_names
from stillhere.reports import Report
from tests.plan.town import ATLAS, RULES, VILLAGE, scene
from tests.plan.ways.country import EVERY_WORD, country, word

LATE = "2023-10-09T11:00:00+04:00"
LEGS = (
    *legs_of(1, [PlaceKey("khankendi/B1/2"), PlaceKey("khankendi/B2/1")], ATLAS),
    *legs_of(2, [PlaceKey("x-hollow/V1/1"), PlaceKey("x-hollow/V2/1")], ATLAS),
)


@pytest.fixture(name="table", scope="module")
def _table(tmp_path_factory: pytest.TempPathFactory) -> RoadTable:
    return country(tmp_path_factory.mktemp("country"))


def shut(table: RoadTable | None, *words: Report, at: str = LATE) -> tuple[Leg, ...]:
    """The legs that words said later shut."""
    names = road_names(table.to_fields() if table else None)
    picture = scene((), *EVERY_WORD, *words).picture
    cleared = Clearances.of(picture, ATLAS, at, roads=names)
    return legs_shut(LEGS, names, ATLAS, cleared, RULES)


@pytest.mark.parametrize("road", ["way 55", "M12", "way 3"])
def test_a_bridge_closed_at_ten_concerns_the_legs_over_it(
    table: RoadTable, road: str
) -> None:
    closed = word(street=road, state="closed", date="2023-10-09T10:00")
    assert shut(table, closed) == (LEGS[3], LEGS[5])
    assert shut(table, closed, at="2023-10-09T09:59:00+04:00") == ()


def test_a_village_that_is_closed_concerns_the_legs_to_it(
    table: RoadTable,
) -> None:
    closed = word(settlement=VILLAGE, state="closed", date="2023-10-09T10:00")
    assert set(LEGS[3:5]) <= set(shut(table, closed)) <= set(LEGS[3:])
    assert shut(None, closed) == LEGS[3:5]


def test_a_hazard_that_becomes_known_concerns_the_legs_through_it(
    table: RoadTable,
) -> None:
    hazard = word(state="suspected", x_km="6", y_km="0.1", accuracy_m="50", date="2023-10-09T10:00")  # fmt: skip
    assert shut(table, hazard) == (LEGS[3], LEGS[5])


def test_nightfall_alone_shuts_nothing(table: RoadTable) -> None:
    assert shut(table) == ()
    assert shut(table, at="2023-10-09T22:00:00+04:00") == ()
    old = word(street="way 4", state="closed", date="2023-10-01T10:00", until="2023-10-02")  # fmt: skip
    assert shut(table, old) == ()


def test_without_roads_a_closed_road_shuts_the_settlement_named_with_it() -> None:
    closed = word(
        settlement=VILLAGE, address="bridge on the way", state="closed", date="2023-10-09T10:00"
    )  # fmt: skip
    assert shut(None, closed) == LEGS[3:5]
