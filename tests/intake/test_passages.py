import pytest

from stillhere.intake.passages import EVERYONE, passage_of, vehicles_of
from stillhere.vocabulary.roads import Passage, VehicleClass

WALKING, CAR, BUS, AMBULANCE = VehicleClass


@pytest.mark.parametrize(
    ("text", "vehicles"),
    [
        ("", set()),
        ("helicopter", set()),
        ("car", {CAR}),
        ("cars, ambulances", {CAR, AMBULANCE}),
        ("on foot", {WALKING}),
        ("walking car", {WALKING, CAR}),
        ("all vehicles", {CAR, BUS, AMBULANCE}),
        ("all", EVERYONE),
        ("легковые автомобили", {CAR}),
        ("автобус и скорая помощь", {BUS, AMBULANCE}),
        ("все машины", {CAR, BUS, AMBULANCE}),
        ("пешком", {WALKING}),
        ("ավտոմեքենա", {CAR}),
        ("ոտքով, ավտոբուս", {WALKING, BUS}),
        ("avtobus, təcili yardım", {BUS, AMBULANCE}),
        ("piyada", {WALKING}),
    ],
)
def test_vehicles_are_named_in_four_languages(
    text: str, vehicles: set[VehicleClass]
) -> None:
    assert vehicles_of(text) == vehicles


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("", Passage.OPEN),
        ("open", Passage.OPEN),
        ("открыта", Passage.OPEN),
        ("բաց", Passage.OPEN),
        ("açıq", Passage.OPEN),
        ("closed", Passage.CLOSED),
        ("not open", Passage.CLOSED),
        ("açıq deyil", Passage.CLOSED),
        ("opened yesterday, closed again", Passage.CLOSED),
        ("perhaps", Passage.CLOSED),
        ("suspected hazard", Passage.SUSPECTED),
        ("возможно заминировано", Passage.SUSPECTED),
        ("confirmed", Passage.CONFIRMED),
        ("ականապատ", Passage.CONFIRMED),
        ("open, but mined", Passage.CONFIRMED),
    ],
)
def test_the_worst_of_what_is_said_counts(text: str, passage: Passage) -> None:
    assert passage_of(text) is passage


@pytest.mark.parametrize("passage", Passage)
def test_a_code_says_itself(passage: Passage) -> None:
    assert passage_of(passage.value) is passage


@pytest.mark.parametrize("vehicle", VehicleClass)
def test_a_vehicle_says_itself(vehicle: VehicleClass) -> None:
    assert vehicles_of(vehicle.value) == {vehicle}


def test_only_what_is_hazardous_blocks_beyond_itself() -> None:
    assert [p for p in Passage if p.hazardous] == [Passage.SUSPECTED, Passage.CONFIRMED]
