from stillhere.ledger import PlaceKey
from stillhere.plan.searched import Ground, Level, Searched, expected_left, searched
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, RULES, VILLAGE, Scene, entry, scene

TOWN, HOLLOW = PlaceKey("khankendi"), PlaceKey("x-hollow")


def at(address: str, flat: str = "", **more: str) -> Report:
    where = VILLAGE if "School" in address or not address else "Khankendi"
    said = {"how": "knocked", "result": "nobody_answered", "date": "2023-10-05"}
    fields = {"settlement": where, "address": address, "flat": flat, **said, **more}
    return entry(
        ReportKind.VISIT, {k: v for k, v in fields.items() if v}, f"team {more}"
    )


def done(*visits: Report, until: str | None = None) -> Searched:
    return searched(scene(EVERYBODY, *visits).picture, ATLAS, RULES, until=until)


def test_without_visits_nothing_is_searched_and_every_door_counts() -> None:
    found = done()
    assert found.doors == {}
    town = found.areas(Level.SETTLEMENT)[TOWN]
    assert (town.doors, town.effort, town.enough, town.last_visit) == (
        7,
        0,
        False,
        None,
    )


def test_effort_is_told_per_building_street_and_settlement() -> None:
    found = done(at("Walnut Street 1", "1"), at("Walnut Street 3", how="entered"))
    block = found.areas(Level.BUILDING)[PlaceKey("khankendi/B1")]
    assert (block.doors, block.visited, block.effort) == (4, 1, 150_000)
    (street,) = [a for k, a in found.areas(Level.STREET).items() if a.visited]
    assert (street.doors, street.visited, street.entered) == (5, 2, 1)
    assert street.effort == (600_000 + 970_000) // 5
    town = found.areas(Level.SETTLEMENT)[TOWN]
    assert (town.visited, town.entered, town.searched) == (2, 1, 1)
    assert town.effort % 10_000 != 0
    assert 0 <= town.effort - town.told < 10_000


def test_a_village_is_searched_once_every_room_of_it_was_entered() -> None:
    one = at("School Street 1", how="entered", result="empty")
    two = at("School Street 2", how="entered", result="empty")
    assert not done(one).areas(Level.SETTLEMENT)[HOLLOW].enough
    assert done(one, two).areas(Level.SETTLEMENT)[HOLLOW].enough


def test_a_door_somebody_is_believed_behind_can_be_searched_all_the_same() -> None:
    entered = at("Walnut Street 3", how="entered", result="nobody_answered")
    told: Scene = scene(EVERYBODY, entered)
    found = searched(told.picture, ATLAS, RULES)
    door = found.door(PlaceKey("khankendi/B2/1"))
    assert found.is_searched(door)
    assert told.believed.door(door.key).expected > 0


def test_a_round_of_a_village_is_an_effort_at_each_of_its_doors_and_no_visit() -> None:
    found = done(at("", how="called_through"))
    village = found.areas(Level.SETTLEMENT)[HOLLOW]
    assert (village.visited, village.effort) == (0, 120_000)
    assert village.last_visit == "2023-10-05"
    assert found.areas(Level.SETTLEMENT)[TOWN].effort == 0


def test_only_what_was_done_by_a_day_counts_for_it() -> None:
    first, later = at("Walnut Street 3"), at("Walnut Street 3", date="2023-10-07")
    undated = at("Mill Street 1", date="")
    efforts = [
        done(first, later, undated, until=day).areas(Level.SETTLEMENT)[TOWN].effort
        for day in ("2023-10-04", "2023-10-06", "2023-10-07", None)
    ]
    assert efforts[0] == 0
    assert efforts == sorted(set(efforts))


def test_a_door_no_table_has_is_a_door_of_its_street() -> None:
    found = done(at("Walnut Street 77"))
    town = found.areas(Level.SETTLEMENT)[TOWN]
    assert (town.doors, town.visited) == (8, 1)


def test_expected_people_are_a_figure_of_their_own() -> None:
    told = scene()
    ground = Ground.of(told.picture, ATLAS)
    by_street = expected_left(told.believed, ground, Level.STREET)
    by_place = expected_left(told.believed, ground, Level.SETTLEMENT)
    assert sum(by_street.values()) == sum(
        d.expected for d in told.believed.doors.values()
    )
    assert sum(by_place.values()) == told.believed.expected
