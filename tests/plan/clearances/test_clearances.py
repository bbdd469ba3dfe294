import pytest

from stillhere.ledger import PlaceKey
from stillhere.places import LocalPlane
from stillhere.plan import Clearances, crew, next_stops
from stillhere.reports import EXERCISE_KEY, Json, Report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.roads import VehicleClass
from tests.plan.town import ATLAS, EVERYBODY, GAZETTEER, RULES, VILLAGE, entry, scene

TOWN, HOLLOW = PlaceKey("khankendi"), PlaceKey("x-hollow")
WALKING, CAR, BUS, AMBULANCE = VehicleClass
NOW = "2023-10-09T08:00:00+04:00"


def clearance(**more: Json) -> Report:
    """A word on the village, open for cars since seven in the morning."""
    fields: dict[str, Json] = {"settlement": VILLAGE, "state": "open", "vehicle": "car"}
    fields |= {"date": "2023-10-09T07:00"} | more
    return entry(ReportKind.CLEARANCE, fields, f"security {sorted(more.items())}")


def cleared(*reports: Report, at: str = NOW) -> Clearances:
    return Clearances.of(scene((), *reports).picture, ATLAS, at)


def codes(found: Clearances) -> list[str]:
    return [finding.code for finding in found.findings]


def test_unknown_is_closed() -> None:
    assert cleared().places == ()
    assert not Clearances().allows(TOWN)
    assert not cleared().doors(ATLAS).any()


def test_a_clearance_opens_its_place_for_its_vehicles_and_no_others() -> None:
    found = cleared(clearance(vehicle="car, ambulance"))
    assert found.places == (HOLLOW,)
    assert [found.allows(HOLLOW, v) for v in (WALKING, CAR, BUS, AMBULANCE)] == [
        *(False, True, False, True)
    ]
    assert not found.allows(TOWN)
    assert len(found.cites) == 1


def test_a_clearance_that_names_no_vehicle_is_for_cars_and_walkers() -> None:
    found = cleared(clearance(vehicle=""))
    assert [v for v in VehicleClass if found.allows(HOLLOW, v)] == [WALKING, CAR]


def test_a_clearance_for_a_vehicle_nobody_knows_opens_nothing_and_says_so() -> None:
    found = cleared(clearance(vehicle="helicopter"))
    assert [v for v in VehicleClass if found.allows(HOLLOW, v)] == []
    assert codes(found) == ["plan/vehicle-unknown"]
    assert "helicopter" in found.findings[0].sentence


@pytest.mark.parametrize(
    ("at", "open_"),
    [
        ("2023-10-09T06:59:00+04:00", False),
        ("2023-10-09T07:00:00+04:00", True),
        ("2023-10-09T18:00:00+04:00", True),
        ("2023-10-09T18:45:00+04:00", False),
        ("2023-10-10T08:00:00+04:00", False),
        ("2023-10-09", True),
        ("2023-10-10", False),
        ("2023-10-08", False),
    ],
)
def test_a_clearance_expires_at_nightfall_of_its_day(at: str, *, open_: bool) -> None:
    for until in ("", "2023-10-20"):
        found = cleared(clearance(until=until), at=at)
        assert found.allows(HOLLOW) is open_
    assert cleared(clearance()).nightfall == "2023-10-09T18:24"


def test_a_day_ends_at_nightfall_at_the_latest() -> None:
    found = cleared(clearance())
    assert found.day_s("08:00", 36_000) == 36_000
    assert found.day_s("12:00", 36_000) == (6 * 60 + 24) * 60
    assert found.day_s("20:00", 36_000) == 0
    assert Clearances.declared().day_s("20:00", 36_000) == 36_000


def test_a_clearance_that_has_run_out_is_told() -> None:
    found = cleared(clearance(), at="2023-10-10T08:00:00+04:00")
    assert codes(found) == ["plan/clearance-ran-out"]


def test_a_clearance_may_end_before_nightfall_and_never_after() -> None:
    early = clearance(until="2023-10-09T12:00")
    assert cleared(early, at="2023-10-09T11:59").allows(HOLLOW)
    assert not cleared(early, at="2023-10-09T12:00").allows(HOLLOW)
    late = clearance(until="2023-10-09T23:00")
    assert not cleared(late, at="2023-10-09T22:00:00+04:00").allows(HOLLOW)
    before = clearance(until="2023-10-08")
    assert not cleared(before).allows(HOLLOW)


def test_a_clearance_without_a_date_is_for_the_day_it_ends() -> None:
    assert cleared(clearance(date="", until="2023-10-09")).allows(HOLLOW)
    assert not cleared(clearance(date="", until="2023-10-11")).allows(HOLLOW)
    assert not cleared(clearance(date="")).allows(HOLLOW)


def test_the_latest_word_counts() -> None:
    closed = clearance(state="closed", date="2023-10-09T07:30")
    again = clearance(date="2023-10-09T07:45")
    later = clearance(state="closed", date="2023-10-09T09:00")
    assert not cleared(clearance(), closed).allows(HOLLOW)
    assert cleared(clearance(), closed, again, later).allows(HOLLOW)
    assert not cleared(again, later, at="2023-10-09T09:30").allows(HOLLOW)


def test_a_closing_for_one_vehicle_leaves_the_others() -> None:
    both = clearance(vehicle="car, bus")
    closed = clearance(vehicle="bus", state="closed", date="2023-10-09T07:30")
    found = cleared(both, closed)
    assert [v for v in VehicleClass if found.allows(HOLLOW, v)] == [CAR]


def test_a_street_that_is_cleared_opens_no_settlement() -> None:
    assert not cleared(clearance(street="School Street")).allows(HOLLOW)


def test_a_road_closed_that_nobody_can_place_closes_the_settlement_it_names() -> None:
    bridge = clearance(
        address="bridge on the way", state="closed", date="2023-10-09T07:30"
    )
    assert not cleared(clearance(), bridge).allows(HOLLOW)
    ended = clearance(
        address="bridge on the way",
        state="closed",
        date="2023-10-07T10:00",
        until="2023-10-08T10:00",
    )
    assert cleared(clearance(), ended).allows(HOLLOW)


@pytest.mark.parametrize("state", ["suspected hazard", "confirmed"])
def test_no_clearance_overrides_a_hazard(state: str) -> None:
    hazard = clearance(state=state, date="2023-09-20", until="2023-09-21")
    found = cleared(hazard, clearance())
    assert [v for v in VehicleClass if found.allows(HOLLOW, v)] == []
    everything = Clearances.of(scene((), hazard).picture, ATLAS, NOW, exercise=True)
    assert not everything.allows(HOLLOW)


def test_a_hazard_that_is_withdrawn_blocks_no_more() -> None:
    hazard = clearance(state="suspected", date="2023-10-01")
    signed = Signed(EXERCISE_KEY, "security", "2023-10-02", "searched, nothing there")
    back = withdraw_reports([hazard.id], signed)
    reports = [back] if isinstance(back, Report) else [*back]
    assert cleared(clearance(), hazard, *reports).allows(HOLLOW)


def test_a_hazard_closes_doors_within_its_radius_and_margin() -> None:
    margin = RULES.number("roads", "hazard_margin_m")
    for away, doors in ((99, [False, True]), (101, [True, True])):
        x = (9000 - 300 - margin - away + 100) / 1000
        hazard = clearance(
            settlement="",
            state="suspected",
            x_km=f"{x:.3f}",
            y_km="0",
            accuracy_m="300",
            date="2023-10-01",
        )
        found = cleared(clearance(), hazard)
        assert found.doors(ATLAS)[-2:].tolist() == doors
        assert found.allows(HOLLOW)


def test_a_hazard_in_degrees_closes_settlements_near_it_where_no_roads_are_loaded() -> (
    None
):
    place = GAZETTEER["x-hollow"]  # type: ignore[index]
    for km, open_ in ((1.5, False), (9.0, True)):
        lat, lon = LocalPlane(place.lat, place.lon).to_degrees(km, 0)
        hazard = clearance(
            settlement="",
            state="confirmed",
            latitude=f"{lat:.5f}",
            longitude=f"{lon:.5f}",
            date="2023-10-01",
        )
        assert cleared(clearance(), hazard).allows(HOLLOW) is open_


def test_a_hazard_nobody_can_place_is_told() -> None:
    hazard = clearance(settlement="", address="the old track", state="suspected")
    assert codes(cleared(hazard)) == ["plan/hazard-nowhere"]


def test_no_clearance_is_learned_from_who_drove_there() -> None:
    drove = [
        entry(ReportKind.VISIT, {"settlement": VILLAGE, "how": "passed", "result": "nobody_answered", "date": "2023-10-09"}, "team 1"),
        entry(ReportKind.TRIP, {"vehicle": "AB 1", "destination": VILLAGE, "date": "2023-10-09"}, "transport"),
    ]  # fmt: skip
    assert cleared(*drove).places == ()


def test_an_operation_may_declare_everything_open() -> None:
    assert Clearances.declared().allows(HOLLOW, BUS)
    picture = scene(()).picture
    assert Clearances.of(picture, ATLAS, NOW, exercise=True) == Clearances.declared()
    closed = scene((), clearance(state="closed")).picture
    found = Clearances.of(closed, ATLAS, NOW, exercise=True)
    assert (found.allows(HOLLOW), found.allows(TOWN)) == (False, True)
    said = scene((), clearance()).picture
    found = Clearances.of(said, ATLAS, NOW, exercise=True)
    assert (found.allows(HOLLOW), found.allows(TOWN)) == (True, False)


def test_a_village_without_clearance_is_on_no_sheet() -> None:
    town = clearance(settlement="Khankendi")
    found = scene(EVERYBODY, town, clearance(date="2023-10-08T07:00"))
    plan = next_stops(
        found.picture,
        found.believed,
        ATLAS,
        crew(2),
        Clearances.of(found.picture, ATLAS, NOW),
        RULES,
    )
    stops = [stop.key for team in plan.teams for stop in team.stops]
    assert stops
    assert {key.partition("/")[0] for key in stops} == {"khankendi"}
    assert {team.after for team in plan.teams} <= {None, "khankendi"}
