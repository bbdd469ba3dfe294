from pathlib import Path

from tests.cli.conftest import Terminal


def test_every_team_gets_doors_and_no_door_two_teams(
    stillhere: Terminal, small: Path
) -> None:
    shape = stillhere("plan", small, "--teams", 3, "--limit", 5, "--json").json
    assert [team["team"] for team in shape["teams"]] == [1, 2, 3]
    doors = [stop["dwelling"] for team in shape["teams"] for stop in team["stops"]]
    assert len(doors) == 15
    assert len(set(doors)) == len(doors)


def test_the_first_stop_says_why(stillhere: Terminal, town: Path) -> None:
    said = stillhere("plan", town, "--teams", 1)
    assert said.code == 0
    assert "Team 1: first 10 of" in said.out
    assert "No word yet of 1 of 1 who live here" in " ".join(said.out.split())
    assert "Turn back by" in said.out


def test_sheets_are_written_for_the_printer(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    stillhere("plan", town, "--teams", 2, "--out", tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["sheets.html", "team-01.txt", "team-02.txt"]
    assert "Walnut Street 3" in (tmp_path / "sheets.html").read_text("utf-8")


def test_outside_exercises_unknown_roads_are_closed(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    for name in ("register.xlsx", "buildings.csv", "places.csv"):
        (lists / name).write_bytes((town / "lists" / name).read_bytes())
    shape = stillhere("plan", tmp_path, "--json").json
    assert all(team["stops"] == [] for team in shape["teams"])
    assert "plan/no-clearance" in {f["code"] for f in shape["findings"]}
