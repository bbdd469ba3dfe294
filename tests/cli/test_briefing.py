from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


def test_the_brief_is_a_draft_with_sources(stillhere: Terminal, town: Path) -> None:
    said = stillhere("brief", town)
    assert said.code == 0
    papers = said.out.count("Public brief: questions and answers   ")
    assert said.out.count("DRAFT, NOT RELEASED") == papers >= 2
    assert "[1] arrivals/desk-" in said.out
    assert "\f" not in said.out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("brief.md", "# Public brief"),
        ("brief.html", "<!doctype html>"),
        ("b.txt", "DRA"),
    ],
)
def test_the_form_follows_the_ending_of_the_file(
    stillhere: Terminal, town: Path, tmp_path: Path, name: str, begins: str
) -> None:
    said = stillhere("brief", town, "--out", tmp_path / name)
    assert "a draft, not released" in said.out
    written = (tmp_path / name).read_text("utf-8")
    assert written.lower().startswith(begins.lower())
    assert "not released" in written.lower()


def test_the_situation_report_stays_inside(stillhere: Terminal, town: Path) -> None:
    inner = stillhere("brief", town, "--situation", "--json").json
    assert inner["title"] == "Situation report"
    assert "For operations only" in inner["markdown"]
    public = stillhere("brief", town, "--json").json["markdown"]
    assert "without word" not in public


def test_a_file_that_cannot_be_written_says_so(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    said = stillhere("brief", town, "--out", tmp_path / "file" / "brief.md")
    assert said.code == 1
    assert said.sentence.startswith("cli/file-failed: ")
