"""The full world is read end to end by intake, and its folder keeps its form."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from stillhere.exercise import judge_unaccounted, read_truth
from stillhere.intake import (
    Buildings,
    Import,
    PlaceReader,
    World,
    read_folder,
    read_world,
    state,
)
from stillhere.reports.key import EXERCISE_KEY
from stillhere.reports.statements import (
    CallStatement,
    ClearanceStatement,
    VisitStatement,
    WrittenPlace,
)
from stillhere.vocabulary import Language, ReportKind, VisitHow
from tests.exercise.reading import bytes_of, csv_rows


@pytest.fixture(scope="module")
def world(folder: Path) -> World:
    """The tables of the folder, as intake reads them."""
    return read_world(folder)


@pytest.fixture(scope="module")
def imported(world: World) -> Import:
    """Everything in its lists, as intake reads it."""
    return read_folder(world.lists, key=EXERCISE_KEY)


def _stated(imported: Import, source: str) -> list[object]:
    profiles = {profile.source: profile for profile in imported.profiles}
    return [
        state(report, profiles[source])
        for report in imported.reports
        if report.source == source and report.kind is ReportKind.ROW
    ]


def test_intake_reads_every_list_and_is_unsure_of_no_new_one(
    imported: Import,
) -> None:
    assert imported.rows_read > 8000
    unsure = Counter(
        dict(finding.values)["source"]
        for finding in imported.findings
        if finding.code == "intake/profile-unsure"
    )
    assert set(unsure) <= {"tracing/requests-az.csv"}
    assert len(imported.findings) == sum(unsure.values())
    assert {line.file for line in imported.set_aside}.isdisjoint(
        {"clearances.csv", "visits/loudspeaker.csv", "hotline/light-and-smoke.csv"}
    )


def test_every_new_row_states_what_it_is_meant_to(
    imported: Import, folder: Path
) -> None:
    lists = {
        "clearances.csv": ClearanceStatement,
        "visits/loudspeaker.csv": VisitStatement,
        "hotline/light-and-smoke.csv": CallStatement,
    }
    for source, kind in lists.items():
        said = _stated(imported, source)
        assert len(said) == len(csv_rows(folder / "lists" / source)) - 1
        assert {type(statement) for statement in said} == {kind}


def test_clearances_and_passes_are_dated_and_placed(
    imported: Import, world: World
) -> None:
    reader = PlaceReader(world.gazetteer, Buildings(world.buildings, world.gazetteer))
    for statement in _stated(imported, "clearances.csv"):
        assert isinstance(statement, ClearanceStatement)
        assert statement.date is not None
        assert reader.locate(statement.place).settlement
        if statement.state == "open":
            assert statement.vehicles.startswith("on foot, car, ambulance")
            assert statement.until is not None
            assert statement.until[:10] == statement.date[:10]
    for statement in _stated(imported, "visits/loudspeaker.csv"):
        assert isinstance(statement, VisitStatement)
        assert statement.how in (
            VisitHow.PASSED,
            VisitHow.CALLED_OUT,
            VisitHow.CALLED_THROUGH,
        )
        assert statement.date is not None
        assert reader.locate(statement.place).settlement


def test_no_row_is_dated_after_the_picture_and_the_last_is_of_its_day(
    imported: Import, world: World
) -> None:
    as_of = world.operation.as_of
    assert as_of is not None
    assert as_of[:10] == "2023-11-03"
    profiles = {profile.source: profile for profile in imported.profiles}
    dated = (
        getattr(state(report, profiles[report.source]), "date", None)
        for report in imported.reports
        if report.kind is ReportKind.ROW
    )
    last = max(date for date in dated if date)
    assert last == "2023-11-03T06:00"
    assert last[:16] < as_of[:16]


def test_addresses_of_other_places_find_their_building(
    folder: Path, world: World
) -> None:
    index = Buildings(world.buildings, world.gazetteer)
    reader = PlaceReader(world.gazetteer, index)
    with (folder / "truth/other_places.csv").open(encoding="utf-8") as file:
        codes = [row["building"] for row in csv.DictReader(file)]
    assert list(world.buildings.by_code)[-len(codes) :] == codes
    for code in codes:
        building = world.buildings[code]
        for language in ("hy", "ru", "en"):
            text = building.addresses[Language(language)]
            place = WrittenPlace(building.settlement, text)
            found = reader.locate(place).dwelling
            assert found.split("/")[1] == code


def test_every_dwelling_holds_at_most_one_household_by_the_register(
    folder: Path,
) -> None:
    buildings = csv_rows(folder / "lists/buildings.csv")[1:]
    dwellings = {
        f"{row[0]}/{flat}" for row in buildings for flat in range(1, int(row[8]) + 1)
    }
    with (folder / "truth/persons.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    homes = {(p["home"], p["household"]) for p in people}
    assert len({home for home, _ in homes}) == len(homes)
    assert {p["where"] for p in people} <= dwellings | {""}
    with (folder / "truth/other_places.csv").open(encoding="utf-8") as file:
        others = {row["building"] for row in csv.DictReader(file)}
    assert dwellings - {home for home, _ in homes} == {
        dwelling for dwelling in dwellings if dwelling.split("/")[0] in others
    }


def test_the_judge_works_on_a_full_world(folder: Path) -> None:
    truth = read_truth(folder)
    registered = truth.registered("register.xlsx")
    remaining = {p.person for p in truth.remaining()} & registered
    rows = {
        row
        for row, person in truth.mentions.items()
        if row[0] == "register.xlsx" and person in remaining
    }
    marks = judge_unaccounted(truth, rows)
    assert (marks.precision, marks.recall) == (1.0, 1.0)
    assert marks.remaining > 50


def test_the_same_seed_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from stillhere.exercise import make_world;"
        "make_world('region', 3, Path(sys.argv[1]), core=False, scale=0.02,"
        " together=True, reports=5000)"
    )
    for hash_seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / hash_seed)],
            env={"PYTHONHASHSEED": hash_seed, "TZ": f"UTC-{hash_seed}"},
            check=True,
        )
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")
