"""``roads``: an extract is loaded into a store, shown, and taken back."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.places.roads.drawn import CENTRE, drawn, line, street


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """Two streets, one of them for walkers."""
    nodes = {**line(range(1, 6), 300), 9: (300, 300)}
    ways = {1: street(1, 2, 3, 4, 5), 2: street(2, 9, highway="footway")}
    return drawn(tmp_path / "region.osm.pbf", nodes, ways)


def test_roads_that_are_loaded_are_shown_with_licence_and_what_is_passable(
    stillhere: Terminal, store: Path, extract: Path
) -> None:
    before = stillhere.unlocked("roads", "show", store)
    assert "No roads are loaded" in before.out
    assert "straight lines times 1.3" in before.out
    told = stillhere.unlocked("roads", "load", store, extract)
    assert told.code == 0
    assert "2 ways of 2 km in 5 pieces" in told.out
    assert "OpenStreetMap contributors (ODbL)" in told.out
    assert "closed until a clearance opens it" in told.out
    shown = stillhere.unlocked("roads", "show", store, "--json").json
    assert shown["file"] == "region.osm.pbf"
    km = {one["vehicle"]: one["chains"] for one in shown["vehicles"]}
    assert km == {"walking": 3, "car": 1, "bus": 1, "ambulance": 1}


def test_the_same_extract_changes_nothing_and_another_takes_its_place(
    stillhere: Terminal, store: Path, extract: Path, tmp_path: Path
) -> None:
    stillhere.unlocked("roads", "load", store, extract)
    again = stillhere.unlocked("roads", "load", store, extract)
    assert "Nothing was stored" in again.out
    other = drawn(tmp_path / "other.osm", line((1, 2)), {7: street(1, 2)})
    stillhere.unlocked("roads", "load", store, other)
    assert stillhere.unlocked("roads", "show", store, "--json").json["ways"] == 1


def test_roads_can_be_taken_back(
    stillhere: Terminal, store: Path, extract: Path
) -> None:
    told = stillhere.unlocked("roads", "load", store, extract, "--json").json
    undone = stillhere.unlocked("withdraw", store, "--report", told["report"])
    assert undone.code == 0
    assert stillhere.unlocked("roads", "show", store, "--json").json == {}


def test_roads_are_no_part_of_the_picture(
    stillhere: Terminal, store: Path, extract: Path
) -> None:
    before = stillhere.unlocked("build", store, "--json").json["picture"]
    stillhere.unlocked("roads", "load", store, extract)
    assert stillhere.unlocked("build", store, "--json").json["picture"] == before


def test_the_middle_of_the_plane_is_said_or_worked_out_and_told(
    stillhere: Terminal, store: Path, extract: Path
) -> None:
    told = stillhere.unlocked("roads", "load", store, extract)
    assert "worked out from" in told.out
    centre = ",".join(map(str, CENTRE))
    said = stillhere.unlocked("roads", "load", store, extract, "--centre", centre)
    assert "lies at 39.820000, 46.750000." in said.out


@pytest.mark.parametrize("option", ["--centre", "--around"])
def test_an_option_that_is_no_position_is_a_sentence(
    stillhere: Terminal, store: Path, extract: Path, option: str
) -> None:
    told = stillhere.unlocked("roads", "load", store, extract, option, "in the middle")
    assert told.code == 1
    assert option in told.sentence


def test_nothing_near_is_a_sentence_and_stores_nothing(
    stillhere: Terminal, store: Path, extract: Path
) -> None:
    told = stillhere.unlocked("roads", "load", store, extract, "--around", "10,10,5")
    assert told.sentence.startswith("places/no-roads-in-it: region.osm.pbf")
    assert stillhere.unlocked("roads", "show", store, "--json").json == {}


def test_a_folder_keeps_no_roads(
    stillhere: Terminal, town: Path, extract: Path
) -> None:
    told = stillhere("roads", "load", town, extract)
    assert told.sentence.startswith("cli/needs-store: ")


def test_starting_up_imports_neither_osmium_nor_scipy() -> None:
    code = (
        "import sys, stillhere.cli.roads, stillhere.plan;"
        "sys.exit(bool({'osmium', 'scipy'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_plan_says_that_ways_are_straight_lines(
    stillhere: Terminal, town: Path
) -> None:
    told = stillhere("plan", town, "--teams", 1)
    assert "straight lines times 1.3, not on roads" in told.out
    assert "every road, village and track counts as cleared" in told.out


def test_a_plan_of_an_operation_with_roads_lies_on_them(
    stillhere: Terminal, store: Path, extract: Path, tmp_path: Path
) -> None:
    centre = ",".join(map(str, CENTRE))
    stillhere.unlocked("roads", "load", store, extract, "--centre", centre)
    out = tmp_path / "sheets"
    told = stillhere.unlocked("plan", store, "--teams", 1, "--out", out)
    assert told.code == 0
    assert "worked out on the roads that are cleared today" in told.out
    pages = [path.read_text(encoding="utf-8") for path in out.iterdir()]
    assert all("worked out on the roads that are cleared today" in p for p in pages)
    assert not any("straight lines" in page for page in pages)
