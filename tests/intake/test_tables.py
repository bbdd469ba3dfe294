from itertools import permutations
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise import make_world
from stillhere.intake import read_world
from stillhere.intake.tables import (
    decided_report,
    left_open_report,
    loaded_report,
    table_reports,
    world_of,
)
from stillhere.pipeline import Rules
from stillhere.places import Gazetteer, Place, PlaceId
from stillhere.places.tables import LoadedTable, TableForm
from stillhere.reports import EXERCISE_KEY, Stamp
from stillhere.reports.withdrawing import Signed, withdraw_reports

EARLY, LATE = "2023-10-01T00:00:00+00:00", "2023-10-02T00:00:00+00:00"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tutorial town."""
    out = tmp_path_factory.mktemp("tables") / "town"
    make_world("tutorial", 7, out, core=True)
    return out


def test_the_tables_of_a_world_come_back_whole(town: Path) -> None:
    world = read_world(town)
    reports = table_reports(world, EXERCISE_KEY, EARLY)
    back = world_of(reversed(reports), EXERCISE_KEY, LATE)
    assert back.operation == world.operation
    assert Rules.of_world(back).digest == Rules.of_world(world).digest


def test_tables_in_force_need_no_second_report(town: Path) -> None:
    world = read_world(town)
    known = world_of(table_reports(world, EXERCISE_KEY, EARLY), EXERCISE_KEY, LATE)
    assert table_reports(world, EXERCISE_KEY, LATE, known) == ()


def test_the_later_table_counts_in_any_order(town: Path, tmp_path: Path) -> None:
    world = read_world(town)
    (tmp_path / "lists").mkdir()
    lines = (town / "lists/buildings.csv").read_text("utf-8").splitlines()
    (tmp_path / "lists/buildings.csv").write_text("\n".join(lines[:3]) + "\n", "utf-8")
    fewer = table_reports(read_world(tmp_path), EXERCISE_KEY, LATE)
    reports = [*fewer, *table_reports(world, EXERCISE_KEY, EARLY)]
    for order in (reports, reports[::-1]):
        assert len(world_of(order, EXERCISE_KEY, LATE).buildings) == 2


def test_without_tables_what_is_shipped_holds() -> None:
    empty = world_of((), EXERCISE_KEY, LATE)
    assert Rules.of_world(empty).digest == Rules.shipped().digest


def test_rules_of_identity_are_a_table_of_the_operation(
    town: Path, tmp_path: Path
) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/rules.toml").write_text("[shape]\nthreshold = 700000\n", "utf-8")
    world = read_world(tmp_path)
    assert table_reports(world, EXERCISE_KEY, LATE, world) == ()
    reports = [
        *table_reports(world, EXERCISE_KEY, EARLY),
        *table_reports(read_world(town), EXERCISE_KEY, EARLY),
    ]
    back = Rules.of_world(world_of(reports, EXERCISE_KEY, LATE))
    assert back.identity["shape"]["threshold"] == 700_000
    declared = read_world(town).operation.population
    assert back.identity["population"]["people"] == declared
    assert back.digest != Rules.of_world(read_world(town)).digest


def test_rules_in_no_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_bytes("[shape] # \u0531".encode("utf-16"))
    with pytest.raises(StillHereError, match=r"rules\.toml"):
        read_world(tmp_path)


def _table(name: str, place: str, digest: str) -> LoadedTable:
    bare = Place(
        PlaceId("gn7"),
        *("village", "", "", "", place, ()),
        lat=39.8,
        lon=46.7,
        codes=("geonames:7",),
    )
    return LoadedTable(name, TableForm.GEONAMES, ("XX.txt",), digest, places=(bare,))


def test_a_loaded_table_is_a_report_and_comes_back_whole() -> None:
    table = _table("geonames XX", "Tivorut", "1")
    world = world_of([loaded_report(table, EXERCISE_KEY, EARLY)], EXERCISE_KEY, LATE)
    assert world.loaded == (table,)
    assert world.gazetteer.resolve("Tivorut") == "gn7"
    assert len(world.gazetteer) == len(Gazetteer.demo()) + 1


def test_a_newer_table_of_one_name_takes_the_place_of_the_older() -> None:
    reports = [
        loaded_report(_table("geonames XX", "Newer", "2"), EXERCISE_KEY, LATE),
        loaded_report(_table("geonames XX", "Older", "1"), EXERCISE_KEY, EARLY),
        loaded_report(_table("geonames YY", "Other", "3"), EXERCISE_KEY, EARLY),
    ]
    worlds = [world_of(order, EXERCISE_KEY, LATE) for order in permutations(reports)]
    assert [table.digest for table in worlds[0].loaded] == ["2", "3"]
    assert len({Rules.of_world(world).digest for world in worlds}) == 1


def test_a_table_taken_back_leaves_the_rules_as_they_were() -> None:
    report = loaded_report(_table("geonames XX", "Tivorut", "1"), EXERCISE_KEY, EARLY)
    signed = Signed(EXERCISE_KEY, "officer", LATE, "")
    back = withdraw_reports([report.id], signed)
    with_it = Rules.of_world(world_of([report], EXERCISE_KEY, LATE)).digest
    without = Rules.of_world(world_of([report, back], EXERCISE_KEY, LATE)).digest
    assert without == Rules.shipped().digest
    assert with_it != without


def test_the_latest_decision_on_a_name_counts_in_every_script() -> None:
    first = decided_report("Нор-Мир", "goris", EXERCISE_KEY, Stamp(source_date=EARLY))
    later = decided_report("Nor Mir", "askeran", EXERCISE_KEY, Stamp(source_date=LATE))
    for order in ((first, later), (later, first)):
        gazetteer = world_of(order, EXERCISE_KEY, LATE).gazetteer
        assert gazetteer.resolve("с. Нор Мир") == "askeran"
    assert world_of([first], EXERCISE_KEY, LATE).gazetteer.resolve("Nor Mir") == "goris"


def test_a_name_left_open_means_what_it_meant_before() -> None:
    stamp = Stamp(author="desk:registrar", source_date=LATE)
    left = left_open_report("Nor Mir", EXERCISE_KEY, stamp)
    first = decided_report("Нор-Мир", "goris", EXERCISE_KEY, Stamp(source_date=EARLY))
    assert world_of([left], EXERCISE_KEY, LATE).decided == {}
    both = world_of([first, left], EXERCISE_KEY, LATE)
    assert both.decided == world_of([first], EXERCISE_KEY, LATE).decided
