from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


def test_the_same_seed_makes_the_same_town(
    stillhere: Terminal, small: Path, tmp_path: Path
) -> None:
    words = ("--town", "khankendi", "--seed", 7, "--core", "--scale", 0.02)
    said = stillhere("exercise", "make", *words, "--out", tmp_path / "w")
    assert said.code == 0

    def content(world: Path) -> dict[str, bytes]:
        files = (p for p in world.rglob("*") if p.is_file())
        return {p.relative_to(world).as_posix(): p.read_bytes() for p in files}

    assert content(tmp_path / "w") == content(small)


def test_a_full_world_is_made_and_judged(stillhere: Terminal, tmp_path: Path) -> None:
    words = ("--town", "khankendi", "--scale", 0.02, "--together", "--reports", 3000)
    made = stillhere("exercise", "make", *words, "--out", tmp_path / "w", "--json")
    assert made.code == 0
    assert made.json["files"] > 30
    assert (tmp_path / "w" / "truth" / "course.csv").is_file()
    marks = stillhere("exercise", "judge", tmp_path / "w", "--json")
    assert marks.code == 0
    assert marks.json["links"]["f1"] > 0.9


def test_the_marks_have_exactly_the_names_they_should(
    stillhere: Terminal, small: Path
) -> None:
    said = stillhere("exercise", "judge", small, "--json")
    assert said.code == 0
    assert set(said.json) == {"links", "unaccounted"}
    assert set(said.json["links"]) == {"precision", "recall", "f1"}
    assert set(said.json["unaccounted"]) == {
        "precision",
        "recall",
        "wrongly_accounted",
        "wrongly_accounted_dependent",
        "listed",
    }
    shares = [*said.json["links"].values(), *said.json["unaccounted"].values()]
    shares.remove(said.json["unaccounted"]["listed"])
    assert all(0 <= share <= 1 for share in shares)
    assert said.json["links"]["f1"] > 0.9


def test_the_marks_are_told_list_by_list(stillhere: Terminal, town: Path) -> None:
    said = stillhere("exercise", "judge", town)
    assert "manifests" in said.out
    assert "the same of the lone and dependent" in said.out
    assert "length of the list" in said.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (
            ("--town", "region", "--core", "--reports", "9"),
            "exercise/reports-not-usable",
        ),
        (("--town", "atlantis"), "exercise/town-unknown"),
        (
            ("--town", "khankendi", "--core", "--scale", "0"),
            "exercise/scale-not-usable",
        ),
    ],
)
def test_a_town_that_cannot_be_made_costs_a_sentence(
    stillhere: Terminal, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    said = stillhere("exercise", "make", *words, "--out", tmp_path / "w")
    assert said.code == 1
    assert said.sentence.startswith(f"{code}: ")
    assert not (tmp_path / "w").exists()


def test_without_the_truth_nothing_is_judged(stillhere: Terminal, town: Path) -> None:
    said = stillhere("exercise", "judge", town / "lists")
    assert said.code == 1
    assert said.sentence.startswith("exercise/truth-not-readable: ")


def test_calibration_of_several_worlds_is_added_up(
    stillhere: Terminal, small: Path
) -> None:
    once = stillhere("exercise", "calibration", small, "--json").json
    twice = stillhere("exercise", "calibration", small, small, "--json").json
    assert (once["worlds"], twice["worlds"]) == (1, 2)
    rows = [said["groups"]["all"]["best"]["rows"] for said in (once, twice)]
    assert rows[1] == 2 * rows[0]
    cases = [[b["cases"] for b in said["links"]["bins"]] for said in (once, twice)]
    assert cases[1] == [2 * n for n in cases[0]]
    shares = [said["groups"]["all"]["candidates"] for said in (once, twice)]
    assert shares[0] == shares[1] > 0.9


def test_calibration_is_told_as_tables(stillhere: Terminal, small: Path) -> None:
    said = stillhere("exercise", "calibration", small)
    assert said.code == 0
    assert "without birth" in said.out
    assert "Worst of the bins with at least 400 cases" in said.out


def test_bins_of_a_handful_of_cases_have_no_worst(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("exercise", "calibration", town)
    assert "No bin has 400 cases" in said.out
    assert "Worst of" not in said.out
    marks = stillhere("exercise", "calibration", town, "--json").json
    assert marks["links"]["worst_points"] is None
