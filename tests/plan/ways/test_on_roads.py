import numpy as np
import pytest

from stillhere.ledger import PlaceKey
from stillhere.places.roads import RoadTable
from stillhere.plan import Clearances
from stillhere.plan.ways import BASE, UNREACHABLE, RoadWays
from stillhere.plan.ways.ways import road_names
from stillhere.vocabulary.roads import VehicleClass
from tests.plan.town import ATLAS, VILLAGE, scene
from tests.plan.ways.country import (
    EVERY_WORD,
    HOLLOW,
    NOW,
    ROAD,
    TOWN,
    country,
    going,
    word,
)

B1, B2, B3, B4, V1, V2 = (
    ATLAS.index[PlaceKey(key)]
    for key in (
        *("khankendi/B1/1", "khankendi/B2/1", "khankendi/B3/1", "khankendi/B4/1"),
        *("x-hollow/V1/1", "x-hollow/V2/1"),
    )
)
SET_OFF = 42


@pytest.fixture(name="table", scope="module")
def _table(tmp_path_factory: pytest.TempPathFactory) -> RoadTable:
    return country(tmp_path_factory.mktemp("country"))


def seconds(ways: RoadWays, begin: int, end: int) -> int:
    return int(ways.matrix_s([begin], [end])[0, 0])


def test_a_way_takes_its_length_on_the_road(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD)
    assert ways.by_roads
    assert seconds(ways, B1, B2) == SET_OFF + 100 * 3600 // 25_000
    main, inside = 8400 * 3600 / 65_000, (300 + 200) * 3600 / 25_000
    assert seconds(ways, B1, V1) == pytest.approx(SET_OFF + main + inside, abs=2)
    assert seconds(ways, BASE, BASE) == seconds(ways, V1, V1) == 0


def test_ways_back_are_those_of_the_matrix(table: RoadTable) -> None:
    closed = word(street="way 55", state="closed", date="2023-10-09T07:59")
    for words in (EVERY_WORD, (*EVERY_WORD, closed)):
        ways = going(table, *words, also=((2000, 900),))
        every = [*range(len(ATLAS)), -2, BASE]
        assert ways.back_s().tolist() == ways.matrix_s(every, [BASE])[:, 0].tolist()


def test_what_nobody_cleared_is_not_gone(table: RoadTable) -> None:
    assert seconds(going(table), B1, B2) == UNREACHABLE
    assert seconds(going(table, TOWN), B1, B2) < UNREACHABLE
    assert seconds(going(table, TOWN, HOLLOW), B1, V1) == UNREACHABLE
    assert seconds(going(table, TOWN, ROAD), B1, V1) == UNREACHABLE
    assert seconds(going(table, HOLLOW, ROAD), V1, V2) < UNREACHABLE


def test_a_clearance_for_cars_lets_no_bus_pass(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD, vehicle=VehicleClass.BUS)
    assert seconds(ways, B1, B2) == UNREACHABLE
    light = [word(settlement="Khankendi", vehicle="car, bus"), HOLLOW, ROAD]
    ways = going(table, *light, vehicle=VehicleClass.BUS)
    assert seconds(ways, B1, B2) < UNREACHABLE
    assert seconds(ways, B1, V1) == UNREACHABLE


def test_a_door_far_from_every_road_is_not_reached(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD, also=((2000, 1100), (2000, 900)))
    assert seconds(ways, -2, B1) == UNREACHABLE
    assert seconds(ways, -3, B1) > 900 * 3600 // 4000
    assert seconds(ways, B4, B1) < UNREACHABLE


def test_a_bridge_that_is_closed_parts_the_road_for_cars(table: RoadTable) -> None:
    closed = word(street="way 55", state="closed", date="2023-10-09T07:59")
    ways = going(table, *EVERY_WORD, closed)
    assert seconds(ways, B1, V1) == UNREACHABLE
    assert seconds(ways, B1, B2) < UNREACHABLE
    assert seconds(ways, V1, V2) < UNREACHABLE


def test_a_general_word_does_not_reopen_what_was_closed_by_name(
    table: RoadTable,
) -> None:
    closed = word(street="way 55", state="closed", date="2023-10-08T10:00")
    assert seconds(going(table, *EVERY_WORD, closed), B1, V1) == UNREACHABLE
    again = word(street="Way 55", date="2023-10-09T07:30")
    assert seconds(going(table, *EVERY_WORD, closed, again), B1, V1) < UNREACHABLE


def test_closing_works_out_what_a_word_would(table: RoadTable) -> None:
    ways = going(table, *EVERY_WORD)
    every = [BASE, B1, B2, B3, V1, V2]
    ways.matrix_s(every, every)
    bridge = ways.ground.pieces("way 55")
    assert bridge is not None
    now = ways.closing(bridge).matrix_s(every, every)
    closed = word(street="way 55", state="closed", date="2023-10-09T07:59")
    assert np.array_equal(now, going(table, *EVERY_WORD, closed).matrix_s(every, every))


def test_a_word_during_the_day_changes_the_ways_as_if_it_had_been_there(
    table: RoadTable,
) -> None:
    every = [BASE, B1, B2, B3, V1, V2]
    before = going(table, *EVERY_WORD)
    before.matrix_s(every, every)
    closed = word(street="way 55", state="closed", date="2023-10-09T07:59")
    names = before.ground.names
    said = scene((), *EVERY_WORD, closed).picture
    after = before.under(Clearances.of(said, ATLAS, NOW, roads=names))
    assert after.network.rows_known < before.network.rows_known
    fresh = going(table, *EVERY_WORD, closed)
    assert np.array_equal(after.matrix_s(every, every), fresh.matrix_s(every, every))
    hazard = word(state="confirmed", x_km="0.2", y_km="0", accuracy_m="1", date="2023-10-01")  # fmt: skip
    danger = scene((), *EVERY_WORD, hazard).picture
    after = before.under(Clearances.of(danger, ATLAS, NOW, roads=names))
    assert seconds(after, BASE, B1) == UNREACHABLE


def test_a_stretch_between_two_points_is_closed(table: RoadTable) -> None:
    course = going(table, TOWN).ground.names.course
    points = []
    for x in (4020, 6000):
        lon = float(course.table.centre[1]) + x / course.on_plane(39.82, 47.75)[0]
        points.append(f"39.82, {lon:.6f}")
    closed = word(address=" - ".join(points), state="closed", date="2023-10-09T07:59")
    ways = going(table, *EVERY_WORD, closed)
    shut = ways.network.closed & (course.table.way_id != 5)[course.table.piece_way]
    ids = course.table.way_id[course.table.piece_way[shut]]
    assert set(ids.tolist()) == {55, 3}
    assert seconds(ways, B1, V1) == UNREACHABLE


@pytest.mark.parametrize("y_km", ["0.0", "0.45", "-0.49"])
def test_a_hazard_beside_the_road_blocks_it_and_nothing_overrides(
    table: RoadTable, y_km: str
) -> None:
    hazard = word(
        state="suspected", x_km="6.0", y_km=y_km, accuracy_m="300", date="2023-10-01"
    )
    open_all = word(street="way 3", date="2023-10-09T07:30")
    ways = going(table, *EVERY_WORD, hazard, open_all)
    assert seconds(ways, B1, V1) == UNREACHABLE
    assert seconds(ways, B1, B2) < UNREACHABLE


def test_a_hazard_further_off_than_its_margin_blocks_nothing(table: RoadTable) -> None:
    hazard = word(
        state="suspected", x_km="6.0", y_km="0.51", accuracy_m="300", date="2023-10-01"
    )
    assert seconds(going(table, *EVERY_WORD, hazard), B1, V1) < UNREACHABLE


def test_an_outline_in_degrees_blocks_the_road_through_it(table: RoadTable) -> None:
    lon = [46.75 + x / 85_600 for x in (5000, 5200)]
    ring = ", ".join(f"{a:.6f} {b}" for a, b in zip(lon + lon[::-1], (39.8, 39.8, 39.84, 39.84), strict=True))  # fmt: skip
    hazard = word(address=f"POLYGON (({ring}))", state="confirmed", date="2023-10-01", settlement=VILLAGE)  # fmt: skip
    ways = going(table, *EVERY_WORD, hazard)
    assert seconds(ways, B1, V1) == UNREACHABLE
    assert seconds(ways, V1, V2) < UNREACHABLE


def test_a_road_said_to_be_hazardous_is_blocked_with_what_is_near(
    table: RoadTable,
) -> None:
    hazard = word(street="way 3", state="confirmed", date="2023-10-01")
    ways = going(table, *EVERY_WORD, hazard)
    assert seconds(ways, B1, V1) == UNREACHABLE
    assert seconds(ways, V1, V2) == UNREACHABLE
    assert seconds(ways, B1, B2) < UNREACHABLE


def test_nobody_walks_from_the_road_to_a_door_across_a_hazard(table: RoadTable) -> None:
    across = word(
        state="suspected", x_km="-0.42", y_km="0.18", accuracy_m="1", date="2023-10-01"
    )
    reached = going(table, *EVERY_WORD)
    assert seconds(reached, B4, B1) < UNREACHABLE
    foot = reached.ground.names.course.feet(reached.spots)
    assert (round(foot[0][B4]), round(foot[1][B4])) == (0, 0)
    assert seconds(going(table, *EVERY_WORD, across), B4, B1) == UNREACHABLE


def test_words_that_are_not_on_the_map_are_told(table: RoadTable) -> None:
    names = road_names(table.to_fields())
    unknown = word(street="Nowhere Lane")
    found = Clearances.of(scene((), unknown).picture, ATLAS, NOW, roads=names)
    assert [f.code for f in found.findings] == ["plan/road-not-found"]
    assert "Nowhere Lane" in found.findings[0].sentence
