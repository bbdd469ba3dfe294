from pathlib import Path

from tests.cli.conftest import Terminal

SMALL = ("--scale", 0.02)


def test_the_whole_job_ends_in_what_a_coordinator_needs(
    stillhere: Terminal, tmp_path: Path
) -> None:
    said = stillhere("demo", "--out", tmp_path / "demo", *SMALL)
    assert said.code == 0
    for part in (
        "Figures",
        "Without word, of most concern (10 of ",
        "Team 1: first 8 of",
        "DRAFT, NOT RELEASED",
        "Where everything lies",
        "linking",
        "in all",
    ):
        assert part in said.out, part
    for stage in ("making the town", "weighing pairs", "ordering stops"):
        assert stage in said.err, stage
    for name in ("brief.html", "brief.md", "situation.html"):
        assert (tmp_path / "demo" / name).is_file()
    assert (tmp_path / "demo/ledger/ledger.xlsx").is_file()
    assert (tmp_path / "demo/sheets/team-08.txt").is_file()


def test_only_what_an_earlier_demo_made_is_replaced(
    stillhere: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "demo"
    words = ("demo", "--town", "tutorial", "--out", out, "--json")
    assert stillhere(*words).code == 0
    (out / "mine.txt").write_text("keep me")
    (out / "world/lists/old.csv").write_text("Name\nAnna\n")
    again = stillhere(*words)
    assert again.code == 0
    assert "linking" in again.err or again.json["seconds"]
    assert (out / "mine.txt").read_text() == "keep me"
    assert not (out / "world/lists/old.csv").exists()


def test_a_folder_of_somebody_else_is_left_alone(
    stillhere: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "brief.md").write_text("mine")
    said = stillhere("demo", "--out", tmp_path, *SMALL)
    assert said.code == 1
    assert said.sentence.startswith("cli/not-our-folder: ")
    assert (tmp_path / "brief.md").read_text() == "mine"
