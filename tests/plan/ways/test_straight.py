from stillhere.ledger import PlaceKey
from stillhere.plan import Clearances
from stillhere.plan.travel import TravelLaw
from stillhere.plan.ways import BASE, UNREACHABLE, StraightWays, said_of, ways_of
from stillhere.vocabulary.roads import VehicleClass
from tests.plan.town import ATLAS, RULES, scene
from tests.plan.ways.country import HOLLOW, NOW, TOWN, word

B1, B2, V1 = (
    ATLAS.index[PlaceKey(key)]
    for key in ("khankendi/B1/1", "khankendi/B2/1", "x-hollow/V1/1")
)


def straight(
    cleared: Clearances, vehicle: VehicleClass = VehicleClass.CAR
) -> StraightWays:
    found = ways_of(None, ATLAS, cleared, RULES, vehicle=vehicle, also=((100, 0),))
    assert isinstance(found, StraightWays)
    return found


def cleared(*words: object) -> Clearances:
    return Clearances.of(scene((), *words).picture, ATLAS, NOW)  # type: ignore[arg-type]


def test_without_roads_ways_are_those_of_the_travel_law_and_it_is_said() -> None:
    ways = straight(Clearances.declared())
    law = TravelLaw.of(RULES)
    found = ways.matrix_s([BASE, B1], [B1, B2, V1])
    dx = ATLAS.x_m[[B1, B2, V1]]
    assert found[0, :2].tolist() == law.inside_s(dx[:2], dx[:2] * 0).tolist()
    assert found[0, 2] == law.between_s(dx[2:], dx[2:] * 0)[0]
    assert found[1, 0] == 0
    assert not ways.by_roads
    assert "straight lines times 1.3" in said_of(ways)


def test_other_places_count_on_from_the_base() -> None:
    ways = straight(Clearances.declared())
    assert ways.matrix_s([-2], [V1]).tolist() == ways.matrix_s([B1], [V1]).tolist()


def test_what_nobody_cleared_is_not_gone_in_a_straight_line_either() -> None:
    assert straight(cleared()).matrix_s([BASE], [B1]).tolist() == [[UNREACHABLE]]
    found = straight(cleared(TOWN)).matrix_s([BASE], [B1, V1])
    assert (found == UNREACHABLE).tolist() == [[False, True]]
    on_foot = straight(cleared(TOWN), VehicleClass.WALKING)
    assert on_foot.matrix_s([BASE], [B1]).tolist() == [[UNREACHABLE]]


def test_a_line_across_a_hazard_is_no_way() -> None:
    hazard = word(state="suspected", x_km="4", y_km="0.2", accuracy_m="100", date="2023-10-01")  # fmt: skip
    found = straight(cleared(TOWN, HOLLOW, hazard)).matrix_s([BASE], [B1, V1])
    assert (found == UNREACHABLE).tolist() == [[False, True]]
