"""The hand-made place of a few doors, with roads: a street, a main road, one bridge."""

from pathlib import Path

from stillhere.places.roads import RoadTable
from stillhere.plan import Clearances
from stillhere.plan.ways import RoadWays, ways_of
from stillhere.plan.ways.ways import road_names
from stillhere.reports import Json, Report
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.roads import VehicleClass
from tests.places.roads.drawn import roads, street
from tests.plan.town import ATLAS, RULES, VILLAGE, entry, scene

NOW = "2023-10-09T08:00:00+04:00"
MAIN = {"highway": "primary", "ref": "M12"}


def country(folder: Path) -> RoadTable:
    """Roads between the doors of the town (x 100 to 300) and those of the village (9 km).

    Way 1 is the street of the town, 2, 55 and 3 are the main road with its bridge at 4 km,
    4 is the street of the village, 5 a path through the fields around the bridge.
    """
    nodes = {
        **{n: (100.0 * n - 100, 0.0) for n in range(1, 6)},
        10: (3900.0, 0.0),
        11: (4100.0, 0.0),
        12: (8800.0, 0.0),
        13: (9000.0, 0.0),
        14: (9100.0, 0.0),
        20: (300.0, 380.0),
        30: (4000.0, 200.0),
    }
    ways = {
        1: street(1, 2, 3, 4, 5, name="Walnut Street"),
        2: street(5, 10, **MAIN),
        55: street(10, 11, bridge="yes", **MAIN),
        3: street(11, 12, **MAIN),
        4: street(12, 13, 14, name="School Street"),
        5: street(10, 30, 11, highway="path"),
        6: street(4, 20, name="Mill Street"),
    }
    return roads(folder, nodes, ways)


def word(**more: Json) -> Report:
    """A word of the security officer, open for cars since seven in the morning."""
    fields: dict[str, Json] = {"state": "open", "vehicle": "car"}
    fields |= {"date": "2023-10-09T07:00"} | more
    return entry(ReportKind.CLEARANCE, fields, f"security {sorted(more.items())}")


TOWN, HOLLOW = word(settlement="Khankendi"), word(settlement=VILLAGE)
ROAD = word(street="M12")
EVERY_WORD = (TOWN, HOLLOW, ROAD)


def going(
    table: RoadTable,
    *words: Report,
    vehicle: VehicleClass = VehicleClass.CAR,
    also: tuple[tuple[int, int], ...] = (),
    at: str = NOW,
) -> RoadWays:
    """The ways by some words."""
    names = road_names(table.to_fields())
    cleared = Clearances.of(scene((), *words).picture, ATLAS, at, roads=names)
    found = ways_of(names, ATLAS, cleared, RULES, vehicle=vehicle, also=also)
    assert isinstance(found, RoadWays)
    return found
